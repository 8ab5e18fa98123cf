import { z } from "zod";
import { type Visit, action, page } from "../../../platform/access.ts";
import { askBefore, change } from "../../../platform/change.ts";
import { today } from "../../../platform/clock.ts";
import { dayIn } from "../../../platform/day.ts";
import { readAs } from "../../../platform/db.ts";
import { text } from "../../../platform/fields.ts";
import { filled } from "../../../platform/filled.ts";
import { type Rejected, type Values, first, several } from "../../../platform/form.ts";
import { Card, Form, HiddenField, Page, Submit, fieldsOf } from "../../../ui/index.ts";
import { createPerson } from "../commands/create-person.ts";
import { typedAgain } from "../model/form-values.ts";
import { personLists } from "../queries/lists.ts";
import { DOUBLES, Doubles, SEEN } from "../parts/doubles.tsx";
import { PersonFields } from "../parts/person-fields.tsx";
import { kontaktKennung } from "../model/kontakt.ts";
import { PersonEingabe } from "../model/person.ts";
import { getan } from "../parts/getan.ts";
import { findDoubles } from "../queries/search.ts";

const permission = "person.schreiben";
const PATH = "/personen/neu";
const DRAFT = { form: "person", name: "Person anlegen", resume: PATH };

const Schema = PersonEingabe.extend({ person_gesehen: several(z.uuid()) });

/** The form: empty, or with a draft, and then with the question about persons similar to it. */
async function form(visit: Visit, rejected?: Rejected) {
  const { f, lists, doubles } = await readAs(visit.actor, async (tx) => {
    const f = await filled(tx, visit, DRAFT, undefined, rejected);
    const doubles = rejected === undefined ? await findDoubles(tx, visit.actor, enteredIn(f.values)) : [];
    return { f, lists: await personLists(tx), doubles };
  });
  const seen = doubles.length > 0 ? doubles.map((hit) => hit.id) : (f.values[SEEN] ?? []);
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
        <Form
          action={PATH}
          rejected={rejected}
          draft={f.draft}
          asks={{ url: `${PATH}/aehnliche`, part: `#${DOUBLES}` }}
        >
          {seen.map((id) => (
            <HiddenField name={SEEN} value={id} />
          ))}
          <PersonFields lists={lists} field={fieldsOf(f.values, rejected)} />
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

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

/** Who a half-typed form is about. */
const enteredIn = (values: Values) => ({
  name: `${first(values, "person_vorname")} ${first(values, "person_nachname")}`.trim(),
  geburtsdatum: dayIn(first(values, "person_geburtsdatum"), { today: today(), sense: "birth" }) ?? null,
  kontakt: kontaktKennung(first(values, "person_kontakt")),
});

const typed = text(200).default("");

/** Who is similar to what is typed so far; nothing is kept of it, and saving asks again. */
export const similar = action({
  path: `${PATH}/aehnliche`,
  permission,
  // The whole form comes along; the rest of it says nothing here.
  schema: z
    .object({ person_vorname: typed, person_nachname: typed, person_geburtsdatum: typed, person_kontakt: typed })
    .catchall(z.unknown()),
  run: async ({ actor, frame }, input) => {
    const { person_vorname, person_nachname, person_geburtsdatum, person_kontakt } = input;
    const told = { person_vorname, person_nachname, person_geburtsdatum, person_kontakt };
    const values = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, [value]]));
    const doubles = await readAs(actor, (tx) => findDoubles(tx, actor, enteredIn(values)));
    return (
      <Page frame={frame} title="Person anlegen">
        <Doubles doubles={doubles} typing />
      </Page>
    );
  },
  again: (visit, rejected) => form(visit, rejected),
});

export const save = change(
  PATH,
  permission,
  { schema: Schema, draft: DRAFT, again: form },
  async (tx, visit, typed) => {
    const { person_gesehen: seen, ...eingabe } = typed;
    const doubles = await findDoubles(tx, visit.actor, enteredIn(typedAgain(eingabe)));
    if (doubles.some((hit) => !seen.includes(hit.id))) throw askBefore(DRAFT, visit, typedAgain(typed));
    return getan.after(`/personen/${await createPerson(tx, visit.actor, eingabe)}`, "angelegt");
  },
);
