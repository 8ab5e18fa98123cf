import { z } from "zod";
import { Redirect, page } from "../../../platform/access.ts";
import { type Changing, Instead, change } from "../../../platform/change.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { draftOf, saveDraft } from "../../../platform/drafts.ts";
import { type Rejected, type Values, first, readQuery, several } from "../../../platform/form.ts";
import type { Frame } from "../../../platform/frame.ts";
import { Card, Form, HiddenField, Page, Submit } from "../../../ui/index.ts";
import { createPerson } from "../commands/create-person.ts";
import { typedAgain } from "../model/form-values.ts";
import { personLists, type PersonLists } from "../queries/lists.ts";
import { Doubles, SEEN } from "../parts/doubles.tsx";
import { PersonFields } from "../parts/person-fields.tsx";
import { PersonEingabe } from "../model/person.ts";
import { getan } from "../parts/getan.ts";
import { findDoubles, type Treffer } from "../queries/search.ts";

const PATH = "/personen/neu";
/** The name under which drafts of this form are kept. */
const FORMULAR = "person";
const Query = z.object({ entwurf: z.uuid().optional() });

const Schema = PersonEingabe.extend({ person_gesehen: several(z.uuid()) });
type Typed = z.output<typeof Schema>;

type NewPersonProps = {
  readonly frame: Frame;
  readonly lists: PersonLists;
  readonly draft: string;
  readonly values: Values;
  readonly rejected?: Rejected;
  /** Similar persons to ask about. */
  readonly doubles?: readonly Treffer[];
};

function NewPerson({ frame, lists, draft, values, rejected, doubles = [] }: NewPersonProps) {
  const seen = doubles.length > 0 ? doubles.map((hit) => hit.id) : (values[SEEN] ?? []);
  return (
    <Page
      frame={frame}
      title="Person anlegen"
      rejected={rejected}
      heading={false}
      breadcrumb={[{ label: "Personen", href: "/personen" }]}
    >
      <Card title="Person anlegen" level={1}>
        <Doubles doubles={doubles} />
        <Form action={PATH} rejected={rejected} draft={{ id: draft, url: `/entwurf/${FORMULAR}` }}>
          {seen.map((id) => (
            <HiddenField name={SEEN} value={id} />
          ))}
          <PersonFields lists={lists} values={values} rejected={rejected} />
          <Submit
            label={doubles.length === 0 ? "Person anlegen" : "Nein, als neue Person anlegen"}
            cancel="/personen"
            draft
          />
        </Form>
      </Card>
    </Page>
  );
}

/** The form: empty, or with a draft, and then with the question about persons similar to it. */
export const show = page({
  path: PATH,
  permission: "person.schreiben",
  show: (visit) =>
    readAs(visit.actor, async (tx) => {
      const { entwurf } = readQuery(Query, visit.url);
      const found = entwurf === undefined ? undefined : await draftOf(tx, visit.actor, entwurf);
      const draft = found?.form === FORMULAR ? found : undefined;
      const values = draft?.values ?? {};
      const doubles = await findDoubles(tx, visit.actor, enteredIn(values));
      const lists = await personLists(tx);
      return (
        <NewPerson
          frame={visit.frame}
          lists={lists}
          draft={draft?.id ?? crypto.randomUUID()}
          values={values}
          doubles={doubles}
        />
      );
    }),
});

/** Who a half-typed form is about. */
const enteredIn = (values: Values) => ({
  name: `${first(values, "person_vorname")} ${first(values, "person_nachname")}`.trim(),
  geburtsdatum: z.iso.date().safeParse(first(values, "person_geburtsdatum")).data ?? null,
});

/** Keeps what was typed as a draft and asks there, so that looking at a similar person and going back loses nothing. */
async function ask({ actor, draft }: Changing, typed: Typed): Promise<Redirect> {
  const id = draft ?? crypto.randomUUID();
  await writeAs(actor, (tx) => saveDraft(tx, actor, { id, form: FORMULAR, values: typedAgain(typed) }));
  return new Redirect(`${PATH}?entwurf=${id}`);
}

export const save = change({
  path: PATH,
  permission: "person.schreiben",
  schema: Schema,
  draft: { form: FORMULAR, resume: PATH },
  save: async (tx, visit, typed) => {
    const { person_gesehen: seen, ...eingabe } = typed;
    const doubles = await findDoubles(tx, visit.actor, enteredIn(typedAgain(eingabe)));
    if (doubles.some((hit) => !seen.includes(hit.id))) throw new Instead(() => ask(visit, typed));
    return getan.after(`/personen/${await createPerson(tx, visit.actor, eingabe)}`, "angelegt");
  },
  again: async (visit, rejected) => {
    const lists = await readAs(visit.actor, (tx) => personLists(tx));
    const draft = z.uuid().safeParse(first(rejected.values, "_entwurf")).data ?? crypto.randomUUID();
    return <NewPerson frame={visit.frame} lists={lists} draft={draft} values={rejected.values} rejected={rejected} />;
  },
});
