import { type Visit, page } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { Entered, CardPage, EmptyState, Form, Submit, TextField, fieldsOf } from "../../../ui/index.ts";
import { changeKommune } from "../commands/change-kommune.ts";
import { createKommune } from "../commands/create-kommune.ts";
import { belowList } from "../parts/below.ts";
import { KommuneEdit, KommuneFields } from "../parts/kommune-form.tsx";
import { getan } from "../parts/getan.ts";
import { Verzeichnis } from "../parts/verzeichnis.tsx";
import { KommuneEingabe, NeueKommune } from "../model/stammdaten.ts";
import { kommuneOf, kommuneRows } from "../queries/verzeichnisse.ts";

const LIST = "/verwaltung/kommunen";
const permission = "kommune.verwalten";

export const show = page({
  path: LIST,
  permission,
  notices: getan,
  show: async (visit) => {
    const rows = await readAs(visit.actor, kommuneRows);
    return (
      <Verzeichnis
        visit={visit}
        title="Kommunen"
        list={LIST}
        add="Kommune hinzufügen"
        count={anzahl(rows.length, "Kommune", "Kommunen")}
        rows={rows}
        idOf={(row) => row.ags}
        empty={
          <EmptyState>Für diesen Kreis gibt es keine Vorlage. Fügen Sie seine Kommunen von Hand hinzu.</EmptyState>
        }
        columns={[
          { label: "Kommune", cell: (row) => <Entered>{row.name}</Entered> },
          { label: "Schlüssel", cell: (row) => row.ags },
          { label: "PLZ", cell: (row) => row.plz },
          { label: "Jugendamt", cell: (row) => <Entered>{row.jugendamt}</Entered> },
          { label: "Ausländerbehörde", cell: (row) => <Entered>{row.abh}</Entered> },
          { label: "Einbürgerungsbehörde", cell: (row) => <Entered>{row.ebh}</Entered> },
        ]}
      >
        <p>
          Zu jeder Beratung gehört eine dieser Kommunen. Prüfen Sie die zuständigen Ämter und ergänzen Sie, was fehlt.
        </p>
      </Verzeichnis>
    );
  },
});

const newForm = (visit: Visit, rejected?: Rejected) => {
  const field = fieldsOf(undefined, rejected);
  return (
    <CardPage {...belowList(visit, "Kommunen", LIST)} title="Kommune hinzufügen" rejected={rejected}>
      <Form action={LIST} rejected={rejected}>
        <TextField
          {...field("ags")}
          label="Amtlicher Gemeindeschlüssel"
          hint={`Acht Ziffern, beginnend mit ${visit.actor.kreis}.`}
          inputmode="numeric"
          autofocus
        />
        <KommuneFields field={field} />
        <Submit label="Hinzufügen" cancel={LIST} />
      </Form>
    </CardPage>
  );
};

export const { show: showNew, save: saveNew } = formPage(
  LIST,
  permission,
  { form: newForm, schema: NeueKommune, shownAt: `${LIST}/neu`, notices: getan },
  async (tx, { actor }, kommune) => {
    await createKommune(tx, actor, kommune);
    return getan.after(LIST, "angelegt");
  },
);

const agsOf = (visit: Visit): string => visit.params["ags"] ?? "";

async function editForm(visit: Visit, rejected?: Rejected) {
  const kommune = await readAs(visit.actor, (tx) => kommuneOf(tx, agsOf(visit)));
  return <KommuneEdit visit={visit} kommune={kommune} rejected={rejected} />;
}

export const { show: showEdit, save: saveEdit } = formPage(
  `${LIST}/:ags`,
  permission,
  { form: editForm, schema: KommuneEingabe, notices: getan },
  async (tx, visit, kommune) => {
    await changeKommune(tx, visit.actor, { ags: agsOf(visit), version: visit.version }, kommune);
    return getan.after(LIST, "gespeichert");
  },
);
