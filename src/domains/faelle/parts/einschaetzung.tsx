import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { Actions, ButtonLink, Card, EmptyState } from "../../../ui/index.ts";
import { type AssessmentKurz, auffaellig } from "../../assessment/index.ts";
import { type Codelisten, kurzOf } from "../../codelisten/index.ts";
import type { Fall } from "../queries/faelle.ts";
import { LIST } from "./getan.ts";

type Props = { readonly fall: Fall; readonly listen: Codelisten };

/** What stands out in the last assessment, in three lines, and the way to it and to the map. */
export function Einschaetzung({ fall, listen }: Props) {
  const { tage, werte } = fall.assessment;
  const [letztes] = tage;
  return (
    <Card title="Assessment und Netzwerk">
      {letztes === undefined ? (
        <EmptyState>Noch ist kein Lebensbereich eingeschätzt.</EmptyState>
      ) : (
        <>
          <p>
            Assessment vom {tagText(letztes)}:{" "}
            {anzahl(werte.filter((wert) => wert.assessment === letztes).length, "Lebensbereich", "Lebensbereiche")}{" "}
            eingeschätzt.
          </p>
          <Auffaellig kurz={fall.assessment} listen={listen} />
        </>
      )}
      <Actions>
        <ButtonLink kind="secondary" small href={`${LIST}/${fall.id}/assessment`}>
          Assessment
        </ButtonLink>
        <ButtonLink kind="secondary" small href={`${LIST}/${fall.id}/netzwerk`}>
          Netzwerkkarte
        </ButtonLink>
      </Actions>
    </Card>
  );
}

function Auffaellig({ kurz, listen }: { readonly kurz: AssessmentKurz; readonly listen: Codelisten }) {
  const { niedrig, veraendert } = auffaellig(kurz);
  const name = (feld: string) => kurzOf(listen.handlungsfeld, feld);
  return (
    <>
      {niedrig.length === 0 ? null : (
        <p>Am niedrigsten: {niedrig.map(({ feld, skala }) => `${name(feld)} ${skala}`).join(", ")} (von 10)</p>
      )}
      {veraendert.length === 0 ? null : (
        <p>
          Seit dem {tagText(kurz.tage[1] ?? "")}:{" "}
          {veraendert.map(({ feld, vorher, jetzt }) => `${name(feld)} ${vorher} → ${jetzt}`).join(", ")}
        </p>
      )}
    </>
  );
}
