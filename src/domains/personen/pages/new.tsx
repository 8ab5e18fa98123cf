import { z } from "zod";
import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { draftOf } from "../../../platform/drafts.ts";
import { type Rejected, type Values, first, readQuery, several } from "../../../platform/form.ts";
import { type Submission, writeOnce } from "../../../platform/submission.ts";
import { Actions, Button, ButtonLink, Card, Form, HiddenField, Page } from "../../../ui/index.ts";
import { createPerson } from "../commands/create-person.ts";
import { typedAgain } from "../form-values.ts";
import { listsFor } from "../lists.ts";
import { Doubles, SEEN } from "../parts/doubles.tsx";
import { PersonFields } from "../parts/person-fields.tsx";
import { fullName, nameOf, PersonEingabe } from "../person.ts";
import { findDoubles, type Treffer } from "../search.ts";

const PATH = "/personen/neu";
/** The name under which drafts of this form are kept. */
const FORMULAR = "person";
const Query = z.object({ entwurf: z.uuid().optional() });

const Schema = PersonEingabe.extend({ person_gesehen: several(z.uuid()) });
type Typed = z.output<typeof Schema>;

type FormProps = {
  readonly visit: Visit;
  readonly values?: Values;
  readonly rejected?: Rejected;
  readonly doubles?: readonly Treffer[];
};

async function NewPerson({ visit, values = {}, rejected, doubles = [] }: FormProps) {
  const lists = await listsFor(visit.actor);
  const typed = rejected?.values ?? values;
  const seen = doubles.length > 0 ? doubles.map((hit) => hit.id) : (typed[SEEN] ?? []);
  const draft = { id: first(typed, "_entwurf") || crypto.randomUUID(), url: `/entwurf/${FORMULAR}` };
  return (
    <Page
      frame={visit.frame}
      title="Person anlegen"
      rejected={rejected}
      heading={false}
      breadcrumb={[{ label: "Personen", href: "/personen" }]}
    >
      <Card title="Person anlegen" level={1}>
        <Doubles doubles={doubles} />
        <Form action={PATH} rejected={rejected} draft={draft}>
          {seen.map((id) => (
            <HiddenField name={SEEN} value={id} />
          ))}
          <PersonFields lists={lists} values={values} rejected={rejected} />
          <Actions draftState="">
            <Button>{doubles.length === 0 ? "Person anlegen" : "Nein, als neue Person anlegen"}</Button>
            <ButtonLink kind="tertiary" href="/personen">
              Abbrechen
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Page>
  );
}

/** Ends the transaction of saving: similar persons are there that nobody was asked about yet. */
class Similar extends Error {
  readonly doubles: readonly Treffer[];
  constructor(doubles: readonly Treffer[]) {
    super("Es gibt ähnliche Personen.");
    this.doubles = doubles;
  }
}

/** Where to go when it is saved, or the similar persons to ask about first. */
async function create(visit: Visit, typed: Typed, submission: Submission): Promise<string | Similar> {
  const { person_gesehen: seen, ...eingabe } = typed;
  const entered = { name: fullName(nameOf(eingabe)), geburtsdatum: eingabe.person_geburtsdatum };
  try {
    return await writeOnce(visit.actor, submission, async (tx) => {
      const doubles = await findDoubles(tx, visit.actor, entered);
      if (doubles.some((hit) => !seen.includes(hit.id))) throw new Similar(doubles);
      return `/personen/${await createPerson(tx, visit.actor, eingabe)}?meldung=angelegt`;
    });
  } catch (error) {
    if (error instanceof Similar) return error;
    throw error;
  }
}

export const newForm = page({
  path: PATH,
  permission: "person.schreiben",
  show: async (visit) => {
    const { entwurf } = readQuery(Query, visit.url);
    if (entwurf === undefined) return <NewPerson visit={visit} />;
    const draft = await readAs(visit.actor, (tx) => draftOf(tx, visit.actor, entwurf));
    return <NewPerson visit={visit} values={{ ...draft?.values, _entwurf: [entwurf] }} />;
  },
});

export const newSave = action({
  path: PATH,
  permission: "person.schreiben",
  schema: Schema,
  draft: { form: FORMULAR, resume: PATH },
  run: async (visit, typed, submission) => {
    const result = await create(visit, typed, submission);
    if (typeof result === "string") return new Redirect(result);
    const values = { ...typedAgain(typed), _entwurf: [submission.draft ?? ""] };
    return <NewPerson visit={visit} values={values} doubles={result.doubles} />;
  },
  again: (visit, rejected) => <NewPerson visit={visit} rejected={rejected} />,
});
