import { type Tx, sql } from "../../../platform/db.ts";
import { fallzahlenOf } from "../model/fallzahlen.ts";
import type { Kennzahlen, Zaehlung, Zeitraum } from "../model/kennzahlen.ts";
import { istKalenderspanne, unbrauchbar } from "../model/zeitraum.ts";
import { laenge } from "../model/zelle.ts";
import { jeZaehlung } from "./seit-zaehlung.ts";
import { type Zahlenstand, standOf, zahlenstand } from "./zahlenstand.ts";

type Row = { readonly art: string; readonly kode: string; readonly anzahl: number };
type Wish = Zeitraum & { readonly traegerId?: string | undefined };

/**
 * The figures of whole months (ISO days) from the rollups, as they are counted; of one Träger where it is named. For a Träger's
 * own view only: everything above it is told by `genannte`.
 * @throws Error when the days are no whole months; `unbrauchbar` tells people
 */
export async function kennzahlen(tx: Tx, { traegerId, ...zeitraum }: Wish): Promise<Kennzahlen> {
  const stand = await zahlenstand(tx);
  const [figures] = await kennzahlenAller(tx, stand, [zeitraum], traegerId);
  if (figures === undefined) throw new Error("A span has figures.");
  return { ...figures, stand: standOf(stand) };
}

/**
 * The same for several spans, which may overlap, in their order and in one statement, once a count; without saying up to when.
 * @param stand read before, in this transaction
 */
export async function kennzahlenAller(
  tx: Tx,
  { fassung }: Pick<Zahlenstand, "fassung">,
  zeitraeume: readonly Zeitraum[],
  traegerId?: string,
): Promise<readonly Kennzahlen[]> {
  const wrong = zeitraeume.map((z) => unbrauchbar(z)).find((one) => one !== undefined);
  if (wrong !== undefined) throw new Error(wrong);
  const spans = zeitraeume.map(({ von, bis }) => ({ von, bis }));
  return gezaehlte(tx, fassung, spans, traegerId ?? null);
}

const gezaehlte = jeZaehlung(
  200,
  async (tx, spans: readonly Zeitraum[], own: string | null): Promise<readonly Kennzahlen[]> => {
    const rows = Map.groupBy(await counted(tx, spans, own), ({ nr }) => nr);
    return spans.map((zeitraum, i) => kennzahlenOf(zeitraum, own, rows.get(i + 1) ?? []));
  },
);

/** Sums by feature and code; months and Kommunen of the consultations; persons, where they are counted for this span. */
async function counted(
  tx: Tx,
  spans: readonly Zeitraum[],
  traegerId: string | null,
): Promise<(Row & { nr: number })[]> {
  const own = traegerId === null ? sql`` : sql`and z.traeger_id = ${traegerId}::uuid`;
  const [von, bis] = [spans.map((span) => span.von), spans.map((span) => span.bis)];
  const { rows } = await sql<Row & { nr: number }>`
    with spanne as (
      select nr::int, von, bis from unnest(${von}::date[], ${bis}::date[]) with ordinality as s (von, bis, nr)
    ), zelle as materialized (
      select s.nr, z.monat, z.ags, z.merkmal, z.kode, z.anzahl
      from spanne s join kim.zaehlung z on z.monat >= s.von and z.monat <= s.bis ${own}
      where z.merkmal <> 'sprache_verstaendigung'
    )
    select nr, merkmal as art, kode, sum(anzahl)::int as anzahl from zelle where merkmal <> 'fall_bestand'
    group by nr, merkmal, kode
    union all
    select nr, 'monat', to_char(monat, 'YYYY-MM'), sum(anzahl)::int from zelle where merkmal = 'beratungen'
    group by nr, monat
    union all
    select nr, 'kommune', ags, sum(anzahl)::int from zelle where merkmal = 'beratungen' group by nr, ags
    union all
    select s.nr, b.art, z.kode, sum(z.anzahl)::int
    from spanne s
    cross join lateral (values
      ('fall_anfang', (s.von - interval '1 month')::date),
      ('fall_ende', least(date_trunc('month', s.bis::timestamp), date_trunc('month', now() at time zone 'Europe/Berlin'))::date)
    ) as b (art, monat)
    join kim.zaehlung z on z.monat = b.monat and z.merkmal = 'fall_bestand' ${own}
    group by s.nr, b.art, z.kode
    union all
    select s.nr, 'personen_' || z.art, '', sum(z.anzahl)::int
    from spanne s join kim.zaehlung_person z on z.von = s.von and z.bis = s.bis ${own}
    group by s.nr, z.art having sum(z.anzahl) > 0`.execute(tx);
  return rows;
}

const NONE: Zaehlung = {};
const sumOf = (counts: Zaehlung): number => Object.values(counts).reduce<number>((sum, n) => sum + laenge(n), 0);

export function kennzahlenOf(zeitraum: Zeitraum, traegerId: string | null, rows: Row[]): Kennzahlen {
  const byArt = Map.groupBy(rows, (row) => row.art);
  const of = (art: string): Zaehlung =>
    byArt.has(art) ? Object.fromEntries((byArt.get(art) ?? []).map((r) => [r.kode, r.anzahl])) : NONE;
  const single = (art: string): number => byArt.get(art)?.[0]?.anzahl ?? 0;
  const persons = (art: string) => (istKalenderspanne(zeitraum) ? single(`personen_${art}`) : null);
  return {
    zeitraum,
    traegerId,
    stand: null,
    ab: 1,
    zuKlein: [],
    aufgeteilt: true,
    kontakte: single("kontakte"),
    beratungen: single("beratungen"),
    ausSummen: single("aus_summen"),
    einzelne: single("beratungen") - single("aus_summen"),
    personen: persons("beratung"),
    faelle: fallzahlenOf(of, { personen: persons("fall"), haushalte: persons("haushalt") }),
    themen: of("thema"),
    mitThema: single("mit_thema"),
    themenEinzeln: of("thema_einzeln"),
    nichtZugeordnet: single("nicht_zugeordnet"),
    nennungen: single("nicht_zugeordnet") + sumOf(of("thema")),
    kommunen: of("kommune"),
    monate: of("monat"),
    neuzuweisungen: single("neuzuweisung"),
    neuzuweisungGrundlage: single("neuzuweisung_grundlage"),
    merkmale: {
      stufe: of("stufe"),
      kontaktweg: of("kontaktweg"),
      sprache: of("sprache"),
      verstaendigung: of("verstaendigung"),
      ergebnis: of("ergebnis"),
      herkunftsgruppe: of("herkunftsgruppe"),
      altersgruppe: of("altersgruppe"),
    },
  };
}
