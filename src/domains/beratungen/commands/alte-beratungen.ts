import { setImmediate } from "node:timers/promises";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, inserts, sql } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { createSubjectKeys, subjectKeys } from "../../../platform/tresor/keys.ts";
import { type Beratungsdaten, nachStufe, schluesselArt } from "../model/beratung.ts";
import { beratungRows, noteKeyId } from "../rows/beratung-rows.ts";

/**
 * A consultation of an old list. `abdruck` is a keyed hash of its row; `woerter` are ids of the words in it that no code
 * list knew.
 */
export type AlteBeratung = Omit<Beratungsdaten, "ort"> & {
  readonly id: string;
  readonly ags: string;
  readonly abdruck: Buffer;
  readonly woerter: readonly string[];
};

/** Which list they are of, and the keys of the persons that it brought, as far as they are known already. */
export type Liste = { readonly id: string; readonly personKeys: ReadonlyMap<string, DataKey> };

/**
 * Writes consultations of an old list as the actor's own, in rounds of some thousand. What a list does not tell stays empty,
 * and a day may lie as far back as the list does. No event for each: the one of the list stands for all. `tell` hears how
 * many are sealed.
 */
export async function insertAlteBeratungen(
  tx: Tx,
  actor: Actor,
  liste: Liste,
  rounds: Iterable<readonly AlteBeratung[]>,
  tell: (done: number) => void = () => undefined,
): Promise<void> {
  const keys = new Map(liste.personKeys);
  let writing = Promise.resolve();
  let done = 0;
  try {
    for (const eingaben of rounds) {
      // What is being written goes out first; then one round is sealed here while the server stores the one before.
      await setImmediate();
      const beratungen = eingaben.map(nachAlterStufe);
      await addNoteKeys(tx, actor, keys, beratungen);
      const statements = statementsOf(actor, liste, beratungen, beratungRows(actor, keys, beratungen));
      await writing;
      writing = write(tx, statements);
      writing.catch(() => undefined);
      tell((done += eingaben.length));
    }
  } finally {
    // However it ends, nothing is sent any more once the transaction does.
    await writing;
  }
}

async function write(tx: Tx, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await statement.execute(tx);
}

type Statement = ReturnType<typeof inserts> extends Iterable<infer S> ? S : never;

/** Everything of a round, ready to be sent: the server waits for none of it. */
function statementsOf(
  actor: Actor,
  liste: Liste,
  beratungen: readonly AlteBeratung[],
  rows: ReturnType<typeof beratungRows>,
): Statement[] {
  const ofList = rows.beratung.map((row, i) => ({
    ...row,
    uebernahme_id: liste.id,
    abdruck: beratungen[i]?.abdruck ?? null,
  }));
  const owner = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: actor.kontoId };
  const woerter = beratungen.flatMap(({ id, woerter: ids }) =>
    [...new Set(ids)].map((wort_id) => ({ ...owner, beratung_id: id, wort_id })),
  );
  return [
    ...inserts("kim.beratung", ofList),
    ...inserts("kim.beratung_thema", rows.thema),
    ...inserts("kim.beratung_person", rows.person),
    ...inserts("kim.beratung_wort", woerter),
  ];
}

const nachAlterStufe = ({ ags, ...b }: AlteBeratung) => ({ ...nachStufe({ ...b, ort: { art: "kommune", ags } }), ags });

/** Adds the keys that notes need and that are not known yet; most lists need the one of their Träger alone, once. */
async function addNoteKeys(
  tx: Tx,
  { kreis, traegerId }: Actor,
  known: Map<string, DataKey>,
  beratungen: readonly AlteBeratung[],
): Promise<void> {
  const withNote = beratungen.filter(({ notiz }) => notiz !== "");
  const ofArt = (art: string) => withNote.filter((b) => schluesselArt(b) === art).map((b) => noteKeyId(traegerId, b));
  const stored = [...new Set([...ofArt("traeger"), ...ofArt("person")])].filter((id) => !known.has(id));
  const own = ofArt("beratung");
  if (stored.length > 0) for (const [id, key] of await subjectKeys(tx, kreis, stored)) known.set(id, key);
  if (own.length > 0) {
    for (const [id, key] of await createSubjectKeys(tx, { kreis, art: "beratung", traegerId }, own)) known.set(id, key);
  }
}

const ROUND = 10_000;

/**
 * Removes everything that an old list brought: its consultations, corrected ones too, with all that hangs on them. `tell` hears
 * from 0 to 1 how far it is.
 */
export async function removeAlteBeratungen(
  tx: Tx,
  kreis: string,
  uebernahmeId: string,
  tell: (anteil: number) => void = () => undefined,
): Promise<void> {
  const rows = await tx
    .selectFrom("kim.beratung")
    .select("id")
    .where("kreis", "=", kreis)
    .where("uebernahme_id", "=", uebernahmeId)
    .execute();
  const ids = rows.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += ROUND) {
    await removeRound(tx, kreis, ids.slice(at, at + ROUND));
    tell(Math.min(1, (at + ROUND) / ids.length));
  }
}

async function removeRound(tx: Tx, kreis: string, ids: readonly string[]): Promise<void> {
  const own = sql`select unnest(${ids}::uuid[])`;
  // One statement per table: left to the cascade, each row would be looked up on its own.
  await sql`delete from kim.beratung_wort where kreis = ${kreis} and beratung_id in (${own})`.execute(tx);
  await sql`delete from kim.beratung_thema where kreis = ${kreis} and beratung_id in (${own})`.execute(tx);
  await sql`delete from kim.beratung_person where kreis = ${kreis} and beratung_id in (${own})`.execute(tx);
  await sql`delete from tresor.schluessel where kreis = ${kreis} and art = 'beratung' and id in (${own})`.execute(tx);
  await sql`delete from kim.beratung where kreis = ${kreis} and id in (${own})`.execute(tx);
}
