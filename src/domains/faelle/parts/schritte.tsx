import { Actions, ButtonLink } from "../../../ui/index.ts";
import { hindernis, isBeendet, schritteAus } from "../model/phasen.ts";
import type { Fall } from "../queries/faelle.ts";
import { LIST } from "./getan.ts";

/** What can be done next, as buttons: the usual step first, what ends the case last. Says what is missing for it. */
export function Schritte({ fall }: { readonly fall: Fall }) {
  const schritte = schritteAus(fall.phase);
  const missing = [...new Set(schritte.flatMap(({ nach }) => hindernis(fall, nach) ?? []))];
  return (
    <>
      {missing.map((satz) => (
        <p class="hint">{satz}</p>
      ))}
      <Actions>
        {schritte.map(({ nach, verb }, i) => (
          <ButtonLink
            kind={
              i === 0 && hindernis(fall, nach) === undefined ? "primary" : isBeendet(nach) ? "tertiary" : "secondary"
            }
            small
            href={`${LIST}/${fall.id}/schritt?nach=${nach}`}
          >
            {verb}
          </ButtonLink>
        ))}
      </Actions>
    </>
  );
}
