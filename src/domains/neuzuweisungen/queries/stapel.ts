import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known } from "../../../platform/known.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { WartenderHaushalt, ZEILENGRUND, type Zeilengrund, ausText } from "../model/zeile.ts";
import { ZEILE } from "./sealed.ts";

/** A list that was taken in, as numbers. `haushalte` and `menschen`: what came of it; `warten`: rows that somebody decides about. */
export type Stapel = {
  readonly id: string;
  readonly kontoId: string;
  readonly angekuendigt: string;
  readonly zeilen: number;
  readonly ohneDaten: number;
  readonly nie: readonly string[];
  readonly haushalte: number;
  readonly menschen: number;
  /** Households that are not at an end. */
  readonly offen: number;
};

/** Of those who took it in, or are responsible for a household of it, or stand in for one of them. */
const stapelRows = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("kim.zuweisung_stapel as s")
    .leftJoin("kim.zuweisung as z", (on) =>
      on.onRef("z.kreis", "=", "s.kreis").onRef("z.stapel_id", "=", "s.id").on("z.aufgegangen_in", "is", null),
    )
    .select(["s.id", "s.konto_id as kontoId", "s.angekuendigt", "s.zeilen", "s.ohne_daten as ohneDaten", "s.nie"])
    .select([
      sql<number>`count(z.id)::int`.as("haushalte"),
      sql<number>`coalesce(sum(z.menschen), 0)::int`.as("menschen"),
      sql<number>`(count(z.id) filter (where z.stand in ('angekuendigt', 'angekommen', 'erstkontakt')))::int`.as(
        "offen",
      ),
    ])
    .where((e) =>
      e.or([
        e("s.konto_id", "=", anyOf([...actor.konten])),
        e.exists(
          e
            .selectFrom("kim.zuweisung as x")
            .select("x.id")
            .whereRef("x.kreis", "=", "s.kreis")
            .whereRef("x.stapel_id", "=", "s.id")
            .where("x.konto_id", "=", anyOf([...actor.konten])),
        ),
      ]),
    )
    .groupBy(["s.id", "s.konto_id", "s.angekuendigt", "s.zeilen", "s.ohne_daten", "s.nie"]);

/** A batch that one took in or has a household of. @throws NotFound */
export async function stapelOf(tx: Tx, actor: Actor, id: string): Promise<Stapel> {
  const row = isId(id) ? await stapelRows(tx, actor).where("s.id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  return row;
}

/** So many at most stand in the list. */
const MOST = 100;

/** The batches that one took in or has households of, the last first. */
export const alleStapel = (tx: Tx, actor: Actor): Promise<Stapel[]> =>
  stapelRows(tx, actor)
    .where("s.traeger_id", "=", actor.traegerId)
    .orderBy("s.angekuendigt", "desc")
    .orderBy("s.id", "desc")
    .limit(MOST)
    .execute();

/** A row that waits, opened. */
export type Zeile = {
  readonly id: string;
  readonly stapelId: string;
  readonly nr: number;
  readonly grund: Zeilengrund;
  readonly haushalt: WartenderHaushalt;
};

const zeilenRows = (tx: Tx) =>
  tx.selectFrom("kim.zuweisung_zeile").select(["kreis", "id", "stapel_id", "nr", "grund", "zeile"]);

async function opened(tx: Tx, actor: Actor, rows: Awaited<ReturnType<ReturnType<typeof zeilenRows>["execute"]>>) {
  const keys = await subjectKeys(
    tx,
    actor.kreis,
    rows.map((row) => row.id),
  );
  return rows.map((row): Zeile => {
    const grund = known(ZEILENGRUND, row.grund);
    const text = openText(keys.get(row.id), row, ZEILE, row.zeile) ?? "";
    const haushalt = grund === "doppelt" ? WartenderHaushalt.parse(JSON.parse(text)) : ausText(row.nr, text);
    return { id: row.id, stapelId: row.stapel_id, nr: row.nr, grund, haushalt };
  });
}

/** The rows of a batch that wait for whoever took it in. */
export const zeilenVon = async (tx: Tx, actor: Actor, stapelId: string): Promise<Zeile[]> =>
  opened(tx, actor, await zeilenRows(tx).where("stapel_id", "=", stapelId).orderBy("nr").orderBy("id").execute());

/** One of them. @throws NotFound for a colleague's as for none */
export async function zeileOf(tx: Tx, actor: Actor, id: string): Promise<Zeile> {
  const rows = isId(id) ? await zeilenRows(tx).where("id", "=", id).execute() : [];
  const [zeile] = await opened(tx, actor, rows);
  if (zeile === undefined) throw new NotFound();
  return zeile;
}
