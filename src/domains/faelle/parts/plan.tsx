import { today } from "../../../platform/clock.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { ButtonLink, Card, Entered, Status } from "../../../ui/index.ts";
import type { PlanKurz } from "../../hilfeplan/index.ts";
import { LIST } from "./getan.ts";

type Props = { readonly fallId: string; readonly plan: PlanKurz };

const schritteWort = (n: number): string => anzahl(n, "Schritt", "Schritte");

/** Whether there is a plan, when both look at it again, and which steps come next. */
export function Plan({ fallId, plan }: Props) {
  const { fassung, vereinbartAm, entwurf, naechsteUeberpruefung, naechste, offen, ueberfaellig } = plan;
  return (
    <Card
      title="Hilfeplan"
      action={
        <ButtonLink kind="secondary" small href={`${LIST}/${fallId}/hilfeplan`}>
          Hilfeplan öffnen
        </ButtonLink>
      }
    >
      <p>
        {fassung === null || vereinbartAm === null
          ? entwurf
            ? "Ein Entwurf, noch nicht vereinbart."
            : "Noch keiner."
          : `Fassung ${String(fassung)}, vereinbart am ${tagText(vereinbartAm)}${entwurf ? "; ein Entwurf der nächsten ist begonnen" : ""}.`}
        {naechsteUeberpruefung === null ? null : ` Überprüfung am ${tagText(naechsteUeberpruefung)}.`}
      </p>
      {offen === 0 ? null : (
        <>
          <ul>
            {naechste.map(({ was, bis }) => (
              <li>
                <Entered>{was}</Entered>
                {bis === null ? null : bis < today() ? `, bis ${tagText(bis)}, überfällig` : `, bis ${tagText(bis)}`}
              </li>
            ))}
          </ul>
          <p class="hint">
            {offen > naechste.length
              ? `Insgesamt ${offen === 1 ? "ist" : "sind"} ${schritteWort(offen)} offen. `
              : null}
            {ueberfaellig === 0 ? null : (
              <Status kind="warning">{`${schritteWort(ueberfaellig)} ${ueberfaellig === 1 ? "ist" : "sind"} überfällig`}</Status>
            )}
          </p>
        </>
      )}
    </Card>
  );
}
