import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, ConflictNotice, Form, NumberField, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { changeFrist } from "../commands/change-frist.ts";
import { FristAngaben } from "../model/frist.ts";
import { LIST, getan } from "../parts/getan.ts";
import { fristOf, fristValues } from "../queries/frist.ts";

const PATH = `${LIST}/:id/bearbeiten`;

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const frist = await openRecordAs(visit.actor, { art: "frist", id }, "bearbeitung", (tx) =>
    fristOf(tx, visit.actor, id),
  );
  const self = `${LIST}/${id}`;
  const record = { version: frist.version, values: fristValues(frist) };
  const field = fieldsOf(record.values, rejected);
  return (
    <CardPage
      frame={visit.frame}
      title="Angaben zur Frist"
      rejected={rejected}
      breadcrumb={[
        { label: "Fristen", href: LIST },
        { label: "Frist", href: self },
      ]}
    >
      <ConflictNotice
        rejected={rejected}
        fields={[
          { name: "titel", label: "Worum geht es?" },
          { name: "vorlauf", label: "Tage vorher erinnern" },
        ]}
        stored={self}
      />
      <Form action={`${self}/bearbeiten`} record={record} rejected={rejected}>
        <TextField {...field("titel")} label="Worum geht es?" hint="Wird versiegelt." />
        <NumberField {...field("vorlauf")} label="Tage vorher erinnern" optional />
        <p class="hint">Den Tag ändern Sie mit „Verschieben“: Dann bleibt stehen, welcher es war.</p>
        <Submit label="Speichern" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "fall.schreiben",
  { form, schema: FristAngaben },
  async (tx, { actor, at }, input) => {
    await changeFrist(tx, actor, at, input);
    return getan.after(`${LIST}/${at.id}`, "gespeichert");
  },
);
