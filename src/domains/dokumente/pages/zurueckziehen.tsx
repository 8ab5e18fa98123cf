import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { withdrawDokument } from "../commands/change-dokument.ts";
import { belowDokumente } from "../parts/below.ts";
import { ONE, getan } from "../parts/getan.ts";
import { dokumentOf } from "../queries/dokumente.ts";

const ZWECK = "bearbeitung";

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const d = await openRecordAs(actor, { art: "dokument", id }, ZWECK, (tx) => dokumentOf(tx, actor, id));
  if (d.zurueckgezogenAm !== null) throw new NotFound();
  return (
    <CardPage {...belowDokumente(visit, d.personId)} title="Dokument zurückziehen" rejected={rejected}>
      <Confirm
        action={`${ONE}/${id}/zurueckziehen`}
        confirm="Zurückziehen"
        back={`${ONE}/${id}`}
        version={d.version}
        rejected={rejected}
      >
        <p>Es steht dann in keiner Liste mehr und lässt sich nicht öffnen. 30 Tage lang können Sie es zurückholen.</p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${ONE}/:id/zurueckziehen`,
  "dokument.schreiben",
  { form, schema: NOTHING },
  async (tx, { actor, at }) => {
    await withdrawDokument(tx, actor, at);
    return getan.after(`${ONE}/${at.id}`, "zurueckgezogen");
  },
);
