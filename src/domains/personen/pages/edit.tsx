import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { openRecordAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  type ConflictField,
  ConflictNotice,
  Form,
  Page,
} from "../../../ui/index.ts";
import { changePerson } from "../commands/change-person.ts";
import { typedPerson } from "../form-values.ts";
import { personLists, type PersonLists } from "../lists.ts";
import { PersonFields } from "../parts/person-fields.tsx";
import { fullName, PersonEingabe } from "../person.ts";
import { type Person, personOf } from "../queries.ts";
import { FELD, tag } from "../texte.ts";

const ZWECK = "bearbeitung";
const PATH = "/personen/:id/bearbeiten";
const idOf = (visit: Visit) => visit.params["id"] ?? "";

type EditProps = {
  readonly visit: Visit;
  readonly person: Person;
  readonly lists: PersonLists;
  readonly rejected?: Rejected;
};

function EditPerson({ visit, person, lists, rejected }: EditProps) {
  const here = `/personen/${person.id}`;
  const name = fullName(person.name);
  return (
    <Page
      frame={visit.frame}
      title={`${name} bearbeiten`}
      rejected={rejected}
      heading={false}
      breadcrumb={[
        { label: "Personen", href: "/personen" },
        { label: name, href: here },
      ]}
    >
      <Card title="Angaben zur Person bearbeiten" level={1}>
        <ConflictNotice rejected={rejected} fields={conflictFields(lists)} stored={here} />
        <Form action={`${here}/bearbeiten`} version={person.version} rejected={rejected}>
          <PersonFields lists={lists} values={typedPerson(person)} rejected={rejected} />
          <Actions>
            <Button>Änderung speichern</Button>
            <ButtonLink kind="tertiary" href={here}>
              Abbrechen
            </ButtonLink>
          </Actions>
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
    { name: "person_geburtsdatum", label: FELD.person_geburtsdatum, show: (days) => days.map(tag).join("") },
    { name: "person_altersgruppe", label: "Altersgruppe", show: words(lists.altersgruppen) },
    { name: "person_kommune", label: FELD.person_kommune, show: words(lists.kommunen) },
    { name: "person_staatsangehoerigkeit", label: FELD.person_staatsangehoerigkeit, show: words(lists.staaten) },
    { name: "person_sprachen", label: FELD.person_sprachen, show: words(lists.sprachen) },
  ];
}

/** Opens the record; also for a form that comes back, because it shows what is stored. */
function open(visit: Visit) {
  const id = idOf(visit);
  return openRecordAs(visit.actor, { art: "person", id }, ZWECK, async (tx) => {
    const person = await personOf(tx, visit.actor, id);
    return { person, lists: await personLists(tx, person) };
  });
}

export const editForm = page({
  path: PATH,
  permission: "person.schreiben",
  show: async (visit) => <EditPerson visit={visit} {...await open(visit)} />,
});

export const editSave = action({
  path: PATH,
  permission: "person.schreiben",
  schema: PersonEingabe,
  run: async (visit, eingabe, submission) => {
    const id = idOf(visit);
    const to = await writeOnce(visit.actor, submission, async (tx) => {
      await changePerson(tx, visit.actor, { id, version: submission.version, eingabe });
      return `/personen/${id}?meldung=geaendert`;
    });
    return new Redirect(to);
  },
  again: async (visit, rejected) => <EditPerson visit={visit} {...await open(visit)} rejected={rejected} />,
});
