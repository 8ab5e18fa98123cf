import { refuseLater } from "../../../platform/not-later.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { tagDavor } from "../../../platform/span.ts";
import { akteOf, ofPerson, ofPersons, personFiles, shownFor } from "../../personen/index.ts";
import type { Haushalt } from "../model/beziehung.ts";

const GONE = "Eine dieser Personen ist für Sie nicht mehr offen. Laden Sie die Seite neu.";

/**
 * Says who lives together with a person, from a day on. Whoever is not named any more moved out the day before, and lives nowhere
 * that is known; the others of that household stay together.
 * @throws NotFound for a foreign person as for none, Refused naming the field
 */
export async function setHaushalt(tx: Tx, actor: Actor, personId: string, { person, seit }: Haushalt): Promise<void> {
  const am = seit ?? today();
  refuseLater("seit", am);
  const together = [...new Set([personId, ...person])];
  const files = await personFiles(tx, together);
  if (!files.has(personId)) throw new NotFound();
  if (files.size < together.length) throw new Refused(GONE, "person");
  for (const id of together.toSorted()) await lockRow(tx, "kim.person", id);
  const before = await mitbewohner(tx, personId);
  const left = before.filter((id) => !together.includes(id));
  await moveOut(tx, left, am);
  if (together.length === 1) await moveOut(tx, [personId], am);
  else for (const id of together.slice(1)) await moveIn(tx, personId, id, am);
  await recordEvent(tx, actor, { art: "person.haushalt_geaendert", gegenstand: { art: "person", id: personId } });
}

/** Somebody comes to live with a person; a household that she or he was in ends the day before. Both are held. */
export async function moveIn(tx: Tx, zu: string, wer: string, von: string): Promise<void> {
  const [there, now] = [await haushaltOf(tx, zu), await haushaltOf(tx, wer)];
  if (there !== undefined && there === now) return;
  // A person without a household comes into that of whoever moves in, where there is one: a child is entered after its mother.
  const haushalt = there ?? now ?? randomUUID();
  if (now !== undefined && now !== haushalt) await moveOut(tx, [wer], von);
  if (there === undefined) await liveIn(tx, haushalt, zu, von);
  if (now !== haushalt) await liveIn(tx, haushalt, wer, von);
}

async function moveOut(tx: Tx, ids: readonly string[], am: string): Promise<void> {
  const open = tx.updateTable("kim.haushalt_person").where("person_id", "=", ofPersons(ids)).where("bis", "is", null);
  // Whoever moved in on that very day or later lived there on its first day only.
  await open
    .where("von", "<", am)
    .set({ bis: tagDavor(am) })
    .execute();
  await open.set((e) => ({ bis: e.ref("von") })).execute();
}

async function liveIn(tx: Tx, haushalt: string, person: string, von: string): Promise<void> {
  const akte = await akteOf(tx, person);
  await tx
    .insertInto("kim.haushalt_person")
    .values({ ...akte, haushalt_id: haushalt, person_id: person, von })
    .execute();
}

const haushaltOf = async (tx: Tx, person: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom("kim.haushalt_person")
      .select("haushalt_id")
      .where("person_id", "=", ofPerson(person))
      .where("bis", "is", null)
      .orderBy("von", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.haushalt_id;

async function mitbewohner(tx: Tx, person: string): Promise<string[]> {
  const haushalt = await haushaltOf(tx, person);
  if (haushalt === undefined) return [];
  const rows = await tx
    .selectFrom("kim.haushalt_person")
    .select("person_id")
    .where("haushalt_id", "=", haushalt)
    .where("bis", "is", null)
    .execute();
  const shown = await shownFor(
    tx,
    rows.map((row) => row.person_id),
  );
  return [...new Set(shown.values())].filter((id) => id !== person);
}
