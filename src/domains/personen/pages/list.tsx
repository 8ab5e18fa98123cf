import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import { readQuery } from "../../../platform/form.ts";
import { ButtonLink, Card, EmptyState, FilterBar, Page, Pager, ResultCount, TextField } from "../../../ui/index.ts";
import { type Cursor, type PersonPage, personList } from "../page-of-persons.ts";
import { PersonTable } from "../parts/person-table.tsx";
import type { PersonKurz } from "../queries.ts";
import { findPersons, type Treffer } from "../search.ts";
import { tag } from "../texte.ts";

const PLACE = /^(\d{4}-\d{2}-\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const place = z.string().regex(PLACE).optional();
const Query = z.object({ suche: z.string().trim().max(200).default(""), aeltere: place, neuere: place });

export const list = page({
  path: "/personen",
  permission: "person.lesen",
  show: async (visit) => {
    const query = readQuery(Query, visit.url);
    const found = query.suche === "" ? undefined : await search(visit, query.suche);
    const all = found === undefined ? await readPage(visit, query) : undefined;
    return (
      <Page
        frame={visit.frame}
        title={found === undefined ? "Personen" : `Personen: ${query.suche}`}
        heading={false}
        wide
      >
        <Card title="Personen" level={1} action={<NewPerson visit={visit} />}>
          <FilterBar
            action="/personen"
            part="#personen"
            active={query.suche !== ""}
            label="Personen suchen"
            verb="Suchen"
          >
            <TextField name="suche" label="Name oder Geburtsdatum" type="search" value={query.suche} />
          </FilterBar>
          <p class="hint">In jeder Schrift und Schreibweise, auch nur ein Teil oder der Anfang des Namens.</p>
          <div id="personen">
            {found === undefined ? null : <Found text={query.suche} found={found} />}
            {all === undefined ? null : <All page={all} />}
          </div>
        </Card>
      </Page>
    );
  },
});

function NewPerson({ visit }: { readonly visit: Visit }) {
  if (!visit.actor.rechte.has("person.schreiben")) return null;
  return <ButtonLink href="/personen/neu">Person anlegen</ButtonLink>;
}

const search = (visit: Visit, text: string) => readAs(visit.actor, (tx) => findPersons(tx, visit.actor, text));

function readPage(visit: Visit, query: z.output<typeof Query>): Promise<PersonPage> {
  const cursor = cursorOf("neuere", query.neuere) ?? cursorOf("aeltere", query.aeltere);
  return readAs(visit.actor, (tx) => personList(tx, visit.actor, cursor));
}

function cursorOf(direction: Cursor["direction"], typed: string | undefined): Cursor | undefined {
  const [, am, id] = PLACE.exec(typed ?? "") ?? [];
  if (am === undefined || id === undefined || !z.iso.date().safeParse(am).success) return undefined;
  return { direction, am, id };
}

function Found({ text, found }: { readonly text: string; readonly found: readonly Treffer[] }) {
  return (
    <>
      <ResultCount>
        {found.length === 1 ? "1 Person" : `${found.length} Personen`} zu „<bdi>{text}</bdi>“
        {found.length === 10 ? " – es kann mehr geben; schreiben Sie mehr vom Namen" : ""}
      </ResultCount>
      <PersonTable
        caption="Gefundene Personen, die ähnlichsten zuerst"
        persons={found}
        reason={{ label: "Warum", cell: (hit) => hit.grund }}
        empty={
          <EmptyState>
            Niemand von den Personen, die Sie selbst angelegt haben. Vielleicht hilft nur der Nachname oder das
            Geburtsdatum.
          </EmptyState>
        }
      />
    </>
  );
}

const address = (direction: Cursor["direction"], person: PersonKurz | undefined) =>
  person === undefined ? "/personen" : `/personen?${direction}=${person.erfasstAm}_${person.id}`;

function All({ page: { persons, newer, older } }: { readonly page: PersonPage }) {
  return (
    <>
      <PersonTable
        caption="Ihre Personen, die zuletzt angelegten zuerst"
        persons={persons}
        reason={{ label: "Angelegt am", cell: (person) => tag(person.erfasstAm) }}
        empty={
          <EmptyState action={<ButtonLink href="/beratungen/neu">Beratung erfassen</ButtonLink>}>
            Hier stehen die Personen, die Sie beraten. Sie legen sie beim Erfassen einer Beratung an.
          </EmptyState>
        }
      />
      <Pager
        newer={newer ? address("neuere", persons[0]) : undefined}
        older={older ? address("aeltere", persons.at(-1)) : undefined}
      />
    </>
  );
}
