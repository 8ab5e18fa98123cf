import { createHash } from "node:crypto";
import { type Tx, sql } from "../../../platform/db.ts";
import type { Kennzahlen, Zeitraum } from "../model/kennzahlen.ts";
import { type Atom, BERATUNGEN_JE_MONAT, type Muster } from "../model/atom.ts";
import { musterOf } from "../model/muster.ts";
import { genannt } from "../model/nennen.ts";
import { halbjahreUm, teileOf } from "../model/teile.ts";
import { halbjahrAm, monateIn } from "../model/zeitraum.ts";
import { kennzahlenAller } from "./kennzahlen.ts";
import { jeZaehlung } from "./seit-zaehlung.ts";
import { type Zahlenstand, standOf, zahlenstand } from "./zahlenstand.ts";

type Row = Atom & { readonly von: string };
const PERSONEN = "personen";
const isPersons = (row: Row): boolean => row.merkmal === PERSONEN;
const spanKey = ({ von, bis }: Zeitraum): string => `${von}_${bis}`;

/** The parts that the figures of these periods are put together from, by half-year; persons by period. */
async function atome(tx: Tx, spans: readonly Zeitraum[]): Promise<readonly Row[]> {
  const halves = [...new Set(spans.flatMap(halbjahreUm))];
  const split = new Set(spans.flatMap((z) => teileOf(z).monate.map(([von]) => von)));
  const [von, bis] = [spans.map((z) => z.von), spans.map((z) => z.bis)];
  const { rows } = await sql<Row>`
    with teil as materialized (
      select h.von, z.traeger_id, z.merkmal, case z.merkmal when 'beratungen' then z.ags else z.kode end as kode,
        z.monat, z.anzahl
      from unnest(${halves}::date[], ${halves.map((half) => halbjahrAm(half).bis)}::date[]) as h (von, bis)
      join kim.zaehlung z on z.monat >= h.von and z.monat <= h.bis
      where z.merkmal <> 'sprache_verstaendigung'
        and z.merkmal not in ('kein_angebot', 'anruf_frage', 'anruf_sprache', 'fall_bestand',
        'delfin_getestet', 'delfin_bedarf', 'delfin_besucht', 'verweis_feld', 'verweis_art', 'verweis_absage', 'verweis_tage', 'zugewiesen', 'zugewiesen_erreicht',
        'zugewiesen_beraten')
    )
    select von, traeger_id as "traegerId", merkmal, kode, null as monat, sum(anzahl)::int as anzahl
    from teil group by von, traeger_id, merkmal, kode
    union all
    select von, traeger_id, ${BERATUNGEN_JE_MONAT}, '', to_char(monat, 'YYYY-MM'), sum(anzahl)::int
    from teil where merkmal = 'beratungen' group by von, traeger_id, monat
    union all
    select von, traeger_id, merkmal, kode, to_char(monat, 'YYYY-MM'), sum(anzahl)::int
    from teil where von = any(${[...split]}::date[]) group by von, traeger_id, merkmal, kode, monat
    union all
    select h.von, z.traeger_id, b.merkmal, z.kode, null, z.anzahl
    from unnest(${halves}::date[]) as h (von)
    cross join lateral (values
      ('fall_anfang', (h.von - interval '1 month')::date),
      ('fall_ende', least(h.von + interval '5 months', date_trunc('month', now() at time zone 'Europe/Berlin'))::date)
    ) as b (merkmal, monat)
    join kim.zaehlung z on z.monat = b.monat and z.merkmal = 'fall_bestand'
    union all
    select s.von, z.traeger_id, ${PERSONEN}, to_char(s.von, 'YYYY-MM-DD_') || to_char(s.bis, 'YYYY-MM-DD'), null, z.anzahl
    from unnest(${von}::date[], ${bis}::date[]) as s (von, bis)
    join kim.zaehlung_person z on z.von = s.von and z.bis = s.bis and z.art = 'beratung'`.execute(tx);
  return rows;
}

/** What is not told follows from the numbers alone; the same numbers are asked for again and again between two counts. */
const KEPT = 200;
const known = new Map<string, Muster>();

function musterFor(rows: readonly Row[], von: string, ab: number, before: readonly string[]): Muster {
  const key = createHash("sha256")
    .update(JSON.stringify([rows, von, ab, before]))
    .digest("base64");
  const found = known.get(key) ?? musterOf(rows, monateIn(halbjahrAm(von)), ab, before);
  known.delete(key);
  known.set(key, found);
  for (const [oldest] of known) if (known.size > KEPT) known.delete(oldest);
  return found;
}

export type Genannt = {
  readonly kennzahlen: readonly Kennzahlen[];
  readonly stand: Zahlenstand;
  /** What is not told, by the first day of a half-year: what a release keeps. */
  readonly verdeckt: ReadonlyMap<string, Muster>;
};

/** What releases did not tell, by the first day of a half-year. */
type Vorher = readonly (readonly [von: string, keys: readonly string[]])[];

/** What is not told of these half-years, and the persons of these periods by Träger, by period. */
const nichtGenannte = jeZaehlung(100, async (tx, spans: readonly Zeitraum[], ab: number, vorher: Vorher) => {
  const rows = await atome(tx, spans);
  const [persons, others] = [rows.filter(isPersons), rows.filter((row) => !isPersons(row))];
  const byHalf = Map.groupBy(others, (row) => row.von);
  const verdeckt: ReadonlyMap<string, Muster> = new Map(
    vorher.map(([von, before]) => [von, musterFor(byHalf.get(von) ?? [], von, ab, before)]),
  );
  const je = Map.groupBy(persons, (row) => row.kode);
  const personen = new Map(
    spans.map((z) => [spanKey(z), new Map((je.get(spanKey(z)) ?? []).map((row) => [row.traegerId, row.anzahl]))]),
  );
  return { verdeckt, personen };
});

/**
 * The figures of whole months as they may be told above a Träger's own view: of the Kreis, or of one Träger where it is named, for
 * several periods in their order. Small numbers and what would give them away are `VERDECKT`, as in every earlier release.
 */
export async function genannte(tx: Tx, zeitraeume: readonly Zeitraum[], traegerId?: string): Promise<Genannt> {
  // Before the figures: up to when they are counted may be said too early, and never too late.
  const stand = await zahlenstand(tx);
  const spans = zeitraeume.map(({ von, bis }) => ({ von, bis }));
  const raw = await kennzahlenAller(tx, stand, spans, traegerId);
  const { ab } = stand;
  const halves = [...new Set(spans.flatMap(halbjahreUm))];
  const vorher: Vorher = halves.map((von) => [von, stand.berichte.flatMap((b) => b.verdeckt[von] ?? [])]);
  const { verdeckt, personen } = await nichtGenannte(tx, stand.fassung, spans, ab, vorher);
  const none: ReadonlyMap<string, number> = new Map();
  const kennzahlen = raw.map((k) => {
    const je = personen.get(spanKey(k.zeitraum)) ?? none;
    return { ...genannt(k, { ab, muster: verdeckt, personen: je }), stand: standOf(stand) };
  });
  return { kennzahlen, stand, verdeckt };
}
