import { today } from "../../../platform/clock.ts";
import { Alert } from "../../../ui/index.ts";
import { vielleichtVolljaehrig } from "../model/minderjaehrig.ts";
import { isEntwachsen, isGueltig } from "../model/stand.ts";
import type { Einwilligung } from "../queries/einwilligungen.ts";
import { listOf } from "./getan.ts";

/**
 * That she is of age for whom her guardians agreed, or may be: she is asked herself. Where the birth is only guessed nothing is stopped;
 * whoever counsels knows.
 */
export function Volljaehrig({ e, schreibt }: { readonly e: Einwilligung; readonly schreibt: boolean }) {
  const heute = today();
  const neu = schreibt ? <a href={`${listOf(e.personId)}/neu?zweck=${e.zweck}`}>Einwilligung vorbereiten</a> : null;
  if (isEntwachsen(e, heute)) {
    return (
      <Alert kind="warning" title="Die Person ist volljährig">
        Eingewilligt haben die Sorgeberechtigten; ihr Wort gilt nicht mehr, und es geht nichts mehr hinaus. Fragen Sie
        die Person selbst. {neu}
      </Alert>
    );
  }
  const vielleicht =
    e.durch === "sorge" && e.person !== undefined && isGueltig(e, heute) && vielleichtVolljaehrig(e.person, heute);
  return vielleicht ? (
    <Alert kind="info" title="Vielleicht ist die Person schon volljährig">
      Ihr Geburtstag ist nicht sicher bekannt, und eingewilligt haben die Sorgeberechtigten. Ist sie 18, fragen Sie sie
      selbst. {neu}
    </Alert>
  ) : null;
}
