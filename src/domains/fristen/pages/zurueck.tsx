import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { CardPage, Confirm, Entered, Table } from "../../../ui/index.ts";
import { undoLauf } from "../commands/undo-lauf.ts";
import { STAENDE } from "../model/frist.ts";
import { LIST, getan } from "../parts/getan.ts";
import { laufOf } from "../queries/lauf.ts";

const PATH = `${LIST}/zurueck/:lauf`;

/** What was done together, and that it is taken back together. */
async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit, "lauf");
  const lauf = await readAs(visit.actor, (tx) => laufOf(tx, visit.actor, id));
  return (
    <CardPage
      frame={visit.frame}
      title="Rückgängig machen"
      rejected={rejected}
      breadcrumb={[{ label: "Fristen", href: LIST }]}
    >
      <Confirm action={`${LIST}/zurueck/${id}`} confirm="Rückgängig machen" back={LIST} rejected={rejected}>
        <p>Diese Fristen sind danach wieder, wie sie vorher waren. Im Verlauf bleibt beides stehen.</p>
        <Table
          caption="Was zurückgenommen wird"
          hideCaption
          rows={lauf}
          columns={[
            { label: "Worum es geht", cell: ({ frist }) => <Entered>{frist.titel}</Entered> },
            { label: "jetzt", cell: ({ frist: { am, stand } }) => `${STAENDE[stand]}, ${tagText(am)}` },
            { label: "danach", cell: ({ am, stand }) => `${STAENDE[stand]}, ${tagText(am)}` },
          ]}
        />
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, "fall.schreiben", { form, schema: NOTHING }, async (tx, visit) =>
  getan.after(LIST, "zurueck", await undoLauf(tx, visit.actor, idOf(visit, "lauf"))),
);
