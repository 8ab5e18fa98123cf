import { tagText } from "../../../platform/span.ts";
import { Card, Entered, Table } from "../../../ui/index.ts";
import type { PlanZiel } from "../model/plan.ts";
import { ANLASS, type Bewertung, erreichungWort } from "../model/ziele.ts";

type Props = { readonly bewertungen: readonly Bewertung[]; readonly ziele: readonly PlanZiel[] };

/** When both looked back, the last first: how far each goal of this version was reached then. */
export function Rueckblicke({ bewertungen, ziele }: Props) {
  if (bewertungen.length === 0) return null;
  return (
    <Card title="Rückblicke">
      <Table
        caption="Wie weit die Ziele erreicht waren, der letzte Rückblick zuerst"
        hideCaption
        cards
        rows={bewertungen}
        columns={[
          { label: "Tag", cell: ({ am }) => tagText(am) },
          { label: "Anlass", cell: ({ anlass }) => ANLASS[anlass] },
          ...ziele.map(({ faden }, i) => ({
            label: `Ziel ${i + 1}`,
            cell: ({ werte }: Bewertung) => {
              const wert = werte.get(faden);
              return wert === undefined ? "–" : erreichungWort(wert);
            },
          })),
          {
            label: "Was dazu zu sagen war",
            cell: ({ bemerkung }) => (bemerkung === null ? "–" : <Entered>{bemerkung}</Entered>),
          },
        ]}
      />
    </Card>
  );
}
