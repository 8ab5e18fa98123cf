import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { removeKonzept } from "../commands/change-konzept.ts";
import { belowKonzept } from "../parts/below.ts";
import { LIST, getan } from "../parts/getan.ts";
import { fassungen } from "../queries/fassungen.ts";
import { konzeptOf } from "../queries/konzepte.ts";

const PATH = `${LIST}/:id/verwerfen`;

async function form(visit: Visit, rejected?: Rejected) {
  const konzept = await readAs(visit.actor, async (tx) => {
    const found = await konzeptOf(tx, visit.actor, idOf(visit));
    if ((await fassungen(tx, found.id)).length > 0) throw new NotFound();
    return found;
  });
  const self = `${LIST}/${konzept.id}`;
  return (
    <CardPage {...belowKonzept(visit, konzept)} title="Entwurf verwerfen" rejected={rejected}>
      <Confirm action={`${self}/verwerfen`} confirm="Entwurf verwerfen" back={self} danger rejected={rejected}>
        <p>Alle Texte, Kommentare und Vorschläge dieses Entwurfs gehen verloren, auch die der anderen in der Gruppe.</p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(
  PATH,
  "konzept.steuern",
  { form, schema: NOTHING },
  async (tx, { actor, at }) => {
    await removeKonzept(tx, actor, at);
    return getan.after(LIST, "verworfen");
  },
);
