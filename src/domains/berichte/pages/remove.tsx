import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { Confirm } from "../../../ui/index.ts";
import { removeBericht } from "../commands/remove-bericht.ts";
import { leer } from "../model/eingabe.ts";
import { BerichtPage } from "../parts/bericht-page.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan, LIST } from "../parts/visit.ts";
import { berichtOf } from "../queries/berichte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/verwerfen`;

async function form(visit: Visit, rejected?: Rejected) {
  const akte = await readAs(visit.actor, (tx) => berichtOf(tx, visit.actor, idOf(visit)));
  if (akte.nummer !== undefined) throw new NotFound();
  const self = `${LIST}/${akte.id}`;
  return (
    <BerichtPage visit={visit} akte={akte} title="Entwurf verwerfen" rejected={rejected}>
      <Confirm action={`${self}/verwerfen`} confirm="Entwurf verwerfen" back={self} danger rejected={rejected}>
        <p>Die Texte dieses Entwurfs gehen verloren. Die Zahlen bleiben; Sie können jederzeit neu beginnen.</p>
      </Confirm>
    </BerichtPage>
  );
}

export const show = page({ path: PATH, permission, show: (visit) => form(visit) });

export const save = change({
  path: PATH,
  permission,
  schema: leer,
  save: async (tx, visit) => {
    await removeBericht(tx, visit.actor, idOf(visit));
    return getan.after(LIST, "verworfen");
  },
  again: form,
});
