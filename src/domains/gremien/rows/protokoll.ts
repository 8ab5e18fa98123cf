import { isDeepStrictEqual } from "node:util";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { Sitzung } from "../model/eingabe.ts";
import type { Protokoll } from "../model/protokoll.ts";
import { fassungen, protokollStand } from "../queries/protokoll.ts";
import { tops } from "../queries/sitzungen.ts";

/**
 * Keeps the minutes of a meeting as they are now, as its next version. Members stand in it by reference: what they are called is
 * read where it may be read.
 */
export async function releaseProtokoll(tx: Tx, actor: Actor, sitzung: Sitzung): Promise<void> {
  const last = await tx
    .selectFrom("kim.gremium_protokoll")
    .select((eb) => eb.fn.max("fassung").as("fassung"))
    .where("sitzung_id", "=", sitzung.id)
    .executeTakeFirst();
  const fassung = (last?.fassung ?? 0) + 1;
  await tx
    .insertInto("kim.gremium_protokoll")
    .values({
      kreis: actor.kreis,
      sitzung_id: sitzung.id,
      fassung,
      inhalt: JSON.stringify(await protokollStand(tx, actor, sitzung)),
      grund: fassung === 1 ? null : await warum(tx, sitzung.id),
      freigegeben_am: today(),
      freigegeben_von: actor.kontoId,
    })
    .execute();
}

/** What a correction may not have touched where it is to be dropped. An Auftrag goes on after the release; that it is there counts. */
const bleibt = ({ anwesend, entschuldigt, gegangen, punkte }: Protokoll) => ({
  gegangen,
  anwesend: anwesend.toSorted(),
  entschuldigt: entschuldigt.toSorted(),
  punkte: punkte.map(({ auftraege, ...punkt }) => ({ ...punkt, auftraege: auftraege.length })),
});

/**
 * Drops a correction: every point says again what the last released version says, and no version is added.
 * @throws Refused where nothing was released yet, and where more changed than what points say: that has to be put back by hand
 */
export async function dropBerichtigung(tx: Tx, actor: Actor, sitzung: Sitzung): Promise<void> {
  const last = (await fassungen(tx, sitzung.id)).at(-1)?.inhalt;
  if (last === undefined)
    throw new Refused("Dieses Protokoll war noch nicht freigegeben. Es gibt keine Berichtigung zu verwerfen.", "nach");
  for (const [i, { id, notiz, version }] of (await tops(tx, { sitzungId: sitzung.id })).entries()) {
    const said = last.punkte[i]?.notiz;
    if (said === undefined || said === notiz) continue;
    await tx
      .updateTable("kim.top")
      .set({ notiz: said, version: version + 1 })
      .where("id", "=", id)
      .execute();
  }
  if (!isDeepStrictEqual(bleibt(await protokollStand(tx, actor, sitzung)), bleibt(last)))
    throw new Refused(
      "Geändert ist mehr als der Text der Punkte: Tagesordnung, Anwesenheit, Beschlüsse oder Aufträge. Stellen Sie das zuerst zurück, oder geben Sie die Berichtigung frei.",
      "nach",
    );
}

/** Why it is corrected: what was said when it was taken up again. */
async function warum(tx: Tx, sitzungId: string): Promise<string> {
  const row = await tx
    .selectFrom("kim.gremium_sitzung_schritt")
    .select("grund")
    .where("sitzung_id", "=", sitzungId)
    .where("von", "=", "freigegeben")
    .orderBy("nr", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.grund ?? "Berichtigung";
}
