import { tagText } from "../../../platform/span.ts";
import { Card, EmptyState, Table } from "../../../ui/index.ts";
import { type Codelisten, nameOf } from "../../codelisten/index.ts";
import { stundenText } from "../model/einsatz.ts";
import type { Bedarf } from "../queries/bedarf.ts";

type Props = { readonly rows: readonly Bedarf[]; readonly seit: string; readonly sprachen: Codelisten["sprache"] };

/** For the paper and the next talk about money: which language was interpreted how much, and for which nobody was found. */
export const BedarfTafel = ({ rows, seit, sprachen }: Props) => (
  <Card title={`Bedarf nach Sprache seit ${tagText(seit)}`}>
    <Table
      caption="Bedarf nach Sprache, der ungedeckte zuerst"
      hideCaption
      cards
      rows={rows}
      empty={<EmptyState>Noch ist nichts geleistet und für nichts niemand gefunden.</EmptyState>}
      columns={[
        { label: "Sprache", cell: ({ sprache }) => nameOf(sprachen, sprache) },
        { label: "Niemand gefunden", cell: ({ unbesetzt }) => unbesetzt, figure: true },
        { label: "Kam nicht", cell: ({ ausgefallen }) => ausgefallen, figure: true },
        { label: "Geleistet", cell: ({ einsaetze }) => einsaetze, figure: true },
        { label: "Zeit", cell: ({ minuten }) => stundenText(minuten), figure: true },
      ]}
    />
  </Card>
);
