import { randomUUID } from "node:crypto";
import { type Actor, fileOf } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { angabenOf } from "../model/angaben.ts";
import type { EinwandEingabe } from "../model/einwand.ts";
import { shownFor } from "../queries/gruppe.ts";
import { personOf } from "../queries/person.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { EINWAND } from "../queries/sealed.ts";

const GONE = "Diese Angabe steht nicht mehr bei der Person. Wählen Sie eine andere.";
const TWICE = "Diese Angabe ist schon bestritten. Öffnen Sie, was dazu aufgeschrieben ist.";

/**
 * Records that a person disputes a field, with her own words. The value stays until it is put right; both stand beside each other
 * (Art. 16, 18 DSGVO).
 * @throws NotFound for a foreign person as for none
 * @throws Refused where the field says nothing, or is disputed already
 */
export async function disputeAngabe(tx: Tx, actor: Actor, of: string, eingabe: EinwandEingabe): Promise<void> {
  const id = (await shownFor(tx, [of])).get(of) ?? of;
  await lockRow(tx, "kim.person", id);
  const person = await personOf(tx, actor, id);
  const angabe = angabenOf(person).find(({ feld }) => feld === eingabe.feld);
  if (angabe === undefined) throw new Refused(GONE, "feld");
  if (person.einwaende.some(({ feld }) => feld === angabe.feld)) throw new Refused(TWICE, "feld");
  const key = (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (key === undefined) throw new NotFound();
  const { kreis, traegerId, kontoId } = fileOf(actor, person.kontoId);
  const row = { kreis, id: randomUUID() };
  const { label, text: wert } = angabe;
  const inhalt = JSON.stringify({ label, wert, erklaerung: eingabe.erklaerung, ergebnis: null });
  await tx
    .insertInto("kim.person_einwand")
    .values({
      ...row,
      person_id: id,
      traeger_id: traegerId,
      konto_id: kontoId,
      feld: angabe.feld,
      inhalt: sealText(key, row, EINWAND, inhalt),
      am: today(),
    })
    .execute();
  await recordEvent(tx, actor, { art: "person.bestritten", gegenstand: { art: "person", id } });
}
