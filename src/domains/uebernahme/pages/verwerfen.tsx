import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { Card, Confirm } from "../../../ui/index.ts";
import { discardList } from "../commands/discard-list.ts";
import { Listenseite, listeOf } from "../parts/listenseite.tsx";
import { schrittHref } from "../parts/schritte.tsx";
import { LIST, getan, permission } from "../parts/getan.ts";

const PATH = `${LIST}/:id/verwerfen`;

async function form(visit: Visit, rejected?: Rejected) {
  const liste = await listeOf(visit);
  const taken = liste.nachgeholt || liste.stand === "uebernommen";
  return (
    <Listenseite visit={visit} liste={liste} schritt="datei" rejected={rejected}>
      <Card title={taken ? "Zurückgebliebenes verwerfen" : "Liste verwerfen"}>
        <Confirm
          action={`${LIST}/${liste.id}/verwerfen`}
          confirm={taken ? "Datei löschen" : "Liste verwerfen"}
          back={schrittHref(liste.id, taken ? "ergebnis" : "datei")}
          rejected={rejected}
          danger
        >
          <p>
            {taken
              ? "Was übernommen ist, bleibt. Die Datei wird gelöscht; zurückgebliebene Zeilen lassen sich danach nur noch berichtigen, indem Sie die Liste neu hochladen."
              : "Die Datei und alles, was Sie darin entschieden haben, wird gelöscht. Übernommen ist davon nichts."}
          </p>
        </Confirm>
      </Card>
    </Listenseite>
  );
}

export const { show, save } = formPage(
  PATH,
  permission,
  { form, schema: NOTHING, notices: getan },
  async (tx, { actor, at }) => {
    const rest = await discardList(tx, actor, at);
    return rest ? getan.after(schrittHref(at.id, "ergebnis"), "geloescht") : getan.after(LIST, "verworfen");
  },
);
