import { tagText } from "../../../platform/span.ts";
import { Card, Changes, Entered, Table } from "../../../ui/index.ts";
import { STAENDE } from "../model/stand.ts";
import type { Eine } from "../queries/eine.ts";

const FREMD = "jemand bei einem anderen Träger";

/** Every step of a measure: day, from, to, why, by whom. */
export const Verlauf = ({ eine: { verlauf, namen } }: { readonly eine: Eine }) => (
  <Card title="Verlauf">
    <Table
      caption="Schritte, der letzte zuerst"
      hideCaption
      cards
      rows={verlauf.toReversed()}
      columns={[
        { label: "Am", cell: ({ am }) => tagText(am) },
        {
          label: "Schritt",
          cell: ({ von, nach }) => (von === null ? STAENDE[nach] : `${STAENDE[von]} → ${STAENDE[nach]}`),
        },
        { label: "Grund", whole: true, cell: ({ grund }) => (grund === null ? null : <Entered>{grund}</Entered>) },
        { label: "Durch", cell: ({ wer }) => <Entered>{namen.get(wer) ?? FREMD}</Entered> },
      ]}
    />
  </Card>
);

/** What the measure and its indicators said before: name, goal, period, money, who answers for it. */
export const Aenderungen = ({ eine: { aenderungen, namen } }: { readonly eine: Eine }) =>
  aenderungen.length === 0 ? null : (
    <Card title="Was sich geändert hat">
      <Changes
        caption="Geänderte Angaben, die letzte zuerst"
        empty=""
        rows={aenderungen.map(({ wer, ...one }) => ({ ...one, von: namen.get(wer) ?? FREMD }))}
      />
    </Card>
  );
