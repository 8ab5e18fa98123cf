import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import {
  Card,
  type ConflictField,
  ConflictNotice,
  Continued,
  Entered,
  Form,
  Page,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { changePerson } from "../commands/change-person.ts";
import { typedPerson } from "../model/form-values.ts";
import { personLists, type PersonLists } from "../queries/lists.ts";
import { PersonFields } from "../parts/person-fields.tsx";
import { fullName, PersonEingabe } from "../model/person.ts";
import { personOf } from "../queries/personen.ts";
import { FELD } from "../model/texte.ts";
import { getan } from "../parts/getan.ts";

const permission = "person.schreiben";
const ZWECK = "bearbeitung";
const PATH = "/personen/:id/bearbeiten";
const DRAFT = { form: "person-aendern", name: "Person bearbeiten", resume: PATH };

/** Opens the record; also for a form that comes back, because it shows what is stored. */
async function form(visit: Visit, rejected?: Rejected) {
  const id = idOf(visit);
  const { person, lists, f } = await openRecordAs(visit.actor, { art: "person", id }, ZWECK, async (tx) => {
    const person = await personOf(tx, visit.actor, id);
    const record = { id, version: person.version, values: typedPerson(person) };
    return {
      person,
      lists: await personLists(tx, person),
      f: await filled(tx, visit, DRAFT, record, rejected),
    };
  });
  const here = `/personen/${id}`;
  const name = fullName(person.name);
  return (
    <Page
      frame={visit.frame}
      title="Person bearbeiten"
      rejected={rejected}
      heading={false}
      breadcrumb={[
        { label: "Personen", href: "/personen" },
        { label: <Entered>{name}</Entered>, href: here },
      ]}
    >
      <Card title="Angaben zur Person bearbeiten" level={1}>
        <ConflictNotice rejected={rejected} fields={conflictFields(lists)} stored={here} />
        <Continued f={f} />
        <Form action={`${here}/bearbeiten`} record={f.record} draft={f.draft} rejected={rejected}>
          <PersonFields lists={lists} field={fieldsOf(f.values, rejected)} />
          <Submit label="Änderung speichern" cancel={here} draft />
        </Form>
      </Card>
    </Page>
  );
}

/** The fields of the form with words for their codes. */
function conflictFields(lists: PersonLists): ConflictField[] {
  const words = (options: PersonLists["sprachen"]) => (values: readonly string[]) =>
    values.map((value) => options.find((o) => o.value === value)?.label ?? value).join(", ");
  return [
    { name: "person_vorname", label: FELD.person_vorname },
    { name: "person_nachname", label: FELD.person_nachname },
    { name: "person_geburtsdatum", label: FELD.person_geburtsdatum, show: (days) => days.map(tagText).join("") },
    { name: "person_altersgruppe", label: "Altersgruppe", show: words(lists.altersgruppen) },
    { name: "person_kommune", label: FELD.person_kommune, show: words(lists.kommunen) },
    { name: "person_staatsangehoerigkeit", label: FELD.person_staatsangehoerigkeit, show: words(lists.staaten) },
    { name: "person_sprachen", label: FELD.person_sprachen, show: words(lists.sprachen) },
  ];
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: PersonEingabe, draft: DRAFT },
  async (tx, { actor, at }, input) => {
    await changePerson(tx, actor, at, input);
    return getan.after(`/personen/${at.id}`, "geaendert");
  },
);
