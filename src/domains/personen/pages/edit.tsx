import { z } from "zod";
import { Redirect, type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { draftOf } from "../../../platform/drafts.ts";
import { type Rejected, type Values, first, readQuery } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Card, type ConflictField, ConflictNotice, Form, HiddenField, Page, Submit } from "../../../ui/index.ts";
import { changePerson } from "../commands/change-person.ts";
import { typedPerson } from "../model/form-values.ts";
import { personLists, type PersonLists } from "../queries/lists.ts";
import { PersonFields } from "../parts/person-fields.tsx";
import { fullName, PersonEingabe } from "../model/person.ts";
import { type Person, personOf } from "../queries/personen.ts";
import { FELD, tag } from "../model/texte.ts";
import { getan } from "../parts/getan.ts";

const ZWECK = "bearbeitung";
const PATH = "/personen/:id/bearbeiten";
/** Where a change is continued after signing in again: the draft knows which person it is about. */
const RESUME = "/personen/fortsetzen";
/** The name under which drafts of this form are kept. */
const FORMULAR = "person-aendern";
const Query = z.object({ entwurf: z.uuid().optional() });

/** A draft keeps no technical fields, so the form says in fields of its own whom it is about and which version it shows. */
const Schema = PersonEingabe.extend({ person_id: z.uuid().optional(), person_stand: z.string().optional() });

type EditProps = {
  readonly visit: Visit;
  readonly person: Person;
  readonly lists: PersonLists;
  readonly values: Values;
  readonly version: number;
  readonly draft: string;
  readonly rejected?: Rejected;
};

function EditPerson({ visit, person, lists, values, version, draft, rejected }: EditProps) {
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
        <Form
          action={`${here}/bearbeiten`}
          // What the fields said is known only for the version that was read; a draft may be older.
          record={{ version, values: version === person.version ? typedPerson(person) : undefined }}
          rejected={rejected}
          draft={{ id: draft, url: `/entwurf/${FORMULAR}` }}
        >
          <HiddenField name="person_id" value={person.id} />
          <HiddenField name="person_stand" value={String(rejected?.conflict?.version ?? version)} />
          <PersonFields lists={lists} values={values} rejected={rejected} />
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
    { name: "person_geburtsdatum", label: FELD.person_geburtsdatum, show: (days) => days.map(tag).join("") },
    { name: "person_altersgruppe", label: "Altersgruppe", show: words(lists.altersgruppen) },
    { name: "person_kommune", label: FELD.person_kommune, show: words(lists.kommunen) },
    { name: "person_staatsangehoerigkeit", label: FELD.person_staatsangehoerigkeit, show: words(lists.staaten) },
    { name: "person_sprachen", label: FELD.person_sprachen, show: words(lists.sprachen) },
  ];
}

type Draft = { readonly id: string; readonly values: Values };

/** Opens the record; also for a form that comes back, because it shows what is stored. */
function open(visit: Visit) {
  const id = idOf(visit);
  const { entwurf } = readQuery(Query, visit.url);
  return openRecordAs(visit.actor, { art: "person", id }, ZWECK, async (tx) => {
    const person = await personOf(tx, visit.actor, id);
    const draft = entwurf === undefined ? undefined : await draftOf(tx, visit.actor, entwurf);
    const own = draft !== undefined && first(draft.values, "person_id") === id ? draft : undefined;
    return { person, lists: await personLists(tx, person), draft: own };
  });
}

/** What the form holds: what was typed, a draft, or the record as it is stored. */
function contentOf(person: Person, draft: Draft | undefined, rejected?: Rejected) {
  const values = rejected?.values ?? draft?.values ?? typedPerson(person);
  const sent = first(values, "_entwurf");
  return {
    values,
    version: Number(first(values, "person_stand") || person.version),
    draft: draft?.id ?? (sent === "" ? crypto.randomUUID() : sent),
  };
}

export const show = page({
  path: PATH,
  permission: "person.schreiben",
  show: async (visit) => {
    const { person, lists, draft } = await open(visit);
    return <EditPerson visit={visit} person={person} lists={lists} {...contentOf(person, draft)} />;
  },
});

export const save = change({
  path: PATH,
  permission: "person.schreiben",
  schema: Schema,
  draft: { form: FORMULAR, resume: RESUME },
  save: async (tx, visit, eingabe) => {
    const id = idOf(visit);
    await changePerson(tx, visit.actor, { id, version: visit.version, eingabe });
    return getan.after(`/personen/${id}`, "geaendert");
  },
  again: async (visit, rejected) => {
    const { person, lists, draft } = await open(visit);
    const content = contentOf(person, draft, rejected);
    return <EditPerson visit={visit} person={person} lists={lists} {...content} rejected={rejected} />;
  },
});

/** Leads from a draft to the person that it changes. */
export const resume = page({
  path: RESUME,
  permission: "person.schreiben",
  show: async (visit) => {
    const { entwurf } = readQuery(Query, visit.url);
    const draft =
      entwurf === undefined ? undefined : await readAs(visit.actor, (tx) => draftOf(tx, visit.actor, entwurf));
    const id = draft?.form === FORMULAR ? first(draft.values, "person_id") : "";
    return new Redirect(id === "" ? "/personen" : `/personen/${id}/bearbeiten?entwurf=${entwurf ?? ""}`);
  },
});
