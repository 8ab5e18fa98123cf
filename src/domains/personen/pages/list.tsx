import type { Child } from "#jsx";
import { z } from "zod";
import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { may } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { text } from "../../../platform/fields.ts";
import { type Rejected, Refused, readQuery } from "../../../platform/form.ts";
import { type Place, placeInAddress } from "../../../platform/place.ts";
import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Choices,
  EmptyState,
  Entered,
  Form,
  HiddenField,
  Page,
  Pager,
  ResultCount,
  TextField,
} from "../../../ui/index.ts";
import { type Vertretene, Wessen, vertretene, wessenWahl } from "../../zustaendigkeit/index.ts";
import { type PersonPage, personList } from "../queries/page-of-persons.ts";
import { PersonTable } from "../parts/person-table.tsx";
import { findPersons, type Gefunden, nobodyFound, searchProblem } from "../queries/search.ts";

const Query = z.object({
  wessen: Wessen,
  aeltere: placeInAddress.optional(),
  neuere: placeInAddress.optional(),
});
const LIST = "/personen";
const Suche = z.object({
  suche: z.string().trim().pipe(text(200)),
  /** How many were compared before. */
  ab: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional(),
});

export const list = page({
  path: "/personen",
  permission: "person.lesen",
  show: async (visit) => {
    const { aeltere, neuere, wessen } = readQuery(Query, visit.url);
    const { actor } = visit;
    const from = { older: aeltere, newer: neuere };
    const { all, fuer } = await readAs(actor, async (tx) => ({
      all: await personList(tx, actor, from, wessen),
      fuer: await vertretene(tx, actor),
    }));
    return (
      <Frame visit={visit}>
        <Choices
          label="Wessen Personen"
          items={wessenWahl(fuer, wessen, (of) => (of === undefined ? LIST : `${LIST}?wessen=${of}`))}
        />
        <All page={all} wessen={wessen} fuer={fuer} />
      </Frame>
    );
  },
});

/** Searching is a POST: a name in the address would stay in the browser's history and in the logs of a proxy. */
export const find = action({
  path: "/personen",
  permission: "person.lesen",
  schema: Suche,
  run: async (visit, { suche, ab }) => {
    if (suche === "") return new Redirect("/personen");
    const problem = searchProblem(suche);
    if (problem !== undefined) throw new Refused(problem, "suche");
    const { actor } = visit;
    const { found, fuer } = await readAs(actor, async (tx) => ({
      found: await findPersons(tx, actor, suche, Number(ab ?? 0)),
      fuer: await vertretene(tx, actor),
    }));
    return (
      <Frame visit={visit} text={suche}>
        <Found text={suche} found={found} fuer={fuer} />
      </Frame>
    );
  },
  again: (visit, rejected) => <Frame visit={visit} rejected={rejected} />,
});

type FrameProps = {
  readonly visit: Visit;
  readonly text?: string;
  readonly rejected?: Rejected | undefined;
  readonly children?: Child;
};

function Frame({ visit, text, rejected, children }: FrameProps) {
  return (
    <Page
      frame={visit.frame}
      title="Personen"
      rejected={rejected}
      heading={false}
      wide
      keys={text === undefined ? [] : [{ keys: "1 bis 9", does: "Treffer öffnen" }]}
    >
      <Card title="Personen" level={1} action={<NewPerson visit={visit} />}>
        <p class="hint">
          In jeder Schrift und Schreibweise, auch nur ein Teil oder der Anfang des Namens; vom Geburtsdatum auch nur das
          Jahr.
        </p>
        <search aria-label="Personen suchen">
          <Form action="/personen" part="#personen" rejected={rejected}>
            <div class="look">
              <TextField
                name="suche"
                label="Name, Geburtsdatum oder Telefon"
                type="search"
                value={text}
                rejected={rejected}
              />
              <Actions>
                <Button kind="secondary">Suchen</Button>
                {text === undefined ? null : (
                  <ButtonLink kind="tertiary" href="/personen">
                    Zurücksetzen
                  </ButtonLink>
                )}
              </Actions>
            </div>
          </Form>
        </search>
        <div id="personen">{children}</div>
      </Card>
    </Page>
  );
}

function NewPerson({ visit }: { readonly visit: Visit }) {
  if (!may(visit.actor, "person.schreiben")) return null;
  return (
    <div class="actions">
      <ButtonLink href="/personen/neu">Person anlegen</ButtonLink>
      <ButtonLink kind="tertiary" href="/personen/dubletten">
        Doppelte Personen
      </ButtonLink>
    </div>
  );
}

type FoundProps = { readonly text: string; readonly found: Gefunden; readonly fuer: readonly Vertretene[] };

/** Everybody that was found; where more share something with what was typed, the way on. */
function Found({ text, found: { treffer, weiter }, fuer }: FoundProps) {
  return (
    <>
      <ResultCount>
        {anzahl(treffer.length, "Person", "Personen")} zu „<Entered>{text}</Entered>“
        {weiter === undefined ? "" : ", und noch mehr, die nur entfernt so heißen"}
      </ResultCount>
      <PersonTable
        caption="Gefundene Personen, die ähnlichsten zuerst"
        persons={treffer}
        reason={{ label: "Warum", cell: (hit) => hit.grund }}
        fuer={fuer}
        keyed
        empty={<EmptyState>{nobodyFound(text)}</EmptyState>}
      />
      {weiter === undefined ? null : (
        <Form action="/personen" part="#personen">
          <HiddenField name="suche" value={text} />
          <HiddenField name="ab" value={String(weiter)} />
          <Actions>
            <Button kind="secondary">Weiter suchen</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

const address = (direction: "aeltere" | "neuere", place: Place | undefined, wessen: Wessen) =>
  place && `/personen?${direction}=${place.am}_${place.id}${wessen === undefined ? "" : `&wessen=${wessen}`}`;

type AllProps = { readonly page: PersonPage; readonly wessen: Wessen; readonly fuer: readonly Vertretene[] };

/** A page of the list; over several accounts each says whose it is. */
function All({ page: { persons, newer, older }, wessen, fuer }: AllProps) {
  return (
    <>
      <PersonTable
        caption="Personen, die zuletzt angelegten zuerst"
        persons={persons}
        reason={{ label: "Angelegt am", cell: (person) => tagText(person.erfasstAm) }}
        fuer={wessen === "alle" ? fuer : []}
        empty={
          <EmptyState action={<ButtonLink href="/beratungen/neu">Beratung erfassen</ButtonLink>}>
            Hier stehen die Personen, die Sie beraten. Sie legen sie beim Erfassen einer Beratung an.
          </EmptyState>
        }
      />
      <Pager newer={address("neuere", newer, wessen)} older={address("aeltere", older, wessen)} />
    </>
  );
}
