import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { refuseLater } from "../../../platform/not-later.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { daysFrom, tagText } from "../../../platform/span.ts";
import { akteWithKey } from "../../personen/index.ts";
import { FRAGT_NACH, OFFENE, hindernis } from "../model/stand.ts";
import type { ErgebnisEingabe } from "../model/verweis.ts";
import { type Verweis, verweisOf } from "../queries/verweise.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** When somebody asks again; a day that is to come stays as it was chosen. */
function nachfragen(verweis: Verweis, { nach, nachfragen_am }: ErgebnisEingabe): string {
  if (nachfragen_am !== null) return nachfragen_am;
  const offen = OFFENE.find((one) => one === nach);
  if (offen === undefined || verweis.nachfragenAm > today()) return verweis.nachfragenAm;
  return daysFrom(today(), FRAGT_NACH[offen]);
}

/**
 * Takes down what became of a referral, or takes it up again. Returns the day on which somebody asks next.
 * @throws NotFound, Stale
 * @throws Refused where the table of steps knows no such way, naming the field that has to be put right
 */
export async function moveVerweis(tx: Tx, actor: Actor, { id, version }: At, input: ErgebnisEingabe): Promise<string> {
  const { nach, absage, am, notiz } = input;
  await lockRow(tx, "kim.verweis", id);
  const verweis = held(await verweisOf(tx, actor, id), version);
  const problem = hindernis(verweis.stand, nach);
  if (problem !== undefined) throw new Refused(problem, "nach");
  refuseLater("am", am);
  if (am < verweis.standSeit) {
    throw new Refused(`Der letzte Schritt war am ${tagText(verweis.standSeit)}. Dieser kann nicht davor liegen.`, "am");
  }
  if ((nach === "abgelehnt") !== (absage !== null)) {
    throw new Refused(
      nach === "abgelehnt" ? "Wählen Sie, warum abgelehnt wurde." : "Ein Grund gehört nur zu „abgelehnt“.",
      "absage",
    );
  }
  const fragt = nachfragen(verweis, input);
  const of = await akteWithKey(tx, actor, verweis.personId);
  await tx
    .updateTable("kim.verweis")
    .set({ stand: nach, stand_seit: am, absage, nachfragen_am: fragt, version: version + 1 })
    .where("id", "=", id)
    .execute();
  const folge = verweis.schritte.length + 1;
  await writeSchritt(tx, actor, of, { verweisId: id, folge, nach, am, absage, notiz });
  await recordEvent(tx, actor, { art: "verweis.weiter", gegenstand: { art: "verweis", id }, zweck: nach });
  return fragt;
}

/**
 * Takes back the last step: a slip of the hand. It stays readable as taken back; the referral is where it was before.
 * @throws NotFound, Stale
 * @throws Refused where nothing but the referral itself was entered
 */
export async function undoSchritt(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  await lockRow(tx, "kim.verweis", id);
  const verweis = held(await verweisOf(tx, actor, id), version);
  const [davor, letzter] = gueltige(verweis.schritte).slice(-2);
  if (davor === undefined || letzter === undefined) {
    throw new Refused(
      "Hier ist kein Schritt, der sich zurücknehmen ließe. War der ganze Verweis ein Versehen, tragen Sie „zurückgezogen“ ein.",
    );
  }
  await tx.updateTable("kim.verweis_schritt").set({ zurueckgenommen: true }).where("id", "=", letzter.id).execute();
  await tx
    .updateTable("kim.verweis")
    .set({ stand: davor.nach, stand_seit: davor.am, absage: davor.absage, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "verweis.schritt_zurueck", gegenstand: { art: "verweis", id } });
}
