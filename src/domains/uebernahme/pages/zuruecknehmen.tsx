import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { Card, Confirm } from "../../../ui/index.ts";
import { undoTakeOver } from "../commands/undo-take-over.ts";
import { Listenseite, listeOf } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { idOf } from "../../../platform/ids.ts";
import { LIST, getan, permission } from "../parts/getan.ts";

const PATH = `${LIST}/:id/zuruecknehmen`;

async function form(visit: Visit, rejected?: Rejected) {
  const liste = await listeOf(visit);
  const n = liste.zahlen?.beratungen ?? 0;
  return (
    <Listenseite visit={visit} liste={liste} schritt="ergebnis" rejected={rejected}>
      <Card title="Übernahme zurücknehmen">
        <Confirm
          action={`${LIST}/${liste.id}/zuruecknehmen`}
          confirm="Übernahme zurücknehmen"
          back={schrittHref(liste.id, "ergebnis")}
          version={liste.version}
          rejected={rejected}
          danger
        >
          <p>
            {anzahl(n, "Beratung verschwindet", "Beratungen verschwinden")} aus Listen und Zahlen, auch wenn Sie daran
            seither etwas korrigiert haben. Personen, die nur aus dieser Liste kommen und keine andere Beratung haben,
            werden gelöscht.
          </p>
          <p>Was Sie über Wörter entschieden haben, bleibt. Die Liste können Sie danach neu hochladen.</p>
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
    const id = idOf(visit);
    await undoTakeOver(tx, visit.actor, { id, version: visit.version });
    return schrittHref(id, "ergebnis");
  },
});
