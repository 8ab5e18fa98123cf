import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { besetzungJeMonat } from "../../stellen/index.ts";
import type { Kennzahlen, Zeitraum } from "../model/kennzahlen.ts";
import { type Kreuztafel, type Kreuzung, kreuztafel, rohtafel, zeilentafel } from "../model/kreuz.ts";
import { KREIS, keyOf } from "../model/atom.ts";
import { type Mittlungszeile, mittlungOf } from "../model/mittlung.ts";
import { teileOf } from "../model/teile.ts";
import { type Verlauf, halbjahreBis, themenVerlauf, verlaesslich } from "../model/verlauf.ts";
import { monateIn } from "../model/zeitraum.ts";
import type { Delfin } from "../model/delfin.ts";
import { delfinzahlen } from "./delfin.ts";
import { type Einwohner, einwohnerAm } from "./einwohner.ts";
import { genannte } from "./genannte.ts";
import { kennzahlenAller } from "./kennzahlen.ts";
import { type Kontext, type Wunsch, kontextOf, namen } from "./kontext.ts";

/** Consultations of a month for each full-time equivalent of case management that was filled in it. */
export type Last = {
  readonly monat: string;
  readonly beratungen: Kennzahlen["beratungen"];
  /** Hundredths of full-time equivalents, the mean of the month. */
  readonly besetzt: number;
  readonly vakant: number;
};

export type Fragen = Kontext & {
  readonly jetzt: Kennzahlen;
  readonly namen: Awaited<ReturnType<typeof namen>>;
  readonly halbjahre: readonly Zeitraum[];
  /** Which of the half-years are whole. */
  readonly ganze: readonly boolean[];
  readonly themen: readonly Verlauf[];
  readonly last: readonly Last[];
  /** Undefined where they are not told: single months above a Träger's own view, or a Träger of the Kreis. */
  readonly verstaendigung: Kreuztafel | undefined;
  /** The need of each language, of the same table. */
  readonly mittlung: readonly Mittlungszeile[] | undefined;
  readonly keinAngebot: Kreuztafel | undefined;
  readonly einwohner: readonly Einwohner[];
  /** Language support before school, in the year that the period ends in; null: nothing, or not told of one Träger. */
  readonly delfin: Delfin | null;
};

type Row = Kreuzung & { readonly merkmal: string };

