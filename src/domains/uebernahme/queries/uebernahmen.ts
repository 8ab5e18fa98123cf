import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { lockRow } from "../../../platform/held.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { Place } from "../../../platform/place.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openWort, wortKey } from "../../beratungen/index.ts";
import { openBefund, openDatei, openEntscheidungen } from "./siegel.ts";
import {
  type EntschiedenesWort,
  type OffenesWortKurz,
  type Stand,
  type Uebernahme,
  type UebernahmeKurz,
  Zaehlung,
  standOf,
} from "../model/uebernahme.ts";
import { isId } from "../../../platform/ids.ts";
import { compareNames } from "../../../platform/words.ts";

/** Lists on one page of the overview. */
const PAGE = 20;
const KURZ = ["id", "datei", "stand", "fortschritt", "am", "version", "zahlen", "bisher"] as const;

/** One page of one's own lists, the latest first; a missing place means that these are the last. */
export type Listenuebersicht = { readonly listen: readonly UebernahmeKurz[]; readonly aelter: Place | undefined };

export async function uebernahmenOf(tx: Tx, actor: Actor, nach?: Place): Promise<Listenuebersicht> {
  const { beyond, direction, limit, page } = keyset({ older: nach }, PAGE, ["am", "id"]);
  const found = await tx
    .selectFrom("kim.uebernahme")
    .select(KURZ)
    .where("konto_id", "=", actor.kontoId)
    .where(beyond)
    .orderBy("am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const { rows, older } = page(found);
  const keys = await subjectKeys(
    tx,
    actor.kreis,
    rows.map((row) => row.id),
  );
  const listen = rows.flatMap((row) => {
    const key = keys.get(row.id);
    return key === undefined ? [] : [kurz(row, openDatei(key, { kreis: actor.kreis, id: row.id }, row.datei))];
  });
  return { listen, aelter: older };
}

type Row = Omit<UebernahmeKurz, "datei" | "stand" | "zahlen" | "nachgeholt"> & {
  readonly stand: string;
  readonly zahlen: unknown;
  readonly bisher: unknown;
};

const kurz = ({ id, stand, fortschritt, am, version, zahlen, bisher }: Row, datei: string): UebernahmeKurz => ({
  id,
  datei,
  stand: standOf(stand),
  fortschritt,
  am,
  version,
  zahlen: Zaehlung.nullable().parse(bisher ?? zahlen),
  nachgeholt: bisher !== null && stand !== "uebernommen",
});

/**
 * One's own list with what was found in it; undefined for a foreign one as for none. In the states of `waits` the finding
 * stays closed (null): a page that only waits asks again and again.
 */
export async function uebernahmeOf(
  tx: Tx,
  actor: Actor,
  id: string,
  waits: ReadonlySet<Stand> = new Set(),
): Promise<Uebernahme | undefined> {
  if (!isId(id)) return undefined;
  const row = await tx
    .selectFrom("kim.uebernahme")
    .select([...KURZ, "befund", "entscheidungen", sql<boolean>`inhalt is not null`.as("mit_datei")])
    .where("id", "=", id)
    .where("konto_id", "=", actor.kontoId)
    .executeTakeFirst();
  const key = row === undefined ? undefined : (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (row === undefined || key === undefined) return undefined;
  const liste = { kreis: actor.kreis, id };
  return {
    ...kurz(row, openDatei(key, liste, row.datei)),
    mitDatei: row.mit_datei,
    befund: waits.has(standOf(row.stand)) ? null : await openBefund(key, liste, row.befund),
    entscheidungen: openEntscheidungen(key, liste, row.entscheidungen),
  };
}

/** How far the worker is with one's own list, for a page that waits; undefined for a foreign one as for none. */
export async function fortschrittOf(tx: Tx, id: string) {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.uebernahme")
        .select(["stand", "fortschritt", "version"])
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  return row === undefined ? undefined : { ...row, stand: standOf(row.stand) };
}

/**
 * What one's own records carry of words, by word: consultations, and mentions in tallies. Words of colleagues' lists that
 * none of one's own carries stay out of sight: a list may hold anything in any column.
 */
const carried = (tx: Tx) =>
  tx
    .with("getragen", (db) =>
      db
        .selectFrom("kim.beratung_wort")
        .select(["wort_id", sql<number>`1`.as("n")])
        .unionAll(
          db
            .selectFrom("kim.summe_wort as w")
            .innerJoin("kim.summe as s", (on) => on.onRef("s.kreis", "=", "w.kreis").onRef("s.id", "=", "w.summe_id"))
            .innerJoin("kim.uebernahme as u", (on) =>
              on.onRef("u.kreis", "=", "s.kreis").onRef("u.id", "=", "s.uebernahme_id"),
            )
            .select(["w.wort_id", "w.anzahl as n"]),
        ),
    )
    .selectFrom("kim.wort as w")
    .innerJoin("getragen as g", "g.wort_id", "w.id");

/** Words that stand “nicht zugeordnet” in one's own records, the most frequent first. */
export async function offeneWoerter(tx: Tx, actor: Actor): Promise<OffenesWortKurz[]> {
  const rows = await carried(tx)
    .select(["w.id", "w.art", "w.wort", "w.version", sql<number>`sum(g.n)`.as("anzahl")])
    .where("w.stand", "=", "offen")
    .groupBy(["w.kreis", "w.id", "w.art", "w.wort", "w.version"])
    .execute();
  if (rows.length === 0) return [];
  const key = await wortKey(tx, actor.kreis, actor.traegerId);
  return rows
    .map(({ wort, ...row }) => ({ ...row, wort: openWort(key, actor.kreis, row.id, wort) }))
    .toSorted((a, b) => b.anzahl - a.anzahl || compareNames(a.wort, b.wort));
}

/** The words that somebody decided, as they would be decided again. */
export async function entschiedeneWoerter(tx: Tx, actor: Actor): Promise<EntschiedenesWort[]> {
  const rows = await tx
    .selectFrom("kim.wort")
    .select(["id", "art", "wort", "code", "version"])
    .where("traeger_id", "=", actor.traegerId)
    .where("entschieden_von", "=", actor.kontoId)
    .where("stand", "<>", "offen")
    .execute();
  if (rows.length === 0) return [];
  const key = await wortKey(tx, actor.kreis, actor.traegerId);
  return rows
    .map(({ wort, ...row }) => ({ ...row, wort: openWort(key, actor.kreis, row.id, wort) }))
    .toSorted((a, b) => compareNames(a.art, b.art) || compareNames(a.wort, b.wort));
}

/**
 * A word that one's own records carry or that one decided oneself, held until the end; undefined for a foreign one as for none.
 */
export async function ownWord(tx: Tx, actor: Actor, id: string) {
  if (!isId(id)) return undefined;
  const mine =
    (await carried(tx).select("w.id").where("w.id", "=", id).limit(1).executeTakeFirst()) ??
    (await tx
      .selectFrom("kim.wort")
      .select("id")
      .where("id", "=", id)
      .where("traeger_id", "=", actor.traegerId)
      .where("entschieden_von", "=", actor.kontoId)
      .executeTakeFirst());
  if (mine === undefined) return undefined;
  await lockRow(tx, "kim.wort", id);
  return tx
    .selectFrom("kim.wort")
    .select(["id", "art", "stand", "code", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
}
