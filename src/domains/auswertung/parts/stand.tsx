import { anzahl } from "../../../platform/words.ts";
import { Card, DescriptionList } from "../../../ui/index.ts";
import { datenstand } from "../model/datenstand.ts";
import { type Zelle, istGenannt } from "../model/zelle.ts";
import type { Uebersicht } from "../queries/uebersicht.ts";

/** Up to when everything is counted, in one sentence. */
export const gezaehltBis = ({ jetzt }: Uebersicht): string =>
  jetzt.stand === null ? "Noch nicht gezählt." : `Gezählt bis ${datenstand(new Date(jetzt.stand))}.`;

const genannt = (z: Zelle, one: string, many: string): string =>
  istGenannt(z) ? anzahl(z, one, many) : `einzelne ${many}`;

/** How far the figures can be relied on. */
export function Datenstand({ u, csv }: { readonly u: Uebersicht; readonly csv: string }) {
  const { jetzt } = u;
  const { geprueft } = u.stand;
  const found = (n: number) =>
    n === 0
      ? "alle Zahlen stimmten"
      : anzahl(n, "Zahl wich ab und ist neu gezählt", "Zahlen wichen ab und sind neu gezählt");
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
                : `${datenstand(geprueft.am)}: ${found(geprueft.abweichungen)}`,
          },
          { term: "Aus Strichlisten", value: genannt(jetzt.ausSummen, "Beratung", "Beratungen") },
          {
            term: "Nicht zugeordnet",
            value: `${genannt(jetzt.nichtZugeordnet, "Nennung", "Nennungen")} aus übernommenen Listen`,
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
