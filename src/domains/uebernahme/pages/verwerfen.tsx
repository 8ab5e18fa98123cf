import { z } from "zod";
import { type Visit, page } from "../../../platform/access.ts";
import { change } from "../../../platform/change.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Confirm } from "../../../ui/index.ts";
import { discardList } from "../commands/discard-list.ts";
import { Listenseite, listeOf } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { idOf } from "../../../platform/ids.ts";
import { getan, LIST, permission } from "../parts/visit.ts";

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

export const showVerwerfen = page({ path: PATH, permission, notices: getan, show: (visit) => form(visit) });

export const verwerfen = change({
  path: PATH,
  permission,
  schema: z.object({}),
  save: async (tx, visit) => {
    const id = idOf(visit);
    await discardList(tx, visit.actor, id);
    return getan.after(LIST, "verworfen");
  },
  again: form,
});
