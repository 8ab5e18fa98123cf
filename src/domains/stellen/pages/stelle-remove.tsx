import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { removeStelle } from "../commands/remove-stelle.ts";
import { LIST, getan } from "../parts/getan.ts";
import { belowStelle } from "../parts/below.ts";
import { stelleOf } from "../queries/stellen.ts";

const permission = "stelle.schreiben";
const PATH = `${LIST}/:id/entfernen`;

async function form(visit: Visit, rejected?: Rejected) {
  const stelle = await readAs(visit.actor, (tx) => stelleOf(tx, visit.actor, idOf(visit)));
  const self = `${LIST}/${stelle.id}`;
  return (
    <CardPage {...belowStelle(visit, stelle)} title="Stelle entfernen" rejected={rejected}>
      <Confirm action={`${self}/entfernen`} confirm="Stelle entfernen" back={self} danger rejected={rejected}>
        <p>
          Die Stelle zählt dann auch für frühere Tage nicht mehr, so als wäre sie nie genehmigt worden. Läuft sie nur
          aus, geben Sie ihr stattdessen einen letzten Tag.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage({
  path: PATH,
  permission,
  form,
  schema: NOTHING,
  save: async (tx, visit) => {
    await removeStelle(tx, visit.actor, { id: idOf(visit) });
    return getan.after(LIST, "entfernt");
  },
});
