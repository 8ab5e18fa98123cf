import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Confirm } from "../../../ui/index.ts";
import { discardList } from "../commands/discard-list.ts";
import { Listenseite, listeOf } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { idOf } from "../../../platform/ids.ts";
import { LIST, getan, permission } from "../parts/getan.ts";

const PATH = `${LIST}/:id/verwerfen`;

async function form(visit: Visit, rejected?: Rejected) {
  const liste = await listeOf(visit);
  return (
    <Listenseite visit={visit} liste={liste} schritt="datei" rejected={rejected}>
      <Card title="Liste verwerfen">
        <Confirm
          action={`${LIST}/${liste.id}/verwerfen`}
          confirm="Liste verwerfen"
          back={schrittHref(liste.id, "datei")}
          rejected={rejected}
          danger
        >
          <p>Die Datei und alles, was Sie darin entschieden haben, wird gelöscht. Übernommen ist davon nichts.</p>
        </Confirm>
      </Card>
    </Listenseite>
  );
}

export const { show, save } = formPage({
  path: PATH,
  permission,
  notices: getan,
  form,
  schema: NOTHING,
  save: async (tx, visit) => {
    await discardList(tx, visit.actor, { id: idOf(visit) });
    return getan.after(LIST, "verworfen");
  },
});
