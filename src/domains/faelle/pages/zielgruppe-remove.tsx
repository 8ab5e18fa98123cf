import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import type { Rejected } from "../../../platform/form.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { CardPage, Confirm } from "../../../ui/index.ts";
import { removeZielgruppe } from "../commands/set-zielgruppe.ts";
import { ZIELGRUPPE as LIST, belowZielgruppe, zielgruppeGetan as getan } from "../parts/zielgruppe-getan.ts";
import { zielgruppeOf } from "../queries/zielgruppen.ts";

const permission = "zielgruppe.pflegen";

async function form(visit: Visit, rejected?: Rejected) {
  const regel = await readAs(visit.actor, (tx) => zielgruppeOf(tx, idOf(visit)));
  const self = `${LIST}/${regel.id}`;
  return (
    <CardPage frame={visit.frame} {...belowZielgruppe} title="Regel entfernen" rejected={rejected}>
      <Confirm
        action={`${self}/entfernen`}
        confirm="Regel entfernen"
        back={self}
        danger
        version={regel.version}
        rejected={rejected}
      >
        <p>Die Regel ab {tagText(regel.ab)} hat noch nicht begonnen. Entfernt, gilt die Regel davor weiter.</p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(
  `${LIST}/:id/entfernen`,
  permission,
  { form, schema: NOTHING },
  async (tx, { actor, at }) => {
    await removeZielgruppe(tx, actor, at);
    return getan.after(LIST, "entfernt");
  },
);