/** What occurs together, by half-year: language and how people understood each other; theme and Kommune without an offer. */
async function kreuzungen(tx: Tx, z: Zeitraum, traegerId: string | undefined): Promise<readonly Row[]> {
  const own = traegerId === undefined ? sql`` : sql`and traeger_id = ${traegerId}::uuid`;
  const { rows } = await sql<Row>`
    select to_char(make_date(extract(year from monat)::int, case when extract(month from monat) < 7 then 1 else 7 end, 1),
        'YYYY-MM-DD') as halbjahr, merkmal,
      case merkmal when 'kein_angebot' then kode else split_part(kode, '/', 1) end as zeile,
      case merkmal when 'kein_angebot' then ags else split_part(kode, '/', 2) end as spalte, sum(anzahl)::int as anzahl
    from kim.zaehlung
    where monat >= ${z.von}::date and monat <= ${z.bis}::date
      and merkmal in ('sprache_verstaendigung', 'kein_angebot') ${own}
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

type Tafeln = Pick<Fragen, "verstaendigung" | "keinAngebot">;
type Verdeckt = ReadonlyMap<string, ReadonlySet<string>>;

/** Languages by understanding as the whole Kreis may tell them: what its own tables of either do not tell is not told here. */
function nachSprache(both: readonly Row[], verdeckt: Verdeckt): Kreuztafel {
  const gone = (merkmal: string) => (halbjahr: string, kode: string) =>
    verdeckt.get(halbjahr)?.has(keyOf(KREIS, merkmal, kode)) !== false;
  return kreuztafel(both, gone("sprache"), gone("verstaendigung"));
}

/** The two tables as they may be told. */
function tafeln(rows: readonly Row[], { kreis, traegerId }: Kontext, z: Zeitraum, g: Zahlen): Tafeln {
  const of = (merkmal: string) => rows.filter((row) => row.merkmal === merkmal);
  const [both, none] = [of("sprache_verstaendigung"), of("kein_angebot")];
  if (!kreis) return { verstaendigung: rohtafel(both), keinAngebot: rohtafel(none) };
  if (traegerId !== undefined || teileOf(z).monate.length > 0)
    return { verstaendigung: undefined, keinAngebot: undefined };
  return {
    verstaendigung: nachSprache(both, g.verdeckt),
    keinAngebot: ohneAngebot(none, g.ab),
  };
}

/** Themes and Kommunen of consultations without an offer, as the whole Kreis may tell them. */
function ohneAngebot(none: readonly Row[], ab: number): Kreuztafel {
  const small = (halbjahr: string, thema: string) => {
    const n = none.filter((k) => k.halbjahr === halbjahr && k.zeile === thema).reduce((sum, k) => sum + k.anzahl, 0);
    return n > 0 && n < ab;
  };
  return zeilentafel(none, ab, small);
}

/** The same of a period, for other rooms. @param z whole half-years */
export async function keinAngebotIn(tx: Tx, z: Zeitraum, ab: number): Promise<Kreuztafel> {
  const rows = await kreuzungen(tx, z, undefined);
  return ohneAngebot(
    rows.filter((row) => row.merkmal === "kein_angebot"),
    ab,
  );
}

/**
 * Which language was interpreted, and which went without, of the whole Kreis in a period, for the paper; null where it is not told: of
 * single months. @param verdeckt what is not told of the period, as `genannte` says
 */
export async function mittlungIn(tx: Tx, z: Zeitraum, verdeckt: Verdeckt): Promise<readonly Mittlungszeile[] | null> {
  if (teileOf(z).monate.length > 0) return null;
  const rows = await kreuzungen(tx, z, undefined);
  return mittlungOf(
    nachSprache(
      rows.filter((row) => row.merkmal === "sprache_verstaendigung"),
      verdeckt,
    ),
  );
}

type Zahlen = {
  readonly kennzahlen: readonly Kennzahlen[];
  readonly verdeckt: Verdeckt;
  readonly ab: number;
};

async function zahlen(tx: Tx, { kreis, traegerId }: Kontext, spans: readonly Zeitraum[]): Promise<Zahlen> {
  if (!kreis) return { kennzahlen: await kennzahlenAller(tx, spans, traegerId), verdeckt: new Map(), ab: 1 };
  const { kennzahlen, stand, verdeckt } = await genannte(tx, spans, traegerId);
  return { kennzahlen, verdeckt, ab: stand.ab };
}

/** What a period answers beyond its counts, as somebody may see it. */
export async function fragen(tx: Tx, actor: Actor, wunsch: Wunsch): Promise<Fragen> {
  const kontext = await kontextOf(tx, actor, wunsch);
  const { zeitraum, traegerId, eigene } = kontext;
  const halbjahre = halbjahreBis(zeitraum);
  const g = await zahlen(tx, kontext, [zeitraum, ...halbjahre]);
  const [jetzt, ...course] = g.kennzahlen;
  if (jetzt === undefined) throw new Error("A span has figures.");
  const worte = await namen(tx);
  const ganze = halbjahre.map((z) => verlaesslich(eigene, z, today()));
  const monate = monateIn(zeitraum).filter((monat) => monat <= today().slice(0, 7));
  const beide = tafeln(await kreuzungen(tx, zeitraum, traegerId), kontext, zeitraum, g);
  const besetzung = await besetzungJeMonat(tx, "II", monate, traegerId);
  return {
    ...kontext,
    jetzt,
    namen: worte,
    halbjahre,
    ganze,
    themen: themenVerlauf(
      course.map((k, i) => (ganze[i] === true ? k : undefined)),
      worte.handlungsfeld,
    ),
    last: besetzung.map(({ monat, soll, ist }) => ({
      monat,
      beratungen: jetzt.monate[monat] ?? 0,
      besetzt: ist,
      vakant: soll - ist,
    })),
    ...beide,
    mittlung: beide.verstaendigung === undefined ? undefined : mittlungOf(beide.verstaendigung),
    einwohner: await einwohnerAm(tx, zeitraum.bis),
    delfin:
      kontext.kreis && traegerId !== undefined
        ? null
        : await delfinzahlen(tx, { jahr: Number(zeitraum.bis.slice(0, 4)), traegerId, ab: g.ab }),
  };
}
