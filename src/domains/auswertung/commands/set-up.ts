import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { EinwohnerEingabe, KleineZahlEingabe } from "../model/einrichten.ts";

/** From which number on the Kreis tells numbers from now on. */
export async function setKleineZahl(tx: Tx, actor: Actor, { ab }: KleineZahlEingabe): Promise<void> {
  const row = { ab, am: today() };
  await tx
    .insertInto("kim.kleine_zahl")
    .values({ kreis: actor.kreis, ...row })
    .onConflict((c) => c.column("kreis").doUpdateSet(row))
    .execute();
  await recordEvent(tx, actor, { art: "kleine_zahl.gesetzt", gegenstand: { art: "traeger", id: actor.traegerId } });
}

/**
 * Inhabitants of Kommunen on a day, with their source; what was there for that day is replaced. Returns how many.
 * @throws Refused (field `zahlen`) for a Kommune that the Kreis does not have, or one that stands there twice
 */
export async function setEinwohner(tx: Tx, actor: Actor, input: EinwohnerEingabe): Promise<number> {
  const { stichtag, quelle, zahlen } = input;
  const rows = await tx.selectFrom("kim.kommune").select("ags").execute();
  const known = new Set(rows.map((row) => row.ags));
  const unknown = zahlen.filter(({ ags }) => !known.has(ags)).map(({ ags }) => ags);
  if (unknown.length > 0)
    throw new Refused(`Diese Schlüssel hat der Kreis nicht: ${unknown.join(", ")}. Korrigieren Sie sie.`, "zahlen");
  const twice = zahlen.filter(({ ags }, i) => zahlen.findIndex((z) => z.ags === ags) !== i).map(({ ags }) => ags);
  if (twice.length > 0) throw new Refused(`Doppelt: ${twice.join(", ")}. Lassen Sie je Kommune eine Zeile.`, "zahlen");
  const all = zahlen.map(({ ags, anzahl }) => ({ kreis: actor.kreis, ags, stichtag, anzahl, quelle }));
  const agsList = all.map((row) => row.ags);
  await tx.deleteFrom("kim.einwohner").where("stichtag", "=", stichtag).where("ags", "=", anyOf(agsList)).execute();
  await tx.insertInto("kim.einwohner").values(all).execute();
  await recordEvent(tx, actor, { art: "einwohner.eingetragen", gegenstand: { art: "traeger", id: actor.traegerId } });
  return all.length;
}
