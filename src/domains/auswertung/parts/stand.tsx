import { Card, DescriptionList, formatCount } from "../../../ui/index.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";

const WHEN = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });

/** An instant as people read it: "22.11.2026, 17:14 Uhr". */
const instant = (at: Date): string => `${WHEN.format(at)} Uhr`;

/** Up to when everything is counted, in one sentence. */
export const gezaehltBis = ({ jetzt }: Uebersicht): string =>
  jetzt.stand === null ? "Noch nicht gezählt." : `Gezählt bis ${instant(new Date(jetzt.stand))}.`;

/** How far the figures can be relied on. */
export function Datenstand({ u, csv }: { readonly u: Uebersicht; readonly csv: string }) {
  const { jetzt, geprueft } = u;
  const found = (n: number) =>
    n === 0 ? "alle Zahlen stimmten" : `${formatCount(n)} Zahlen wichen ab und sind neu gezählt`;
  return (
    <Card title="Stand der Zahlen" id="stand">
      <DescriptionList
        items={[
          { term: "Gezählt", value: gezaehltBis(u) },
          {
            term: "Mit den Akten verglichen",
            value:
              geprueft === undefined
                ? "noch nicht; das geschieht jede Nacht"
                : `${instant(geprueft.am)}: ${found(geprueft.abweichungen)}`,
          },
          { term: "Aus Strichlisten", value: `${formatCount(jetzt.ausSummen)} Beratungen` },
          {
            term: "Nicht zugeordnet",
            value: `${formatCount(jetzt.nichtZugeordnet)} Nennungen aus übernommenen Listen`,
          },
        ]}
      />
      <p>
        <a href={csv} download>
          Alle Zahlen dieser Seite als CSV herunterladen
        </a>
      </p>
    </Card>
  );
}
