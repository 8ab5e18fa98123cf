import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import type { Serie } from "../model/serie.ts";
import { rhythmusOf } from "../model/sprechstunde.ts";
import { uhrText } from "../model/uhr.ts";

/** A series of hours, with the days on which it does not take place. */
export type Sprechstunde = Serie & {
  readonly id: string;
  readonly kontoId: string;
  readonly standortId: string;
  readonly standort: string;
  readonly raum: string | null;
  readonly beginn: number;
  readonly ende: number;
  readonly ausnahmen: readonly string[];
  readonly version: number;
};

const RHYTHMUS = ["woche", "zwei_wochen", "monat"] as const;

const rows = (tx: Tx) =>
  tx
    .selectFrom("kim.sprechstunde as s")
    .innerJoin("kim.standort as o", (on) => on.onRef("o.kreis", "=", "s.kreis").onRef("o.id", "=", "s.standort_id"))
    .select(["s.id", "s.konto_id", "s.standort_id", "s.raum", "s.rhythmus", "s.wochentag", "s.woche", "s.beginn"])
    .select(["s.ende", "s.ab", "s.bis", "s.version", "o.name as standort"])
    .select(
      sql<string[]>`array(select a.tag::text from kim.sprechstunde_ausnahme a where a.kreis = s.kreis
        and a.sprechstunde_id = s.id order by a.tag)`.as("ausnahmen"),
    );

type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

export const asShown = (row: Row): Sprechstunde => ({
  id: row.id,
  kontoId: row.konto_id,
  standortId: row.standort_id,
  standort: row.standort,
  raum: row.raum,
  rhythmus: RHYTHMUS.find((one) => one === row.rhythmus) ?? "woche",
  wochentag: row.wochentag,
  woche: row.woche,
  beginn: row.beginn,
  ende: row.ende,
  ab: row.ab,
  bis: row.bis,
  version: row.version,
  ausnahmen: row.ausnahmen,
});

/** So many are read; the calendars of those that one acts for have fewer together. */
const MOST = 100;

/** The series of some calendars, the last begun first, as rows. */
export const serien = (tx: Tx, konten: readonly string[]) =>
  rows(tx).where("s.konto_id", "=", anyOf(konten)).orderBy("s.ab", "desc").orderBy("s.id", "desc").limit(MOST);

export const sprechstundenOf = async (tx: Tx, konten: readonly string[]): Promise<Sprechstunde[]> =>
  (await serien(tx, konten).execute()).map(asShown);

/** One of one's own. @throws NotFound for a foreign one as for none */
export async function sprechstundeOf(tx: Tx, id: string): Promise<Sprechstunde> {
  const [row] = isId(id) ? await rows(tx).where("s.id", "=", id).execute() : [];
  if (row === undefined) throw new NotFound();
  return asShown(row);
}

export const sprechstundeValues = (s: Sprechstunde): Values => ({
  standort: [s.standortId],
  raum: s.raum === null ? [] : [s.raum],
  wochentag: [String(s.wochentag)],
  rhythmus: [rhythmusOf(s)],
  beginn: [uhrText(s.beginn)],
  ende: [uhrText(s.ende)],
  von: [s.ab],
  bis: s.bis === null ? [] : [s.bis],
});
