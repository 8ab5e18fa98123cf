import type { Child } from "#jsx";
import { z } from "zod";
import { type Visit, action, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { openRecordAs, readAs } from "../../../platform/db.ts";
import { text } from "../../../platform/fields.ts";
import { type Rejected, Refused } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { Button, CardPage, EmptyState, Entered, Form, HiddenField, Table, TextField } from "../../../ui/index.ts";
import { nameDublette } from "../commands/decide-dublette.ts";
import { merkmale } from "../model/texte.ts";
import { genannt, personOf } from "../queries/person.ts";
import { type Treffer, findPersons, nobodyFound, searchProblem } from "../queries/search.ts";
import { DUBLETTEN } from "./dubletten.tsx";

const permission = "person.schreiben";
const PATH = "/personen/:id/gleiche";

type Found = { readonly text: string; readonly treffer: readonly Treffer[] };

/** Who else this is: somebody whom nothing told, because the names are not alike. */
async function form(visit: Visit, rejected?: Rejected, found?: Found) {
  const id = idOf(visit);
  const name = await openRecordAs(visit.actor, { art: "person", id }, "dublette", async (tx) =>
    genannt(await personOf(tx, visit.actor, id)),
  );
  const here = `/personen/${id}/gleiche`;
  return (
    <CardPage
      frame={visit.frame}
      title="Doppelt angelegt?"
      rejected={rejected}
      breadcrumb={[
        { label: "Personen", href: "/personen" },
        { label: <Entered>{name}</Entered>, href: `/personen/${id}` },
      ]}
    >
      <p>
        Steht <Entered>{name}</Entered> noch unter einem anderen Namen da? Suchen Sie den zweiten Eintrag; danach sehen
        Sie beide nebeneinander.
      </p>
      <search aria-label="Den zweiten Eintrag suchen">
        <Form action={`${here}/suche`} rejected={rejected}>
          <TextField
            name="suche"
            label="Name, Geburtsdatum oder Telefon"
            type="search"
            value={found?.text}
            rejected={rejected}
          />
          <Button kind="secondary">Suchen</Button>
        </Form>
      </search>
      {found === undefined ? null : <Treffer found={found} here={here} id={id} />}
    </CardPage>
  );
}

function Treffer({ found, here, id }: { readonly found: Found; readonly here: string; readonly id: string }): Child {
  const others = found.treffer.filter((hit) => hit.id !== id);
  return (
    <Table
      caption="Gefundene Personen, die ähnlichsten zuerst"
      columns={[
        { label: "Name", cell: (hit: Treffer) => <Entered>{hit.name}</Entered> },
        { label: "Woran zu erkennen", cell: (hit) => merkmale(hit).join(" · ") },
        {
          label: "Vergleichen",
          cell: (hit) => (
            <Form action={here}>
              <HiddenField name="andere" value={hit.id} />
              <Button kind="secondary" small>
                Vergleichen
              </Button>
            </Form>
          ),
        },
      ]}
      rows={others}
      cards
      empty={<EmptyState>{nobodyFound(found.text)}</EmptyState>}
    />
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const find = action({
  path: `${PATH}/suche`,
  permission,
  schema: z.object({ suche: z.string().trim().pipe(text(200)) }),
  run: async (visit, { suche }) => {
    const problem = searchProblem(suche);
    if (problem !== undefined) throw new Refused(problem, "suche");
    const { treffer } = await readAs(visit.actor, (tx) => findPersons(tx, visit.actor, suche));
    return form(visit, undefined, { text: suche, treffer });
  },
  again: (visit, rejected) => form(visit, rejected),
});

export const name = change(
  PATH,
  permission,
  { schema: z.object({ andere: z.uuid() }), again: form },
  async (tx, { actor, ...visit }, { andere }) => `${DUBLETTEN}/${await nameDublette(tx, actor, idOf(visit), andere)}`,
);
