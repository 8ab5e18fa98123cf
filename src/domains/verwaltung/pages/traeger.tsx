import { type Route, Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import { ButtonLink, Card, Page, Table } from "../../../ui/index.ts";
import { changeTraeger } from "../commands/change-traeger.ts";
import { createTraeger } from "../commands/create-traeger.ts";
import { Active } from "../parts/active.tsx";
import { TraegerForm, artWord } from "../parts/traeger-form.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/visit.ts";
import { traegerAenderung, traegerEingabe } from "../model/stammdaten.ts";
import { traegerOf, traegerRows } from "../queries/verzeichnisse.ts";

const LIST = "/verwaltung/traeger";
const UP = [{ label: "Verwaltung", href: "/verwaltung" }];
const permission = "traeger.verwalten";

const list = page({
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

const neuPage = (visit: Visit, rejected?: Rejected) => (
  <TraegerForm visit={visit} title="Träger anlegen" action={LIST} rejected={rejected} />
);

const neu = page({ path: `${LIST}/neu`, permission, notices: getan, show: (visit) => neuPage(visit) });

const create = action({
  path: LIST,
  permission,
  schema: traegerEingabe,
  run: async (visit, traeger, submission) =>
    new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await createTraeger(tx, visit.actor, traeger);
        return getan.after(LIST, "angelegt");
      }),
    ),
  again: neuPage,
});

async function edit(visit: Visit, rejected?: Rejected) {
  const traeger = await readAs(visit.actor, (tx) => traegerOf(tx, idOf(visit)));
  const self = `${LIST}/${traeger.id}`;
  return <TraegerForm visit={visit} title={traeger.name} action={self} traeger={traeger} rejected={rejected} />;
}

const show = page({ path: `${LIST}/:id`, permission, notices: getan, show: (visit) => edit(visit) });

const change = action({
  path: `${LIST}/:id`,
  permission,
  schema: traegerAenderung,
  run: async (visit, traeger, submission) =>
    new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await changeTraeger(tx, visit.actor, idOf(visit), submission.version, traeger);
        return getan.after(LIST, "gespeichert");
      }),
    ),
  again: edit,
});

export const traegerRoutes: readonly Route[] = [list, neu, create, show, change];
