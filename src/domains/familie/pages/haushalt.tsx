import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, CheckChips, DateField, Form, Submit, fieldsOf } from "../../../ui/index.ts";
import { setHaushalt } from "../commands/set-haushalt.ts";
import { Haushalt } from "../model/beziehung.ts";
import { belowFamilie } from "../parts/below.tsx";
import { familiePath, getan } from "../parts/getan.ts";
import { familieOf } from "../queries/familie.ts";

const PATH = "/personen/:id/familie/haushalt";

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { person, personen } = await readAs(visit.actor, (tx) => familieOf(tx, visit.actor, id));
  const others = personen.slice(1);
  const now = others.filter((one) => one.haushalt !== null && one.haushalt === person.haushalt);
  const field = fieldsOf({ person: now.map((one) => one.id) }, rejected);
  return (
    <CardPage {...belowFamilie(visit, person)} title="Haushalt" rejected={rejected}>
      <Form action={`${familiePath(id)}/haushalt`} rejected={rejected}>
        <CheckChips
          {...field("person")}
          label="Wer lebt mit der Person zusammen?"
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          optional
        />
        <DateField {...field("seit")} label="Seit wann ist es so?" hint="Leer: seit heute." optional />
        <Submit label="Speichern" cancel={familiePath(id)} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "person.schreiben",
  { form, schema: Haushalt },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await setHaushalt(tx, visit.actor, id, input);
    return getan.after(familiePath(id), "haushalt");
  },
);
