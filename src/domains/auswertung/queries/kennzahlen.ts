import { type Tx, sql } from "../../../platform/db.ts";
import type { Kennzahlen, Zaehlung, Zeitraum } from "../model/kennzahlen.ts";
import { istKalenderspanne, unbrauchbar } from "../model/zeitraum.ts";

type Row = { readonly art: string; readonly kode: string; readonly anzahl: number };
type Wish = Zeitraum & { readonly traegerId?: string | undefined };

/**
 * The figures of whole months (ISO days) from the rollups, in one statement; of one Träger where it is named. Whether the
 * asking person may see the Kreis or only the own Träger is decided before.
 * @throws Error when the days are no whole months; `unbrauchbar` tells people
 */
export async function kennzahlen(tx: Tx, wish: Wish): Promise<Kennzahlen> {
  const wrong = unbrauchbar(wish);
  if (wrong !== undefined) throw new Error(wrong);
  const traegerId = wish.traegerId ?? null;
  const rows = await counted(tx, wish, traegerId);
  const stand = await tx.selectFrom("kim.zaehlung_stand").select("zeit").executeTakeFirst();
  return kennzahlenOf({ von: wish.von, bis: wish.bis }, traegerId, stand?.zeit.toISOString() ?? null, rows);
}

/** Sums by feature and code; months and Kommunen of the consultations; persons, where they are counted for this span. */
async function counted(tx: Tx, { von, bis }: Zeitraum, traegerId: string | null): Promise<Row[]> {
  const own = traegerId === null ? sql`` : sql`and traeger_id = ${traegerId}::uuid`;
  const { rows } = await sql<Row>`
    with zelle as materialized (
      select monat, ags, merkmal, kode, anzahl from kim.zaehlung
      where monat >= ${von}::date and monat <= ${bis}::date ${own}
    )
    select merkmal as art, kode, sum(anzahl)::int as anzahl from zelle group by merkmal, kode
    union all
    select 'monat', to_char(monat, 'YYYY-MM'), sum(anzahl)::int from zelle where merkmal = 'beratungen' group by monat
    union all
    select 'kommune', ags, sum(anzahl)::int from zelle where merkmal = 'beratungen' group by ags
    union all
    select 'personen', '', sum(anzahl)::int from kim.zaehlung_person
    where von = ${von}::date and bis = ${bis}::date ${own} having sum(anzahl) > 0`.execute(tx);
  return rows;
}

const NONE: Zaehlung = {};

function kennzahlenOf(zeitraum: Zeitraum, traegerId: string | null, stand: string | null, rows: Row[]): Kennzahlen {
  const byArt = Map.groupBy(rows, (row) => row.art);
  const of = (art: string): Zaehlung =>
    byArt.has(art) ? Object.fromEntries((byArt.get(art) ?? []).map((r) => [r.kode, r.anzahl])) : NONE;
  const single = (art: string): number => byArt.get(art)?.[0]?.anzahl ?? 0;
  return {
    zeitraum,
    traegerId,
    stand,
    kontakte: single("kontakte"),
    beratungen: single("beratungen"),
    ausSummen: single("aus_summen"),
    personen: istKalenderspanne(zeitraum) ? single("personen") : null,
    faelle: null,
    themen: of("thema"),
    mitThema: single("mit_thema"),
    themenEinzeln: of("thema_einzeln"),
    nichtZugeordnet: single("nicht_zugeordnet"),
    kommunen: of("kommune"),
    monate: of("monat"),
    neuzuweisungen: single("neuzuweisung"),
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
