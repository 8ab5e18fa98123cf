import { Redirect, type Visit, action, page } from "../../../platform/access.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { writeOnce } from "../../../platform/submission.ts";
import { Confirm } from "../../../ui/index.ts";
import { removeStelle } from "../commands/remove-stelle.ts";
import { StellePage } from "../parts/stelle-page.tsx";
import { idOf } from "../../../platform/id.ts";
import { getan, LIST } from "../parts/visit.ts";
import { stelleOf } from "../queries/stellen.ts";
import { leer } from "../model/stelle.ts";

const permission = "stelle.schreiben";
const PATH = `${LIST}/:id/entfernen`;

async function form(visit: Visit, rejected?: Rejected) {
  const stelle = await readAs(visit.actor, (tx) => stelleOf(tx, visit.actor, idOf(visit)));
  const self = `${LIST}/${stelle.id}`;
  return (
    <StellePage visit={visit} stelle={stelle} title="Stelle entfernen" rejected={rejected}>
      <Confirm action={`${self}/entfernen`} confirm="Stelle entfernen" back={self} danger rejected={rejected}>
        <p>
          Die Stelle zählt dann auch für frühere Tage nicht mehr, so als wäre sie nie genehmigt worden. Läuft sie nur
          aus, geben Sie ihr stattdessen einen letzten Tag.
        </p>
      </Confirm>
    </StellePage>
  );
}

export const removePage = page({ path: PATH, permission, show: (visit) => form(visit) });

export const remove = action({
  path: PATH,
  permission,
  schema: leer,
  run: async (visit, _, submission) => {
    const id = idOf(visit);
    return new Redirect(
      await writeOnce(visit.actor, submission, async (tx) => {
        await removeStelle(tx, visit.actor, id);
        return getan.after(LIST, "entfernt");
      }),
    );
  },
  again: form,
});
