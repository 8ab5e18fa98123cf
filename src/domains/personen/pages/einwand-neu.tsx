import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Form, SelectField, Submit, TextArea, fieldsOf } from "../../../ui/index.ts";
import { disputeAngabe } from "../commands/dispute-angabe.ts";
import { angabenOf } from "../model/angaben.ts";
import { EinwandEingabe } from "../model/einwand.ts";
import { belowPerson } from "../parts/below.tsx";
import { getan } from "../parts/getan.ts";
import { personOf } from "../queries/person.ts";

const PATH = "/personen/:id/einwand";

async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const person = await openRecordAs(visit.actor, { art: "person", id }, "bearbeitung", (tx) =>
    personOf(tx, visit.actor, id),
  );
  const field = fieldsOf(undefined, rejected);
  const options = angabenOf(person).map(({ feld, label, text }) => ({ value: feld, label: `${label}: ${text}` }));
  return (
    <CardPage {...belowPerson(visit, person)} title="Einwand aufschreiben" rejected={rejected}>
      <p>
        Sagt die Person, dass eine Angabe nicht stimmt, und lässt es sich nicht gleich klären, bleibt die Angabe stehen.
        Was die Person dazu sagt, steht daneben, bis es geklärt ist. Steht fest, was stimmt, ändern Sie die Angabe
        einfach.
      </p>
      <Form action={`/personen/${id}/einwand`} rejected={rejected}>
        <SelectField {...field("feld")} label="Welche Angabe?" options={options} empty="Bitte wählen" />
        <TextArea {...field("erklaerung")} label="Was sagt die Person dazu?" rows={5} />
        <Submit label="Einwand speichern" cancel={`/personen/${id}`} />
      </Form>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "person.schreiben",
  { form, schema: EinwandEingabe },
  async (tx, visit, input) => {
    const id = idOf(visit);
    await disputeAngabe(tx, visit.actor, id, input);
    return getan.after(`/personen/${id}`, "bestritten");
  },
);
