import { tagText } from "../../../platform/span.ts";
import { Card, Entered, Table } from "../../../ui/index.ts";
import { STAENDE } from "../model/stand.ts";
import type { Eine } from "../queries/eine.ts";

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
        { label: "Durch", cell: ({ wer }) => <Entered>{namen.get(wer) ?? "jemand bei einem anderen Träger"}</Entered> },
      ]}
    />
  </Card>
);
