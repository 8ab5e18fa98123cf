import { refuseLater } from "../../../platform/not-later.ts";
import { akteWithKey, type Akte } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { type KlaerungEingabe, antwortenIn } from "../model/klaerung.ts";
import { PHASEN } from "../model/phasen.ts";
import { type Zielgruppe, vorschlagOf } from "../model/zielgruppe.ts";
import { fallOf } from "../queries/faelle.ts";
import { zielgruppeAm } from "../queries/zielgruppen.ts";
import { weiteresRow } from "../rows/fall.ts";

/**
 * Writes down what the clarification of a case found by the rule that holds today. It stays open, and can be written again, until a
 * step decides it (moveFall).
 * @throws NotFound, Stale
 * @throws Refused where the case is not being clarified, or another rule holds by now
 */
export async function clarifyFall(tx: Tx, actor: Actor, { id, version }: At, input: KlaerungEingabe): Promise<void> {
  await lockRow(tx, "kim.fall", id);
  const fall = held(await fallOf(tx, actor, id), version);
  if (fall.phase !== "klaerung") {
    throw new Refused(`Der Fall ist in der Phase „${PHASEN[fall.phase]}“. Geklärt wird in der Phase „Klärung“.`);
  }
  const regel = await zielgruppeAm(tx, today());
  if (regel === undefined || regel.id !== input.regel) {
    throw new Refused("Inzwischen gilt eine andere Regel. Öffnen Sie die Klärung noch einmal.");
  }
  refuseLater("weiteres_seit", input.weiteres_seit);
  const { akte, key } = await akteWithKey(tx, actor, fall.personId);
  await tx
    .updateTable("kim.fall")
    .set({
      dringlichkeit: input.dringlichkeit,
      ...weiteresRow(key, { kreis: actor.kreis, id }, input),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("kim.fall_klaerung").where("fall_id", "=", id).where("schritt_id", "is", null).execute();
  await writeKlaerung(tx, actor, akte, { fallId: id, regel, input });
  await recordEvent(tx, actor, { art: "fall.geklaert", gegenstand: { art: "fall", id } });
}

type Neu = { readonly fallId: string; readonly regel: Zielgruppe; readonly input: KlaerungEingabe };

async function writeKlaerung(tx: Tx, actor: Actor, akte: Akte, { fallId, regel, input }: Neu): Promise<void> {
  const antworten = antwortenIn(input, regel);
  const klaerung = randomUUID();
  await tx
    .insertInto("kim.fall_klaerung")
    .values({
      ...akte,
      id: klaerung,
      fall_id: fallId,
      zielgruppe_id: regel.id,
      am: today(),
      erfasst_von: actor.kontoId,
      vorschlag: vorschlagOf(regel, antworten).art,
    })
    .execute();
  if (antworten.size === 0) return;
  const rows = [...antworten].map(([kriterium, antwort]) => ({
    ...akte,
    klaerung_id: klaerung,
    kriterium_id: kriterium,
    antwort,
  }));
  await tx.insertInto("kim.fall_klaerung_antwort").values(rows).execute();
}
