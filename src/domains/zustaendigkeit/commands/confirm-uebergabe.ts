import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { hindernis } from "../queries/bezeugen.ts";
import { beratendeIds } from "../queries/menschen.ts";
import { type Uebergabe, uebergabeOf } from "../queries/uebergaben.ts";
import { requestUebergabe } from "../rows/uebergabe.ts";

async function waiting(tx: Tx, actor: Actor, id: string): Promise<Uebergabe> {
  await lockRow(tx, "kim.uebergabe", id);
  const u = await uebergabeOf(tx, actor, id);
  if (u === undefined) throw new NotFound();
  if (u.stand !== "wartet") throw new Refused("Hier wartet nichts mehr auf eine Bestätigung.");
  return u;
}

/** Confirms what a Leitung distributes; the worker carries it out. @throws NotFound, Refused */
export async function confirmUebergabe(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  const u = await waiting(tx, actor, id);
  const why = await hindernis(tx, actor, { gegebenVon: u.gegebenVon, beteiligte: [u.von, u.an] });
  if (why !== undefined) throw new Refused(why);
  if (!(await beratendeIds(tx, actor)).includes(u.an))
    throw new Refused("Wer übernehmen soll, berät hier nicht mehr. Nehmen Sie es zurück.");
  await tx.updateTable("kim.uebergabe").set({ bestaetigt_von: actor.kontoId }).where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "uebergabe.bestaetigt", gegenstand: { art: "uebergabe", id } });
  await requestUebergabe(tx, actor, id);
}

/** Takes an ordered hand-over back before anything happened. @throws NotFound, Refused */
export async function withdrawUebergabe(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  await waiting(tx, actor, id);
  if (!may(actor, "konto.bestaetigen")) throw new NotFound();
  await tx.updateTable("kim.uebergabe").set({ zurueck_von: actor.kontoId }).where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "uebergabe.zurueckgenommen", gegenstand: { art: "uebergabe", id } });
}

/** Whoever takes over has read of it. */
export async function readUebergabe(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  await tx
    .updateTable("kim.uebergabe")
    .set({ gesehen: sql<Date>`now()` })
    .where("id", "=", id)
    .where("an_konto", "=", actor.kontoId)
    .where("getan", "is not", null)
    .where("gesehen", "is", null)
    .execute();
}
