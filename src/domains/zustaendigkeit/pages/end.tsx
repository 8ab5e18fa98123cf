import type { Permission, Visit } from "../../../platform/access.ts";
import { formPage } from "../../../platform/change.ts";
import { readAs } from "../../../platform/db.ts";
import { NOTHING } from "../../../platform/fields.ts";
import { NotFound, type Rejected } from "../../../platform/form.ts";
import { idOf } from "../../../platform/ids.ts";
import { tagText } from "../../../platform/span.ts";
import { CardPage, Confirm, Entered } from "../../../ui/index.ts";
import { endVertretung, mayEnd } from "../commands/end-vertretung.ts";
import { LIST, OWN, getan } from "../parts/getan.ts";
import { vertretungOf } from "../queries/vertretungen.ts";

/** The question before a Vertretung ends; from one's own page, and from that of whoever orders and confirms. */
function ending(up: string, label: string, permission: Permission) {
  const form = async (visit: Visit, rejected?: Rejected) => {
    const v = await readAs(visit.actor, (tx) => vertretungOf(tx, visit.actor, idOf(visit)));
    if (v === undefined || !mayEnd(visit.actor, v)) throw new NotFound();
    return (
      <CardPage frame={visit.frame} title="Vertretung beenden" rejected={rejected} breadcrumb={[{ label, href: up }]}>
        <Confirm action={`${up}/${v.id}/beenden`} confirm="Vertretung beenden" back={up} rejected={rejected}>
          <p>
            <Entered>{v.werDurch}</Entered> für <Entered>{v.wer}</Entered>, {tagText(v.von)} bis {tagText(v.bis)}. Sie
            endet sofort; mit der nächsten Anfrage sind die Akten zu. Was offen ist und nicht gespeichert, lässt sich
            dann nur noch herauskopieren.
          </p>
        </Confirm>
      </CardPage>
    );
  };
  return formPage(`${up}/:id/beenden`, permission, { form, schema: NOTHING }, async (tx, { actor, at }) => {
    await endVertretung(tx, actor, at);
    return getan.after(up, "beendet");
  });
}

export const endOwn = ending(OWN, "Vertretung", "vertretung.eigene");
export const endOrdered = ending(LIST, "Vertretungen", "konto.bestaetigen");
