import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { optionOf } from "../../../platform/choice.ts";
import { type Tx, readAs } from "../../../platform/db.ts";
import { type Rejected, readQuery } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { Entered, EmptyState, FilterBar, SelectField } from "../../../ui/index.ts";
import { changeStandort } from "../commands/change-standort.ts";
import { createStandort } from "../commands/create-standort.ts";
import { StandortForm } from "../parts/standort-form.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";
import { Verzeichnis } from "../parts/verzeichnis.tsx";
import { kommunen, ownTraeger } from "../queries/orte.ts";
import { StandortAenderung, StandortEingabe } from "../model/stammdaten.ts";
import { standortById, standortRows } from "../queries/verzeichnisse.ts";

const LIST = "/verwaltung/standorte";
const permission = "standort.verwalten";
const Query = z.object({ traeger: z.uuid().optional() });

export const show = page({
  path: LIST,
  permission,
  notices: getan,
  show: async (visit) => {
    const { traeger } = readQuery(Query, visit.url);
    const { rows, choices } = await readAs(visit.actor, async (tx) => ({
      rows: await standortRows(tx, traeger),
      choices: await ownTraeger(tx, visit.actor),
    }));
    return (
      <Verzeichnis
        visit={visit}
        title="Standorte"
        list={LIST}
        add="Standort anlegen"
        count={anzahl(rows.length, "Standort", "Standorte")}
        rows={rows}
        idOf={(row) => row.id}
        empty={<EmptyState>Hier gibt es noch keinen Standort. Legen Sie den ersten an.</EmptyState>}
        columns={[
          { label: "Standort", cell: (row) => <Entered>{row.name}</Entered> },
          { label: "Kommune", cell: (row) => <Entered>{row.kommune}</Entered> },
          { label: "Träger", cell: (row) => <Entered>{row.traeger}</Entered> },
        ]}
      >
        {choices.length < 2 ? null : (
          <FilterBar action={LIST} active={traeger !== undefined}>
            <SelectField name="traeger" label="Träger" empty="Alle" options={choices.map(optionOf)} value={traeger} />
          </FilterBar>
        )}
      </Verzeichnis>
    );
  },
});

const choicesOf = async (tx: Tx, visit: Visit) => ({
  traeger: await ownTraeger(tx, visit.actor),
  kommunen: await kommunen(tx),
});

async function newForm(visit: Visit, rejected?: Rejected) {
  const choices = await readAs(visit.actor, (tx) => choicesOf(tx, visit));
  return <StandortForm visit={visit} title="Standort anlegen" action={LIST} {...choices} rejected={rejected} />;
}

export const { show: showNew, save: saveNew } = formPage(
  LIST,
  permission,
  { form: newForm, schema: StandortEingabe, shownAt: `${LIST}/neu`, notices: getan },
  async (tx, { actor }, standort) => {
    await createStandort(tx, actor, standort);
    return getan.after(LIST, "angelegt");
  },
);

async function editForm(visit: Visit, rejected?: Rejected) {
  const { standort, ...choices } = await readAs(visit.actor, async (tx) => ({
    standort: await standortById(tx, idOf(visit)),
    ...(await choicesOf(tx, visit)),
  }));
  const self = { title: standort.name, action: `${LIST}/${standort.id}`, standort };
  return <StandortForm visit={visit} {...self} {...choices} rejected={rejected} />;
}

export const { show: showEdit, save: saveEdit } = formPage(
  `${LIST}/:id`,
  permission,
  { form: editForm, schema: StandortAenderung, notices: getan },
  async (tx, { actor, at }, standort) => {
    await changeStandort(tx, actor, at, standort);
    return getan.after(LIST, "gespeichert");
  },
);
