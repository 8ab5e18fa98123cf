import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { type Kette, alleKetten } from "./kette.ts";

/** What became of the gaps of a year. */
export type Jahr = {
  readonly jahr: number;
  /** Years in which anything happened, the last first; the one asked for among them. */
  readonly jahre: readonly number[];
  /** Chains that got as far as a Beschluss or a measure, and moved in this year. */
  readonly ketten: readonly Kette[];
  readonly gemeldet: number;
  readonly beschluesse: number;
  readonly umgesetzt: number;
  /** Gaps reported in this year that no body has decided about and no measure is for. */
  readonly offen: number;
};

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The days on which something happened in a chain: reported, moved, decided, begun. */
const tage = ({ zeile, massnahmen, beschluesse }: Kette): string[] => [
  zeile.luecke.gemeldetAm,
  zeile.luecke.standSeit,
  ...beschluesse.map(({ gefasstAm }) => gefasstAm),
  ...massnahmen.flatMap(({ von, standSeit }) => [von, standSeit]),
];

/** How many measures were implemented in a year, by the last time that they were; one that is worked on again is not. */
async function umgesetztIn(tx: Tx, jahr: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from kim.massnahme m
    cross join lateral (select max(s.am) as am from kim.massnahme_schritt s
      where s.kreis = m.kreis and s.massnahme_id = m.id and s.nach = 'umgesetzt') u
    where m.stand in ('umgesetzt', 'wirkung', 'geschlossen') and extract(year from u.am) = ${jahr}::int`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** All chains of a year with what they come to. Every number is of gaps, decisions and measures, none of people. */
export async function jahrVon(tx: Tx, actor: Actor, jahr: number): Promise<Jahr> {
  const all = await alleKetten(tx, actor);
  const inYear = all.filter((one) => tage(one).some((day) => yearOf(day) === jahr));
  const further = ({ massnahmen, beschluesse }: Kette) => massnahmen.length + beschluesse.length > 0;
  const here = (day: string) => yearOf(day) === jahr;
  const decided = new Map(all.flatMap(({ beschluesse }) => beschluesse).map((one) => [one.id, one]));
  const reported = all.filter(({ zeile }) => here(zeile.luecke.gemeldetAm));
  return {
    jahr,
    jahre: [...new Set([jahr, ...all.flatMap(tage).map(yearOf)])].toSorted((a, b) => b - a),
    ketten: inYear.filter(further),
    gemeldet: reported.length,
    beschluesse: [...decided.values()].filter(({ gefasstAm }) => here(gefasstAm)).length,
    umgesetzt: await umgesetztIn(tx, jahr),
    offen: reported.filter((one) => !further(one)).length,
  };
}
