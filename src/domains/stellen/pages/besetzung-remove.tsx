import type { Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { NOTHING } from "../../../platform/fields.ts";
import type { Rejected } from "../../../platform/form.ts";
import { CardPage, Confirm, Entered } from "../../../ui/index.ts";
import { removeBesetzung } from "../commands/remove-besetzung.ts";
import { BESETZUNG, at, shownBesetzung } from "../parts/besetzung.ts";
import { LIST, getan } from "../parts/getan.ts";
import { belowStelle } from "../parts/below.ts";

const permission = "stelle.schreiben";
const PATH = `${BESETZUNG}/entfernen`;

async function form(visit: Visit, rejected?: Rejected) {
  const { stelle, name, self } = await shownBesetzung(visit);
  return (
    <CardPage {...belowStelle(visit, stelle)} title="Besetzung entfernen" rejected={rejected}>
      <Confirm
        action={`${self}/entfernen`}
        confirm="Besetzung entfernen"
        back={`${self}/bearbeiten`}
        danger
        rejected={rejected}
      >
        <p>
          <Entered>{name ?? "Name nicht einsehbar"}</Entered> zählt dann auch für frühere Tage nicht mehr. Ist jemand
          gegangen, beenden Sie stattdessen die Besetzung.
        </p>
      </Confirm>
    </CardPage>
  );
}

export const { show, save } = formPage(PATH, permission, { form, schema: NOTHING }, async (tx, visit) => {
  const ids = at(visit);
  await removeBesetzung(tx, visit.actor, ids);
  return getan.after(`${LIST}/${ids.stelle}`, "entfernt");
});
