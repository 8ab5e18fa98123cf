import type { Child } from "#jsx";
import type { z } from "zod";
import type { Visit } from "../../../platform/access.ts";
import type { Actor } from "../../../platform/actor.ts";
import { formPage } from "../../../platform/change.ts";
import { openRecordAs } from "../../../platform/db.ts";
import { filled } from "../../../platform/filled.ts";
import type { Rejected, Values } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { idOf } from "../../../platform/ids.ts";
import type { Tx } from "../../../platform/tx.ts";
import {
  Card,
  type ConflictField,
  ConflictNotice,
  Continued,
  type FieldsOf,
  Form,
  Page,
  Submit,
  fieldsOf,
} from "../../../ui/index.ts";
import { type PersonLists, personLists } from "../queries/lists.ts";
import { type Person, personOf } from "../queries/person.ts";
import { belowPerson } from "./below.tsx";
import { getan } from "./getan.ts";

const ZWECK = "bearbeitung";

export type FelderProps = {
  readonly lists: PersonLists;
  readonly field: FieldsOf;
  /** What is stored. */
  readonly person: Person;
  /** What the form is filled with: how many rows are needed. */
  readonly values: Values;
};

/** A portion of a person with a form of its own. */
type Teilseite<S extends z.ZodObject> = {
  /** The last part of its address. */
  readonly pfad: string;
  /** What its drafts are called, technically. */
  readonly entwurf: string;
  readonly titel: string;
  readonly schema: S;
  readonly values: (person: Person) => Values;
  readonly felder: (props: FelderProps) => Child;
  readonly conflict: (lists: PersonLists) => readonly ConflictField[];
  readonly save: (tx: Tx, actor: Actor, at: At, input: z.output<S>) => Promise<void>;
};

/** The page of a portion: shows its form, also half-typed or overtaken, and takes it. */
export function teilPage<S extends z.ZodObject>(teil: Teilseite<S>) {
  const path = `/personen/:id/${teil.pfad}`;
  const draft = { form: teil.entwurf, name: teil.titel, resume: path };
  const Felder = teil.felder;

  /** Opens the record; also for a form that comes back, because it shows what is stored. */
  async function form(visit: Visit, rejected?: Rejected) {
    const id = idOf(visit);
    const { person, lists, f } = await openRecordAs(visit.actor, { art: "person", id }, ZWECK, async (tx) => {
      const person = await personOf(tx, visit.actor, id);
      const record = { id, version: person.version, values: teil.values(person) };
      return { person, lists: await personLists(tx, person), f: await filled(tx, visit, draft, record, rejected) };
    });
    const here = `/personen/${id}`;
    return (
      <Page {...belowPerson(visit, person)} title={teil.titel} rejected={rejected} heading={false}>
        <Card title={teil.titel} level={1}>
          <ConflictNotice rejected={rejected} fields={teil.conflict(lists)} stored={here} />
          <Continued f={f} />
          <Form action={`${here}/${teil.pfad}`} record={f.record} draft={f.draft} rejected={rejected}>
            <Felder
              lists={lists}
              person={person}
              field={fieldsOf(f.values, rejected)}
              values={rejected?.values ?? f.values}
            />
            <Submit label="Änderung speichern" cancel={here} draft />
          </Form>
        </Card>
      </Page>
    );
  }

  return formPage(path, "person.schreiben", { form, schema: teil.schema, draft }, async (tx, { actor, at }, input) => {
    await teil.save(tx, actor, at, input);
    return getan.after(`/personen/${at.id}`, "geaendert");
  });
}
