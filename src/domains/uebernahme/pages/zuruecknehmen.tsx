import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { Card, Confirm } from "../../../ui/index.ts";
import { undoTakeOver } from "../commands/undo-take-over.ts";
import { ertrag } from "../model/ertrag.ts";
import type { Uebernahme } from "../model/uebernahme.ts";
import { Listenseite, listeOf } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { LIST, getan, permission } from "../parts/getan.ts";

const PATH = `${LIST}/:id/zuruecknehmen`;

async function form(visit: Visit, rejected?: Rejected) {
  const liste = await listeOf(visit);
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
          <WasVerschwindet zahlen={liste.zahlen} />
          <p>Was Sie über Wörter entschieden haben, bleibt. Die Liste können Sie danach neu hochladen.</p>
        </Confirm>
      </Card>
    </Listenseite>
  );
}

function WasVerschwindet({ zahlen }: Pick<Uebernahme, "zahlen">) {
  if (zahlen !== null && zahlen.personen + zahlen.faelle > 0) {
    return (
      <p>
        Gelöscht wird, was aus dieser Liste kam: {ertrag(zahlen)}. Wozu seither etwas dazukam – eine Beratung, ein
        Schritt im Fall, ein Dokument –, das bleibt.
      </p>
    );
  }
  const n = zahlen?.beratungen ?? 0;
  return (
    <p>
      {anzahl(n, "Beratung verschwindet", "Beratungen verschwinden")} aus Listen und Zahlen, auch wenn Sie daran seither
      etwas korrigiert haben. Personen, die nur aus dieser Liste kommen und keine andere Beratung haben, werden
      gelöscht.
    </p>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: NOTHING, notices: getan },
  async (tx, { actor, at }) => {
    await undoTakeOver(tx, actor, at);
    return schrittHref(at.id, "ergebnis");
  },
);
