import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { held, lockRow } from "../../../platform/held.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { angabenOf } from "../model/angaben.ts";
import type { EinwandEnde } from "../model/einwand.ts";
import { personOf } from "../queries/person.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { EINWAND } from "../queries/sealed.ts";
import { einwandOf } from "../queries/verlauf.ts";

const SAME = "Die Angabe lautet noch wie bestritten. Ändern Sie sie zuerst, dann schließen Sie den Einwand.";
const DONE = "Dieser Einwand ist schon erledigt.";

/** Which dispute of which person, in which version. */
type At = { readonly person: string; readonly einwand: string; readonly version: number };

/**
 * Ends a dispute: the field was put right, or the person took it back. What was disputed and said stays.
 * @throws NotFound, Stale as every change
 * @throws Refused where it is said to be put right and still says the same
 */
export async function settleEinwand(tx: Tx, actor: Actor, at: At, ende: EinwandEnde): Promise<void> {
  await lockRow(tx, "kim.person", at.person);
  const person = await personOf(tx, actor, at.person);
  const einwand = held(await einwandOf(tx, actor, at.person, at.einwand), at.version);
  if (einwand.stand !== "bestritten") throw new Refused(DONE);
  const now = angabenOf(person).find(({ feld }) => feld === einwand.feld)?.text;
  if (ende.stand === "berichtigt" && now === einwand.wert) throw new Refused(SAME, "stand");
  const key = (await subjectKeys(tx, actor.kreis, [einwand.person])).get(einwand.person);
  if (key === undefined) throw new NotFound();
  const { label, wert, erklaerung } = einwand;
  const inhalt = JSON.stringify({ label, wert, erklaerung, ergebnis: ende.ergebnis });
  await tx
    .updateTable("kim.person_einwand")
    .set({
      stand: ende.stand,
      erledigt_am: today(),
      inhalt: sealText(key, { kreis: actor.kreis, id: einwand.id }, EINWAND, inhalt),
      version: at.version + 1,
    })
    .where("id", "=", einwand.id)
    .execute();
  await recordEvent(tx, actor, { art: "person.einwand_erledigt", gegenstand: { art: "person", id: at.person } });
}
