import { Actions, ButtonLink } from "../../../ui/index.ts";
import type { Massnahme } from "../model/massnahme.ts";
import { type Uebergang, schritteAus } from "../model/stand.ts";
import { LIST } from "./getan.ts";

/** What can be done next, as buttons: what leads on first, what leads back last. */
export function Schritte({ massnahme: { id, stand } }: { readonly massnahme: Pick<Massnahme, "id" | "stand"> }) {
  const self = `${LIST}/${id}`;
  const kindOf = ({ richtung }: Uebergang, i: number) =>
    richtung === "zurueck" ? "tertiary" : i === 0 ? "primary" : "secondary";
  return (
    <Actions>
      {schritteAus(stand).map((one, i) => (
        <ButtonLink
          kind={kindOf(one, i)}
          small
          href={one.fragt === "wirkung" ? `${self}/wirkung` : `${self}/schritt?nach=${one.nach}`}
        >
          {one.verb}
        </ButtonLink>
      ))}
    </Actions>
  );
}
