import { type Tx, sql } from "../../../platform/db.ts";
import { KREIS, keyOf } from "../model/atom.ts";
import { type Anrufe, anrufeOf } from "../model/anrufe.ts";
import type { Zeitraum } from "../model/kennzahlen.ts";
import { type Kreuztafel, type Kreuzung, kreuztafel, rohtafel, zeilentafel } from "../model/kreuz.ts";
import { type Mittlungszeile, mittlungOf } from "../model/mittlung.ts";
import { teileOf } from "../model/teile.ts";

type Row = Kreuzung & { readonly merkmal: string };

/** What is not told of a half-year, as `genannte` says. */
export type Verdeckt = ReadonlyMap<string, ReadonlySet<string>>;

/** Tables of two features; undefined where they are not told, null where there is nothing. */
export type Tafeln = {
  readonly verstaendigung: Kreuztafel | undefined;
  readonly keinAngebot: Kreuztafel | undefined;
  readonly anrufe: Anrufe | null | undefined;
};

const NICHT: Tafeln = { verstaendigung: undefined, keinAngebot: undefined, anrufe: undefined };

/**
 * What occurs together, by half-year: language and how people understood each other; theme and Kommune without an offer; who called
 * the phone hour and what for, and about a child of which language.
 */
async function kreuzungen(tx: Tx, z: Zeitraum, traegerId: string | undefined): Promise<readonly Row[]> {
  const own = traegerId === undefined ? sql`` : sql`and traeger_id = ${traegerId}::uuid`;
  const { rows } = await sql<Row>`
    select to_char(make_date(extract(year from monat)::int, case when extract(month from monat) < 7 then 1 else 7 end, 1),
        'YYYY-MM-DD') as halbjahr, merkmal,
      case merkmal when 'kein_angebot' then kode else split_part(kode, '/', 1) end as zeile,
      case merkmal when 'kein_angebot' then ags else split_part(kode, '/', 2) end as spalte, sum(anzahl)::int as anzahl
    from kim.zaehlung
    where monat >= ${z.von}::date and monat <= ${z.bis}::date
      and merkmal in ('sprache_verstaendigung', 'kein_angebot', 'anruf_frage', 'anruf_sprache') ${own}
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

const only = (rows: readonly Row[], merkmal: string) => rows.filter((row) => row.merkmal === merkmal);

/** Languages by understanding as the whole Kreis may tell them: what its own tables of either do not tell is not told here. */
function nachSprache(rows: readonly Row[], verdeckt: Verdeckt): Kreuztafel {
  const gone = (merkmal: string) => (halbjahr: string, kode: string) =>
    verdeckt.get(halbjahr)?.has(keyOf(KREIS, merkmal, kode)) !== false;
  return kreuztafel(only(rows, "sprache_verstaendigung"), gone("sprache"), gone("verstaendigung"));
}

/** A feature whose rows are told from `ab` on. */
function jeZeile(rows: readonly Row[], ab: number): Kreuztafel {
  const small = (halbjahr: string, zeile: string) => {
    const n = rows.filter((k) => k.halbjahr === halbjahr && k.zeile === zeile).reduce((sum, k) => sum + k.anzahl, 0);
    return n > 0 && n < ab;
  };
  return zeilentafel(rows, ab, small);
}

const anrufeGenannt = (rows: readonly Row[], ab: number): Anrufe | null =>
  anrufeOf(jeZeile(only(rows, "anruf_frage"), ab), jeZeile(only(rows, "anruf_sprache"), ab));

type Wer = {
  /** Above a Träger's own view. */
  readonly kreis: boolean;
  readonly traegerId: string | undefined;
  readonly verdeckt: Verdeckt;
  readonly ab: number;
};

/** The tables as they may be told: above a Träger's own view of the whole Kreis and of whole half-years. */
export async function tafeln(tx: Tx, z: Zeitraum, { kreis, traegerId, verdeckt, ab }: Wer): Promise<Tafeln> {
  if (kreis && (traegerId !== undefined || teileOf(z).monate.length > 0)) return NICHT;
  const rows = await kreuzungen(tx, z, traegerId);
  if (kreis) {
    return {
      verstaendigung: nachSprache(rows, verdeckt),
      keinAngebot: jeZeile(only(rows, "kein_angebot"), ab),
      anrufe: anrufeGenannt(rows, ab),
    };
  }
  const roh = (merkmal: string) => rohtafel(only(rows, merkmal));
  return {
    verstaendigung: roh("sprache_verstaendigung"),
    keinAngebot: roh("kein_angebot"),
    anrufe: anrufeOf(roh("anruf_frage"), roh("anruf_sprache")),
  };
}

/** Themes and Kommunen of consultations without an offer, for other rooms. @param z whole half-years */
export async function keinAngebotIn(tx: Tx, z: Zeitraum, ab: number): Promise<Kreuztafel> {
  return jeZeile(only(await kreuzungen(tx, z, undefined), "kein_angebot"), ab);
}

/**
 * Which language was interpreted, and which went without, and what the phone hour was asked, of the whole Kreis in a period, for the
 * paper; null where it is not told: of single months.
 */
export async function tafelnIn(
  tx: Tx,
  z: Zeitraum,
  { verdeckt, ab }: Pick<Wer, "verdeckt" | "ab">,
): Promise<{ readonly mittlung: readonly Mittlungszeile[] | null; readonly anrufe: Anrufe | null }> {
  const { verstaendigung, anrufe } = await tafeln(tx, z, { kreis: true, traegerId: undefined, verdeckt, ab });
  return { mittlung: verstaendigung === undefined ? null : mittlungOf(verstaendigung), anrufe: anrufe ?? null };
}
