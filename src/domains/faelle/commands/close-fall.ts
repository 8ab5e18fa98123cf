import { akteWithKey } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import { recordAbschluss } from "../../hilfeplan/index.ts";
import type { AbschlussEingabe } from "../model/abschluss.ts";
import { Schritt } from "../model/fall.ts";
import { fallOf } from "../queries/faelle.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { BEDARF, LUECKE } from "../queries/sealed.ts";
import { moveFall } from "./move-fall.ts";

/**
 * Closes a case of one's own: how far each goal of its plan was reached, what is left open, what was missing. The step is the one of
 * the table (moveFall); this stays beside it, whatever becomes of the case later.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function closeFall(tx: Tx, actor: Actor, at: At, input: AbschlussEingabe): Promise<void> {
  const { am, abschlussgrund, grund, nachsorge_am } = input;
  const list = wahlAm((await codelisten(tx)).handlungsfeld, am);
  refuseClosed(
    { name: "bedarf_felder", label: "Wo bleibt Bedarf?", list, chosen: input.bedarf_felder },
    { name: "luecke_felder", label: "Wo fehlte etwas?", list, chosen: input.luecke_felder },
  );
  if (nachsorge_am !== null && nachsorge_am <= today()) {
    throw new Refused("Die Nachsorge liegt in der Zukunft. Geben Sie einen späteren Tag an.", "nachsorge_am");
  }
  await lockRow(tx, "kim.fall", at.id);
  const row = await tx
    .selectFrom("kim.fall")
    .select(["person_id", "version"])
    .where("id", "=", at.id)
    .executeTakeFirst();
  const { person_id } = held(row, at.version);
  await recordAbschluss(tx, actor, at.id, { am, werte: input });
  const schrittId = await moveFall(
    tx,
    actor,
    at,
    Schritt.parse({ nach: "abgeschlossen", am, abschlussgrund, grund: grund ?? "" }),
  );
  if (nachsorge_am !== null) await tx.updateTable("kim.fall").set({ nachsorge_am }).where("id", "=", at.id).execute();
  const { akte, key } = await akteWithKey(tx, actor, person_id);
  const id = randomUUID();
  const spot = { kreis: actor.kreis, id };
  await tx
    .insertInto("kim.fall_abschluss")
    .values({
      ...akte,
      id,
      fall_id: at.id,
      schritt_id: schrittId,
      bedarf: sealText(key, spot, BEDARF, input.bedarf),
      luecke: sealText(key, spot, LUECKE, input.luecke),
    })
    .execute();
  const felder = [
    ...input.bedarf_felder.map((handlungsfeld) => ({ art: "bedarf", handlungsfeld })),
    ...input.luecke_felder.map((handlungsfeld) => ({ art: "luecke", handlungsfeld })),
  ].map((one) => ({ ...akte, abschluss_id: id, ...one }));
  if (felder.length > 0) await tx.insertInto("kim.fall_abschluss_feld").values(felder).execute();
}

/** Somebody asked once more after the end of a case; it is not due any more. @throws NotFound, Stale, Refused */
export async function endNachsorge(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  await lockRow(tx, "kim.fall", id);
  const fall = held(await fallOf(tx, actor, id), version);
  if (fall.nachsorgeAm === null) throw new Refused("Für diesen Fall ist keine Nachsorge vorgemerkt.");
  await tx
    .updateTable("kim.fall")
    .set({ nachsorge_am: null, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "fall.nachgefragt", gegenstand: { art: "fall", id } });
}
