import { type Visit, page } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { changeTraeger } from "../commands/change-traeger.ts";
import { createTraeger } from "../commands/create-traeger.ts";
import { TraegerForm, artWord } from "../parts/traeger-form.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan } from "../parts/getan.ts";
import { Entered } from "../../../ui/index.ts";
import { Verzeichnis } from "../parts/verzeichnis.tsx";
import { TraegerAenderung, TraegerEingabe } from "../model/stammdaten.ts";
import { traegerOf, traegerRows } from "../queries/verzeichnisse.ts";

const LIST = "/verwaltung/traeger";
const permission = "traeger.verwalten";

export const show = page({
  path: LIST,
  permission,
  notices: getan,
  show: async (visit) => {
    const rows = await readAs(visit.actor, traegerRows);
    return (
      <Verzeichnis
        visit={visit}
        title="Träger"
        list={LIST}
        add="Träger anlegen"
        count={`${rows.length} Träger`}
        rows={rows}
        idOf={(row) => row.id}

        columns={[
          { label: "Träger", cell: (row) => <Entered>{row.name}</Entered> },
          { label: "Art", cell: (row) => artWord([row.art]) },
          { label: "Standorte", cell: (row) => row.standorte, figure: true },
          { label: "Zugänge", cell: (row) => row.konten, figure: true },
        ]}
      >
        <p>
          Wer Case Manager:innen anstellt, ist für deren Akten verantwortlich. Kein Träger sieht die Akten eines
          anderen.
        </p>
      </Verzeichnis>
    );
  },
});

const newForm = (visit: Visit, rejected?: Rejected) => (
  <TraegerForm visit={visit} title="Träger anlegen" action={LIST} rejected={rejected} />
);

export const { show: showNew, save: saveNew } = formPage(
  LIST,
  permission,
  { form: newForm, schema: TraegerEingabe, shownAt: `${LIST}/neu`, notices: getan },
  async (tx, { actor }, traeger) => {
    await createTraeger(tx, actor, traeger);
    return getan.after(LIST, "angelegt");
  },
);

async function editForm(visit: Visit, rejected?: Rejected) {
  const traeger = await readAs(visit.actor, (tx) => traegerOf(tx, idOf(visit)));
  const self = `${LIST}/${traeger.id}`;
  return <TraegerForm visit={visit} title={traeger.name} action={self} traeger={traeger} rejected={rejected} />;
}

export const { show: showEdit, save: saveEdit } = formPage(
  `${LIST}/:id`,
  permission,
  { form: editForm, schema: TraegerAenderung, notices: getan },
  async (tx, { actor, at }, traeger) => {
    await changeTraeger(tx, actor, at, traeger);
    return getan.after(LIST, "gespeichert");
  },
);
