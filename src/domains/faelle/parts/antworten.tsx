import { tagText } from "../../../platform/span.ts";
import { Card, Entered, Table } from "../../../ui/index.ts";
import type { OffeneAntwort } from "../../freigaben/index.ts";

/** What this case has with other places: what they answered, with the day it is due, and what is asked for; nothing where nothing is. */
export function Antworten({ antworten }: { readonly antworten: readonly OffeneAntwort[] }) {
  if (antworten.length === 0) return null;
  return (
    <Card title="Bei anderen Stellen">
      <Table
        caption="Was andere Stellen zu diesem Fall geantwortet haben und was angefragt ist, das Nächste zuerst"
        hideCaption
        cards
        rows={antworten}
        href={({ freigabe }) => `/freigaben/${freigabe}`}
        columns={[
          { label: "Was", whole: true, cell: ({ was }: OffeneAntwort) => <Entered>{was}</Entered> },
          { label: "Tag", cell: ({ bis }: OffeneAntwort) => (bis === null ? "ohne Tag" : tagText(bis)) },
        ]}
      />
    </Card>
  );
}
