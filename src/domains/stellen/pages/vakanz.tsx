import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, DateField, Day, Form, SelectField, Submit, fieldsOf } from "../../../ui/index.ts";
import { noteVakanz } from "../commands/note-vakanz.ts";
import { amTag, vakanzen } from "../model/plan.ts";
import { VakanzEingabe } from "../model/stelle.ts";
import { LIST, getan } from "../parts/getan.ts";
import { grundOptions } from "../parts/grund-options.ts";
import { belowStelle } from "../parts/below.ts";
import { stelleOf } from "../queries/stellen.ts";

const permission = "stelle.schreiben";
const PATH = `${LIST}/:id/vakanz`;

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, now, gruende } = await readAs(visit.actor, async (tx) => {
    const stelle = await stelleOf(tx, visit.actor, idOf(visit));
    const now = amTag(stelle, today()).vakanz;
    return { stelle, now, gruende: await grundOptions(tx, now?.grund ? [now.grund.code] : []) };
  });
  const self = `${LIST}/${stelle.id}`;
  const last = vakanzen(stelle).at(-1);
  const field = fieldsOf({ grund: now?.grund ? [now.grund.code] : [], von: [now?.seit ?? last?.von ?? ""] }, rejected);
  return (
    <CardPage {...belowStelle(visit, stelle)} title="Grund einer Vakanz" rejected={rejected}>
      {last === undefined ? (
        <p>Die Stelle war immer voll besetzt. Beenden Sie zuerst eine Besetzung, wenn jemand geht.</p>
      ) : (
        <p>
          {now === undefined ? "Zuletzt vakant" : "Vakant"} seit <Day iso={now?.seit ?? last.von} />.
        </p>
      )}
      <Form action={`${self}/vakanz`} rejected={rejected}>
        <SelectField
          {...field("grund")}
          label="Warum ist die Stelle vakant?"
          options={gruende}
          empty="Bitte wählen"
          autofocus
        />
        <DateField
          {...field("von")}
          label="Ab wann gilt dieser Grund?"
          hint="Er gilt, bis ein anderer genannt wird oder die Stelle wieder voll besetzt ist."
        />
        <Submit label="Grund eintragen" cancel={self} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: VakanzEingabe }, async (tx, visit, input) => {
  await noteVakanz(tx, visit.actor, visit.at, input);
  return getan.after(`${LIST}/${visit.at.id}`, "begruendet");
});
