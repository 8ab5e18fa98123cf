import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { CardPage, Entered, UndoStep } from "../../../ui/index.ts";
import { undoSchritt } from "../commands/move-einbuergerung.ts";
import { STAENDE } from "../model/stand.ts";
import { LIST, getan } from "../parts/getan.ts";
import { einbuergerungOf } from "../queries/einbuergerungen.ts";

async function form(visit: Visit, rejected?: Rejected) {
  const { actor } = visit;
  const id = idOf(visit);
  const e = await openRecordAs(actor, { art: "einbuergerung", id }, "schritt", (tx) => einbuergerungOf(tx, actor, id));
  const self = `${LIST}/${id}`;
  return (
    <CardPage
      frame={visit.frame}
      title="Schritt zurücknehmen"
      rejected={rejected}
      breadcrumb={[
        { label: "Einbürgerungen", href: LIST },
        { label: "Einbürgerung", href: self },
      ]}
    >
      <p>
        <Entered>{e.person}</Entered>
      </p>
      <UndoStep
        steps={gueltige(e.schritte).map((s) => ({ text: STAENDE[s.nach], am: s.am }))}
        self={self}
        words={{ it: "Die Einbürgerung", back: "Zurück zur Einbürgerung" }}
        version={e.version}
        rejected={rejected}
      />
    </CardPage>
  );
}

/** The last step was a slip of the hand. */
export const { show, save } = formPage(
  `${LIST}/:id/zuruecknehmen`,
  "person.schreiben",
  { form, schema: NOTHING },
  async (tx, { actor, at }) => {
    await undoSchritt(tx, actor, at);
    return getan.after(`${LIST}/${at.id}`, "zurueckgenommen");
  },
);
