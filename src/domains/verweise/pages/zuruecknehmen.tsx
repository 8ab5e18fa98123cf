import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { CardPage, Entered, UndoStep } from "../../../ui/index.ts";
import { undoSchritt } from "../commands/move-verweis.ts";
import { standText, wohin } from "../model/worte.ts";
import { LIST, getan } from "../parts/getan.ts";
import { verweisOf } from "../queries/verweise.ts";

const PATH = `${LIST}/:id/zuruecknehmen`;

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const v = await openRecordAs(actor, { art: "verweis", id }, "schritt", (tx) => verweisOf(tx, actor, id));
  const self = `${LIST}/${id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Schritt zurücknehmen"
      rejected={rejected}
      breadcrumb={[
        { label: "Verweise", href: LIST },
        { label: "Verweis", href: self },
      ]}
    >
      <p>
        <Entered>{v.person}</Entered> an {wohin(v)}
      </p>
      <UndoStep
        steps={gueltige(v.schritte).map((s) => ({ text: standText({ stand: s.nach, absage: s.absage }), am: s.am }))}
        self={self}
        words={{ it: "Der Verweis", back: "Zurück zum Verweis" }}
        version={v.version}
        rejected={rejected}
      />
    </CardPage>
  );
}

/** The last step was a slip of the hand. */
export const { show, save } = formPage(
  PATH,
  "verweis.schreiben",
  { form, schema: NOTHING },
  async (tx, { actor, at }) => {
    await undoSchritt(tx, actor, at);
    return getan.after(`${LIST}/${at.id}`, "zurueck");
  },
);
