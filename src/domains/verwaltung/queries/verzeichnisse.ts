import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";

/** What the pages of Kommunen, Träger and Standorte show. Each list is bounded by the size of a Kreis and has no paging. */

const KOMMUNE = ["ags", "name", "plz", "jugendamt", "ebh", "abh", "aktiv", "version"] as const;

export const kommuneRows = (tx: Tx) => tx.selectFrom("kim.kommune").select(KOMMUNE).orderBy("name").execute();

/** @throws NotFound */
export async function kommuneOf(tx: Tx, ags: string) {
  const row = await tx.selectFrom("kim.kommune").select(KOMMUNE).where("ags", "=", ags).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row;
}

const count = sql<number>`count(*)::int`.as("zahl");

async function counts(tx: Tx, table: "kim.standort" | "kim.konto"): Promise<Map<string, number>> {
  const rows =
    table === "kim.standort"
      ? await tx
          .selectFrom(table)
          .select(["traeger_id", count])
          .where("aktiv", "=", true)
          .groupBy("traeger_id")
          .execute()
      : await tx
          .selectFrom(table)
          .select(["traeger_id", count])
          .where("status", "<>", "deaktiviert")
          .groupBy("traeger_id")
          .execute();
  return new Map(rows.map((row) => [row.traeger_id, row.zahl]));
}

/** All Träger by name, with their open Standorte and the people who have access. */
export async function traegerRows(tx: Tx) {
  const rows = await tx.selectFrom("kim.traeger").select(["id", "name", "art", "aktiv"]).orderBy("name").execute();
  const standorte = await counts(tx, "kim.standort");
  const konten = await counts(tx, "kim.konto");
  return rows.map((row) => ({ ...row, standorte: standorte.get(row.id) ?? 0, konten: konten.get(row.id) ?? 0 }));
}

/** @throws NotFound */
export async function traegerOf(tx: Tx, id: string) {
  const row = await tx
    .selectFrom("kim.traeger")
    .select(["id", "name", "art", "rechtsrahmen", "eigenes_wort_ab as eigenesWortAb", "aktiv", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row;
}

const standorte = (tx: Tx) =>
  tx
    .selectFrom("kim.standort as s")
    .innerJoin("kim.traeger as t", (on) => on.onRef("t.kreis", "=", "s.kreis").onRef("t.id", "=", "s.traeger_id"))
    .innerJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "s.kreis").onRef("k.ags", "=", "s.ags"))
    .select(["s.id", "s.name", "s.ags", "s.aktiv", "s.version", "s.traeger_id as traegerId"])
    .select(["t.name as traeger", "k.name as kommune"]);

/** Standorte in sight by Träger and name; of one Träger where its id is given. */
export const standortRows = (tx: Tx, traegerId?: string) =>
  standorte(tx)
    .$if(traegerId !== undefined, (q) => q.where("s.traeger_id", "=", traegerId ?? ""))
    .orderBy("t.name")
    .orderBy("s.name")
    .execute();

/** @throws NotFound, also for a Standort out of sight */
export async function standortById(tx: Tx, id: string) {
  const row = await standorte(tx).where("s.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row;
}

/** How far the Kreis is set up. Träger's heads see the numbers of their own Träger. */
export async function overview(tx: Tx) {
  const number = async (table: "kim.kommune" | "kim.traeger" | "kim.standort") =>
    (await tx.selectFrom(table).select(count).where("aktiv", "=", true).executeTakeFirstOrThrow()).zahl;
  const konten = await tx.selectFrom("kim.konto").select(["status", count]).groupBy("status").execute();
  const withStatus = (status: string) => konten.find((row) => row.status === status)?.zahl ?? 0;
  return {
    kommunen: await number("kim.kommune"),
    traeger: await number("kim.traeger"),
    standorte: await number("kim.standort"),
    aktiv: withStatus("aktiv"),
    eingeladen: withStatus("eingeladen"),
  };
}
