import { type Route, type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { ButtonLink, Card, EmptyState, Form, Page, Submit, Table, TextField } from "../../../ui/index.ts";
import { changeKommune } from "../commands/change-kommune.ts";
import { createKommune } from "../commands/create-kommune.ts";
import { Active } from "../parts/active.tsx";
import { KommuneEdit, KommuneFields } from "../parts/kommune-form.tsx";
import { getan } from "../parts/visit.ts";
import { kommuneEingabe, neueKommune } from "../model/stammdaten.ts";
import { kommuneOf, kommuneRows } from "../queries/verzeichnisse.ts";

const LIST = "/verwaltung/kommunen";
const UP = [{ label: "Verwaltung", href: "/verwaltung" }];
const permission = "kommune.verwalten";

const words = (n: number): string => (n === 1 ? "1 Kommune" : `${n} Kommunen`);

const Add = () => <ButtonLink href={`${LIST}/neu`}>Kommune hinzufügen</ButtonLink>;

const show = page({
  path: LIST,
  permission,
  notices: getan,
  show: async (visit) => {
    const rows = await readAs(visit.actor, kommuneRows);
    return (
      <Page frame={visit.frame} title="Kommunen" breadcrumb={UP} wide>
        <p>
          Zu jeder Beratung gehört eine dieser Kommunen. Prüfen Sie die zuständigen Ämter und ergänzen Sie, was fehlt.
        </p>
        <Card title={words(rows.length)} action={<Add />}>
          <Table
            caption="Kommunen des Kreises"
            hideCaption
            rows={rows}
            href={(row) => `${LIST}/${row.ags}`}
            empty={
              <EmptyState>Für diesen Kreis gibt es keine Vorlage. Fügen Sie seine Kommunen von Hand hinzu.</EmptyState>
            }
            columns={[
              { label: "Kommune", cell: (row) => row.name },
              { label: "Schlüssel", cell: (row) => row.ags },
              { label: "PLZ", cell: (row) => row.plz },
              { label: "Jugendamt", cell: (row) => row.jugendamt },
              { label: "Ausländerbehörde", cell: (row) => row.abh },
              { label: "Einbürgerungsbehörde", cell: (row) => row.ebh },
              { label: "Stand", cell: (row) => <Active aktiv={row.aktiv} /> },
            ]}
          />
        </Card>
      </Page>
    );
  },
});

const NewPage = ({ visit, rejected }: { readonly visit: Visit; readonly rejected?: Rejected }) => (
  <Page
    frame={visit.frame}
    title="Kommune hinzufügen"
    rejected={rejected}
    breadcrumb={[...UP, { label: "Kommunen", href: LIST }]}
  >
    <Card>
      <Form action={LIST} rejected={rejected}>
        <TextField
          name="ags"
          label="Amtlicher Gemeindeschlüssel"
          hint={`Acht Ziffern, beginnend mit ${visit.actor.kreis}.`}
          inputmode="numeric"
          maxlength={8}
          rejected={rejected}
          autofocus
        />
        <KommuneFields rejected={rejected} />
        <Submit label="Hinzufügen" cancel={LIST} />
      </Form>
    </Card>
  </Page>
);

const showNew = page({ path: `${LIST}/neu`, permission, notices: getan, show: (visit) => <NewPage visit={visit} /> });

const saveNew = change({
  path: LIST,
  permission,
  schema: neueKommune,
  save: async (tx, visit, kommune) => {
    await createKommune(tx, visit.actor, kommune);
    return getan.after(LIST, "angelegt");
  },
  again: (visit, rejected) => <NewPage visit={visit} rejected={rejected} />,
});

const agsOf = (visit: Visit): string => visit.params["ags"] ?? "";

async function edit(visit: Visit, rejected?: Rejected) {
  const kommune = await readAs(visit.actor, (tx) => kommuneOf(tx, agsOf(visit)));
  return <KommuneEdit visit={visit} kommune={kommune} rejected={rejected} />;
}

const showOne = page({ path: `${LIST}/:ags`, permission, notices: getan, show: (visit) => edit(visit) });

const save = change({
  path: `${LIST}/:ags`,
  permission,
  schema: kommuneEingabe,
  save: async (tx, visit, kommune) => {
    await changeKommune(tx, visit.actor, agsOf(visit), visit.version, kommune);
    return getan.after(LIST, "gespeichert");
  },
  again: edit,
});

export const kommunenRoutes: readonly Route[] = [show, showNew, saveNew, showOne, save];
