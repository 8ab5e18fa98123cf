import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import { type Stand, dubletteOf } from "../queries/dubletten.ts";
import { zeilenOf } from "../queries/zusammenfuehrungen.ts";

/** Remembers what somebody said about a pair; "offen" takes it back. @throws NotFound, Stale */
export async function decideDublette(tx: Tx, actor: Actor, { id, version }: At, stand: Stand): Promise<void> {
  const paar = held(await dubletteOf(tx, actor, id), version);
  const said = stand === "offen" ? null : actor.kontoId;
  await tx
    .updateTable("kim.dublette")
    .set({ stand, entschieden_von: said, entschieden_am: said === null ? null : today(), version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .execute();
  if (stand !== "verschieden") return;
  for (const person of [paar.eine.id, paar.andere.id])
    await recordEvent(tx, actor, { art: "person.verschieden", gegenstand: { art: "person", id: person }, zweck: id });
}

const SAME = "Das ist dieselbe Akte. Suchen Sie die andere.";

/** Names two as a pair by hand, and says which one it is. @throws NotFound, Refused where they are one already */
export async function nameDublette(tx: Tx, actor: Actor, eine: string, andere: string): Promise<string> {
  const [person = "", other = ""] = [eine, andere].toSorted();
  const found = await zeilenOf(tx, [person, other]);
  const [a, b] = [found.get(person), found.get(other)];
  if (a === undefined || b === undefined) throw new NotFound();
  if ((a.zusammengefuehrt_in ?? a.id) === (b.zusammengefuehrt_in ?? b.id)) throw new Refused(SAME, "suche");
  const id = randomUUID();
  await tx
    .insertInto("kim.dublette")
    .values({
      kreis: actor.kreis,
      traeger_id: actor.traegerId,
      id,
      person_id: a.id,
      konto_id: a.konto_id,
      andere_id: b.id,
      andere_konto_id: b.konto_id,
    })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await tx
    .selectFrom("kim.dublette")
    .select("id")
    // one row: this pair.
    .where("person_id", "=", a.id)
    .where("andere_id", "=", b.id)
    .executeTakeFirstOrThrow();
  return row.id;
}
