import { type Visit, page } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { ButtonLink, Card, Page, Table } from "../../../ui/index.ts";
import { changeTraeger } from "../commands/change-traeger.ts";
import { createTraeger } from "../commands/create-traeger.ts";
import { Active } from "../parts/active.tsx";
import { TraegerForm, artWord } from "../parts/traeger-form.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";
import { TraegerAenderung, TraegerEingabe } from "../model/stammdaten.ts";
import { traegerOf, traegerRows } from "../queries/verzeichnisse.ts";

const LIST = "/verwaltung/traeger";
const UP = [{ label: "Verwaltung", href: "/verwaltung" }];
const permission = "traeger.verwalten";

export const show = page({
  path: LIST,
  permission,
  notices: getan,
  show: async (visit) => {
    const rows = await readAs(visit.actor, traegerRows);
    return (
      <Page frame={visit.frame} title="Träger" breadcrumb={UP} wide>
        <p>
          Wer Case Manager:innen anstellt, ist für deren Akten verantwortlich. Kein Träger sieht die Akten eines
          anderen.
        </p>
        <Card title={`${rows.length} Träger`} action={<ButtonLink href={`${LIST}/neu`}>Träger anlegen</ButtonLink>}>
          <Table
            caption="Träger im Kreis"
            hideCaption
            rows={rows}
            href={(row) => `${LIST}/${row.id}`}
            columns={[
              { label: "Träger", cell: (row) => row.name },
              { label: "Art", cell: (row) => artWord([row.art]) },
              { label: "Standorte", cell: (row) => row.standorte, figure: true },
              { label: "Zugänge", cell: (row) => row.konten, figure: true },
              { label: "Stand", cell: (row) => <Active aktiv={row.aktiv} /> },
            ]}
          />
        </Card>
      </Page>
    );
  },
});

const newForm = (visit: Visit, rejected?: Rejected) => (
  <TraegerForm visit={visit} title="Träger anlegen" action={LIST} rejected={rejected} />
);

export const { show: showNew, save: saveNew } = formPage({
  path: LIST,
  shownAt: `${LIST}/neu`,
  permission,
  notices: getan,
  form: newForm,
  schema: TraegerEingabe,
  save: async (tx, visit, traeger) => {
    await createTraeger(tx, visit.actor, traeger);
    return getan.after(LIST, "angelegt");
  },
});

async function editForm(visit: Visit, rejected?: Rejected) {
  const traeger = await readAs(visit.actor, (tx) => traegerOf(tx, idOf(visit)));
  const self = `${LIST}/${traeger.id}`;
  return <TraegerForm visit={visit} title={traeger.name} action={self} traeger={traeger} rejected={rejected} />;
}

export const { show: showEdit, save: saveEdit } = formPage({
  path: `${LIST}/:id`,
  permission,
  notices: getan,
  form: editForm,
  schema: TraegerAenderung,
  save: async (tx, visit, traeger) => {
    await changeTraeger(tx, visit.actor, { id: idOf(visit), version: visit.version }, traeger);
    return getan.after(LIST, "gespeichert");
  },
});
