import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { removeBericht } from "../commands/remove-bericht.ts";
import { belowBericht } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { entwurfOf } from "../queries/berichte.ts";

const permission = "bericht.schreiben";
const PATH = `${LIST}/:id/verwerfen`;

async function form(visit: Visit, rejected?: Rejected) {
  const akte = await readAs(visit.actor, (tx) => entwurfOf(tx, visit.actor, idOf(visit)));
  const self = `${LIST}/${akte.id}`;
  return (
    <CardPage {...belowBericht(visit, akte)} title="Entwurf verwerfen" rejected={rejected}>
      <Confirm action={`${self}/verwerfen`} confirm="Entwurf verwerfen" back={self} danger rejected={rejected}>
        <p>Die Texte dieses Entwurfs gehen verloren. Die Zahlen bleiben; Sie können jederzeit neu beginnen.</p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: NOTHING }, async (tx, { actor, at }) => {
  await removeBericht(tx, actor, at);
  return getan.after(LIST, "verworfen");
});
