import { anzahl } from "../../../platform/words.ts";
import { istKlein } from "../model/gewicht.ts";
import type { Eine } from "../queries/eine.ts";
import { genannteAnzahl } from "./worte.tsx";

/** That a group found the gap when it went through cases: how many, from how many Träger, and the way there for whoever may go. */
export function AusRekonstruktion({ eine: { gruppe, rekonstruktionen } }: { readonly eine: Eine }) {
  if (gruppe === undefined) return null;
  const { faelle, traeger } = gruppe;
  const none = !istKlein(faelle) && faelle === 0;
  return (
    <p>
      Aus einer Fallrekonstruktion
      {none ? "" : `: ${genannteAnzahl(faelle, "Fall", "Fälle")} aus ${anzahl(traeger, "Träger", "Trägern")}`}.
      {rekonstruktionen
        .filter(({ liest }) => liest)
        .map(({ id }) => (
          <>
            {" "}
            <a href={`/rekonstruktionen/${id}`}>Zur Fallrekonstruktion</a>
          </>
        ))}
    </p>
  );
}
