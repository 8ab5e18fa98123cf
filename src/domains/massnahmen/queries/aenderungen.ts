import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { codelisten } from "../../codelisten/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import { type Aenderung, type Damals, aenderungText, indikatorDamals, massnahmeDamals } from "../model/aenderung.ts";
import type { Indikator, Massnahme } from "../model/massnahme.ts";

/** A change as people read it; `wer` is the account. */
export type AenderungZeile = ReturnType<typeof aenderungText> & Pick<Aenderung, "am" | "wer">;

/** What was changed at a measure and its indicators, the last first. */
export async function aenderungen(tx: Tx, massnahmeId: string): Promise<AenderungZeile[]> {
  const rows = await tx
    .selectFrom("kim.massnahme_aenderung")
    .select(["indikator", "feld", "alt", "neu", "am", "getan_von as wer"])
    .where("massnahme_id", "=", massnahmeId)
    .orderBy("nr", "desc")
    .execute();
  const coded = rows.some(({ indikator, feld }) => indikator !== null && feld === "kode");
  const namen = coded ? await kodenamen(tx) : new Map<string, string>();
  return rows.map((row) => ({ ...aenderungText(row, namen), am: row.am, wer: row.wer }));
}

/** What a figure can be of: Handlungsfelder and Kommunen, by code. */
const kodenamen = async (tx: Tx): Promise<Map<string, string>> =>
  new Map([
    ...(await codelisten(tx)).handlungsfeld.map(({ code, name }) => [code, name] as const),
    ...(await kommunen(tx)).map(({ value, name }) => [value, name] as const),
  ]);

/** How measures and indicators were called, meant and bound at the end of a day (ISO): each with what was changed since undone. */
export async function damals(
  tx: Tx,
  ids: readonly string[],
  tag: string,
): Promise<{
  readonly massnahme: (m: Massnahme) => Massnahme;
  readonly indikator: (i: Indikator) => Indikator;
}> {
  const { rows } = await sql<{ of: string; feld: string; alt: string | null }>`
    select distinct on (a.of, feld) a.of, feld, alt from kim.massnahme_aenderung
    cross join lateral (select coalesce(indikator_id, massnahme_id) as of) a
    where massnahme_id = ${anyOf(ids)} and am > ${tag}::date and (indikator is null or indikator_id is not null)
    order by a.of, feld, nr`.execute(tx);
  const by = new Map<string, Map<string, string | null>>();
  for (const { of, feld, alt } of rows) by.set(of, (by.get(of) ?? new Map()).set(feld, alt));
  const then = (id: string): Damals => by.get(id) ?? new Map();
  return {
    massnahme: (m) => massnahmeDamals(m, then(m.id)),
    indikator: (i) => indikatorDamals(i, then(i.id)),
  };
}
