import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, insertMany } from "../../../platform/db.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { openWort, sealWort, wortKey } from "../../beratungen/index.ts";
import { wortAbdruck } from "../queries/siegel.ts";
import { WORTARTEN, type Wortentscheidung, merkwort, type OffenesWort } from "../../../listen/index.ts";

/** What was decided about words of this Träger's lists, for reading the next one. */
export async function gemerkteWoerter(tx: Tx, { kreis, traegerId }: Actor): Promise<Wortentscheidung[]> {
  const rows = await tx
    .selectFrom("kim.wort")
    .select(["id", "art", "wort", "code"])
    .where("traeger_id", "=", traegerId)
    .where("stand", "<>", "offen")
    .execute();
  if (rows.length === 0) return [];
  const key = await wortKey(tx, kreis, traegerId);
  return rows.flatMap(({ id, art, wort, code }) => {
    const spalte = WORTARTEN.find((known) => known === art);
    return spalte === undefined ? [] : [{ spalte, wort: openWort(key, kreis, id, wort), code }];
  });
}

type Stored = { readonly id: string; readonly stand: string; readonly code: string | null; readonly version: number };

/**
 * Remembers the words of a list that is taken over: the decided ones, and the unknown ones as open. A word that is there
 * already and was decided otherwise takes the new decision, and everything that carries it is counted anew. Returns the ids
 * of the open words by `merkwort`.
 */
export async function keepWords(
  tx: Tx,
  actor: Actor,
  entschieden: readonly Wortentscheidung[],
  offen: readonly OffenesWort[],
): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, Wortentscheidung | OffenesWort>();
  for (const wort of [...offen, ...entschieden]) words.set(merkwort(wort.spalte, wort.wort), wort);
  const stored = await storedWords(tx, actor, [...words.values()]);
  const key = await wortKey(tx, actor.kreis, actor.traegerId);
  const ids = new Map<string, string>();
  const fresh = [];
  for (const [name, wort] of words) {
    const code = "code" in wort ? wort.code : null;
    const stand = "code" in wort ? (code === null ? "ohne_bedeutung" : "zugeordnet") : "offen";
    const abdruck = wortAbdruck(actor.traegerId, wort.spalte, wort.wort);
    const before = stored.get(abdruck.toString("hex"));
    const id = before?.id ?? randomUUID();
    ids.set(name, id);
    if (before === undefined) {
      const sealed = sealWort(key, actor.kreis, id, wort.wort);
      const owner = { kreis: actor.kreis, id, traeger_id: actor.traegerId };
      const entschieden_von = stand === "offen" ? null : actor.kontoId;
      fresh.push({ ...owner, art: wort.spalte, abdruck, wort: sealed, stand, code, entschieden_von });
    } else if (stand !== "offen" && (before.stand !== stand || before.code !== code)) {
      await decideAnew(tx, actor, before, { stand, code });
    }
  }
  await insertMany(tx, "kim.wort", fresh);
  return ids;
}

async function decideAnew(
  tx: Tx,
  { kreis, kontoId }: Actor,
  { id, version }: Stored,
  decision: { readonly stand: string; readonly code: string | null },
): Promise<void> {
  await tx
    .updateTable("kim.wort")
    .set({ ...decision, entschieden_von: kontoId, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await enqueue(tx, "uebernahme.wort", { kreis, id });
}

const ROUND = 2000;

async function storedWords(tx: Tx, actor: Actor, words: readonly OffenesWort[]): Promise<Map<string, Stored>> {
  const stored = new Map<string, Stored>();
  for (let at = 0; at < words.length; at += ROUND) {
    const abdruecke = words.slice(at, at + ROUND).map((w) => wortAbdruck(actor.traegerId, w.spalte, w.wort));
    const rows = await tx
      .selectFrom("kim.wort")
      .select(["id", "abdruck", "stand", "code", "version"])
      .where("traeger_id", "=", actor.traegerId)
      .where("abdruck", "=", anyOf(abdruecke))
      .execute();
    for (const { abdruck, ...row } of rows) stored.set(abdruck.toString("hex"), row);
  }
  return stored;
}

/** Removes the words of a Träger that are neither decided nor carried by anything any more. */
export async function forgetWords(tx: Tx, traegerId: string): Promise<void> {
  await tx
    .deleteFrom("kim.wort")
    .where("traeger_id", "=", traegerId)
    .where("stand", "=", "offen")
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("kim.beratung_wort as b").select("b.wort_id").whereRef("b.wort_id", "=", "kim.wort.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("kim.summe_wort as s").select("s.wort_id").whereRef("s.wort_id", "=", "kim.wort.id"))),
    )
    .execute();
}
