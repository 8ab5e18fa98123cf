import { change } from "../../../platform/change.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { idOf } from "../../../platform/ids.ts";
import { Alert, PlainPage } from "../../../ui/index.ts";
import { noteMitgeteilt } from "../commands/note-mitgeteilt.ts";
import { ONE, getan } from "../parts/getan.ts";

/** The button below what went out: whoever got something knows of the withdrawal. */
export const save = change(
  `${ONE}/:id/mitgeteilt`,
  "einwilligung.schreiben",
  {
    schema: NOTHING,
    again: (visit) => (
      <PlainPage frame={visit.frame} title="Nicht eingetragen">
        <Alert kind="warning">
          Das ließ sich nicht eintragen. <a href={`${ONE}/${idOf(visit)}`}>Zurück zur Einwilligung</a>
        </Alert>
      </PlainPage>
    ),
  },
  async (tx, { actor, at }) => {
    await noteMitgeteilt(tx, actor, at.id);
    return getan.after(`${ONE}/${at.id}`, "mitgeteilt");
  },
);
