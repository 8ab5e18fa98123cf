import { tagText } from "../../../platform/span.ts";
import { Card, Entered, Table } from "../../../ui/index.ts";
import { nameVon } from "../model/luecke.ts";
import { STAENDE } from "../model/stand.ts";
import type { Eine } from "../queries/eine.ts";

/** Every step of a gap and of those put together with it: day, from, to, why, by whom. */
export function Verlauf({ luecke, verlauf, zeile }: Pick<Eine, "luecke" | "verlauf" | "zeile">) {
  const names = new Map([zeile.luecke, ...zeile.andere].map((one) => [one.id, nameVon(one)]));
  return (
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
          {
            label: "Welche Lücke",
            cell: ({ lueckeId }) => (lueckeId === luecke.id ? "diese" : <Entered>{names.get(lueckeId) ?? ""}</Entered>),
          },
          { label: "Grund", whole: true, cell: ({ grund }) => (grund === null ? null : <Entered>{grund}</Entered>) },
          {
            label: "Durch",
            cell: ({ wer, name }) =>
              wer === null ? "wer gemeldet hat" : <Entered>{name ?? "jemand bei einem anderen Träger"}</Entered>,
          },
        ]}
      />
    </Card>
  );
}
