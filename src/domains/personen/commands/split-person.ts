import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { giveUebergabe } from "../../zustaendigkeit/index.ts";
import { type Stand, type Werte, type Zuordnung, aufgehoben, gezeigte, mitAllen } from "../model/zusammen.ts";
import { type Seither, seitherOf } from "../queries/seither.ts";
import {
  type Zusammenfuehrung,
  geltende,
  sealStand,
  verbindungen,
  zeilenOf,
  zusammenfuehrungOf,
} from "../queries/zusammenfuehrungen.ts";
import { readWerte } from "../rows/werte.ts";
import { writeFelder } from "./write-felder.ts";

/** What goes to the person that is by herself again: records (`tabelle:id`), and what was changed in fields since. */
export type Aufteilung = {
  readonly eintraege: readonly string[];
  readonly felder: Readonly<Record<string, Zuordnung>>;
};

export const eintrag = ({ tabelle, id }: Pick<Seither, "tabelle" | "id">): string => `${tabelle}:${id}`;

const SCHON = "Diese Zusammenführung ist schon aufgehoben.";

/**
 * Undoes one merging, whatever came after: the person is shown by herself again, with everybody that went into her. What was written
 * since stays with who was shown, except what is named; the worker seals that anew. Where her file had come from another account,
 * whoever keeps it now gives it back. Returns who is shown for the other one. @throws NotFound, Refused
 */
export async function splitPerson(
  tx: Tx,
  actor: Actor,
  id: string,
  { eintraege, felder }: Aufteilung,
): Promise<string> {
  const asked = await zusammenfuehrungOf(tx, actor, id);
  if (asked === undefined) throw new NotFound();
  for (const one of [asked.person, asked.in].toSorted()) await lockRow(tx, "kim.person", one);
  const z = await zusammenfuehrungOf(tx, actor, id);
  if (z === undefined || z.aufgehoben !== null) throw new Refused(SCHON);
  const gelten = await geltende(tx, actor, z.in);
  const seither = await seitherOf(tx, z, gelten);
  await takeBack(tx, actor, z, gelten, felder);
  await tx
    .updateTable("kim.zusammenfuehrung")
    .set({ aufgehoben_am: today(), aufgehoben_von: actor.kontoId })
    .where("id", "=", id)
    .execute();
  // The yes on which a pseudonym came under a name went with it.
  await tx
    .updateTable("kim.anschluss")
    .set({ zurueckgenommen_am: today() })
    .where("zusammenfuehrung_id", "=", id)
    .where("zurueckgenommen_am", "is", null)
    .execute();
  const shown = await pointAgain(tx, z, gelten);
  const given = seither.filter((one) => eintraege.includes(eintrag(one)));
  await writeGiven(tx, actor, z, given);
  const back = await giveBack(tx, actor, z, given.length > 0);
  if (given.length > 0) {
    const then = back === undefined ? {} : { uebergabe: back };
    await enqueue(tx, "personen.trennen", { kreis: actor.kreis, id, ...then });
  }
  for (const person of [z.in, z.person])
    await recordEvent(tx, actor, { art: "person.getrennt", gegenstand: { art: "person", id: person }, zweck: id });
  return shown;
}

/** Takes what it chose out of what both say, and out of what later mergings know of before. */
async function takeBack(
  tx: Tx,
  actor: Actor,
  z: Zusammenfuehrung,
  gelten: readonly Zusammenfuehrung[],
  felder: Aufteilung["felder"],
): Promise<void> {
  const keys = await subjectKeys(tx, actor.kreis, [z.in, z.person]);
  const [key, other] = [keys.get(z.in), keys.get(z.person)];
  if (key === undefined) return;
  const later = gelten.filter((one) => one.in === z.in && one.folge > z.folge);
  const result = aufgehoben(
    z.werte,
    later.map(({ werte }) => werte),
    await readWerte(tx, actor.kreis, z.in, key),
    felder,
  );
  const write = async (id: string, sealing: typeof key, werte: Werte) => {
    const row = (await zeilenOf(tx, [id])).get(id);
    if (row === undefined) return;
    await writeFelder(
      tx,
      actor,
      { id, kontoId: row.konto_id, key: sealing, weil: "Zusammenführung aufgehoben" },
      werte,
    );
  };
  await write(z.in, key, result.bleibt);
  if (other !== undefined) await write(z.person, other, result.andere);
  for (const [i, one] of later.entries()) await writeStand(tx, actor, one, key, result.spaeter[i] ?? one.werte);
}

const writeStand = (
  tx: Tx,
  { kreis }: Actor,
  { id }: Zusammenfuehrung,
  key: Parameters<typeof sealStand>[0],
  stand: Stand,
): Promise<unknown> =>
  tx
    .updateTable("kim.zusammenfuehrung")
    .set({ werte: sealStand(key, { kreis, id }, stand) })
    .where("id", "=", id)
    .execute();

/** Who is shown follows from the mergings that still hold. Says who is for the person that she was shown as. */
async function pointAgain(tx: Tx, z: Zusammenfuehrung, gelten: readonly Zusammenfuehrung[]): Promise<string> {
  const left = verbindungen(gelten.filter((one) => one.id !== z.id));
  const now = gezeigte([...mitAllen(z.person, left), z.in], left);
  for (const [id, shown] of now) {
    if (id === z.in) continue;
    await tx
      .updateTable("kim.person")
      .set({ zusammengefuehrt_in: shown === id ? null : shown })
      .where("id", "=", id)
      .execute();
  }
  return now.get(z.in) ?? z.in;
}

async function writeGiven(tx: Tx, actor: Actor, z: Zusammenfuehrung, given: readonly Seither[]): Promise<void> {
  const rows = given.map(({ tabelle, id, person }) => ({
    kreis: actor.kreis,
    traeger_id: actor.traegerId,
    konto_id: z.kontoId,
    zusammenfuehrung_id: z.id,
    tabelle,
    zeile: id,
    von_person_id: person,
    an_person_id: z.person,
  }));
  await insertMany(tx, "kim.zusammenfuehrung_zeile", rows);
}

/** Gives a file back that came with the merging, if whoever keeps it now undoes it herself. Says by which hand-over. */
async function giveBack(tx: Tx, actor: Actor, z: Zusammenfuehrung, wait: boolean): Promise<string | undefined> {
  if (z.abgebend === null || z.abgebend === actor.kontoId) return undefined;
  if ((await zeilenOf(tx, [z.person])).get(z.person)?.konto_id !== actor.kontoId) return undefined;
  return giveUebergabe(tx, actor, { an: z.abgebend, notiz: null }, z.person, { wait });
}
