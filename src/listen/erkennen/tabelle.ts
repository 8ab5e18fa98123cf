import { type Blatt, type Blattzeile, type Zelle, spaltenBuchstaben, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { GEDREHT, VERSTECKT, deute, ohneGerechnetes } from "./deuten.ts";
import { interpretKopf } from "./kopf.ts";
import { einzeilig, findErstenKopf, isPivotkopf, isSichererKopf, isTagwert, readKopf } from "./kopfzeile.ts";
import { type Kopf, isEckjahr } from "./spalten.ts";
import { datumsteile, findFolge } from "./tage.ts";
import type { Datumsfolge, Spalte, Tabelle, Tabellenentscheidung } from "./typen.ts";
import { ortImTitel } from "./titel.ts";
import { kontextVon } from "./umgebung.ts";
import { zeitangabe } from "./zeitraum.ts";

/** What recognising a file needs besides its sheets. */
export type Erkennung = {
  readonly datei: string;
  readonly verzeichnis: Verzeichnis;
  readonly tabellen: readonly Tabellenentscheidung[];
};

/** Rows of a sheet from one head to the next, before their columns are known; numbers are indexes among the rows. */
type Abschnitt = {
  readonly kopf: number;
  readonly kopfzeilen: number;
  readonly koepfe: readonly Kopf[];
  readonly bis: number;
};

const TITLES = 12;

/** A row that says the same as the head, in most columns: printed again on the next page. */
export function isWiederholterKopf(zellen: readonly Zelle[], koepfe: readonly Kopf[]): boolean {
  let same = 0;
  let other = 0;
  for (const [i, zelle] of zellen.entries()) {
    if (zelle === null) continue;
    const { wort = "", gruppe = "" } = koepfe[i] ?? {};
    const text = typeof zelle === "string" ? einzeilig(zelle).toLowerCase() : zellText(zelle);
    if (text === wort.toLowerCase() || text === gruppe.toLowerCase()) same += 1;
    else other += 1;
    if (other * 4 >= zellen.length) return false;
  }
  return same >= 2 && same > other * 4;
}

/** A row that begins with a head for days and goes on with days: the list is turned, its heads stand on the left. */
const isGedreht = ({ zeilen }: Blatt): boolean =>
  zeilen.slice(0, 20).some(({ zellen }) => {
    const [first, ...rest] = zellen.filter((z) => z !== null);
    if (typeof first !== "string" || rest.length < 2 || !rest.every(isTagwert)) return false;
    return interpretKopf(first).some(({ bedeutung, staerke }) => bedeutung === "datum" && staerke === 1);
  });

/** Cuts a sheet at its heads. A later head counts only when it differs from the one before. */
function abschnitte(blatt: Blatt, verzeichnis: Verzeichnis): Abschnitt[] {
  if (isGedreht(blatt)) return [{ kopf: 0, kopfzeilen: 0, koepfe: [], bis: blatt.zeilen.length }];
  const first = findErstenKopf(blatt, verzeichnis);
  if (first === undefined) return [];
  if (first.art === "ohne") {
    const koepfe = (blatt.koepfe ?? []).map((wort) => ({ gruppe: "", wort }));
    return [{ kopf: first.at, kopfzeilen: 0, koepfe, bis: blatt.zeilen.length }];
  }
  const found: Abschnitt[] = [];
  let at = first.at;
  while (at < blatt.zeilen.length) {
    const { rows, koepfe } = readKopf(blatt, at, verzeichnis);
    let bis = at + rows;
    const from = bis;
    while (bis < blatt.zeilen.length && !isNeuerKopf(blatt, { from, at: bis }, koepfe, found.length)) bis += 1;
    found.push({ kopf: at, kopfzeilen: rows, koepfe, bis });
    at = bis;
  }
  return found;
}

/** A sheet with more heads than this has none: whatever looks like one is data. */
const MAX_TABLES = 200;

/** So many rows above are looked at. */
const ABOVE = 50;

/** `from`: the first row below the last head, `at`: the row that may be one. */
function isNeuerKopf(
  { zeilen }: Blatt,
  { from, at }: { readonly from: number; readonly at: number },
  koepfe: readonly Kopf[],
  tables: number,
): boolean {
  const zeile = zeilen[at];
  if (zeile === undefined || tables >= MAX_TABLES || zeile.zellen.some(isTagwert)) return false;
  if (isPivotkopf(zeile)) return true;
  return (
    isSichererKopf(zeile.zellen) &&
    !isWiederholterKopf(zeile.zellen, koepfe) &&
    !stehtDarueber(zeile.zellen, zeilen.slice(Math.max(from, at - ABOVE), at))
  );
}

/** A row of data whose words are heads as well (“KW 13 | Aufenthalt | Telefon”): rows above say the same in the same columns. */
const stehtDarueber = (zellen: readonly Zelle[], above: readonly Blattzeile[]): boolean =>
  zellen.some((zelle, i) => typeof zelle === "string" && above.some((row) => row.zellen[i] === zelle));

const TAGE = new Set<Spalte["bedeutung"]>(["datum", "geburtsdatum", "seit", "fallbeginn", "fallende", "einwilligung"]);

function folgeVon(zeilen: readonly Blattzeile[], spalten: readonly Spalte[]): Datumsfolge {
  const days = spalten.filter(({ bedeutung }) => TAGE.has(bedeutung));
  const texts = zeilen.flatMap(({ zellen }) => days.flatMap(({ index }) => zellen[index] ?? []));
  return findFolge(
    texts.flatMap((zelle) => (typeof zelle === "string" && /[/-]/u.test(zelle) ? (datumsteile(zelle) ?? []) : [])),
  );
}

/** Columns of a spreadsheet. */
const WIDEST = 16_384;
const TIME_HEADS = new Set(["datum", "woche", "monat"]);
/** What each row of a table is, as its first head says. */
const ZEILENKOPF = new Set([
  "datum",
  "woche",
  "monat",
  "jahr",
  "thema",
  "kommune",
  "nummer",
  "name",
  "nachname",
  "sprache",
]);

/** Where the same heads begin again, “Thema, Anzahl, Thema, Anzahl”; empty where they do not. */
function wiederholteKoepfe(koepfe: readonly Kopf[]): number[] {
  const named = koepfe.flatMap(({ wort }, i) => (wort === "" ? [] : [{ i, wort: wort.toLowerCase() }]));
  const lengths = Array.from({ length: Math.floor(named.length / 2) }, (_, i) => i + 1).filter((n) => n >= 2);
  const period = lengths.find(
    (n) => named.length % n === 0 && named.every(({ wort }, at) => wort === named[at % n]?.wort),
  );
  // “Siegburg, Troisdorf, Siegburg, Troisdorf” below “Januar” and “Februar” is one table: none begins with what its rows are.
  const [first] = named;
  const begins = interpretKopf(koepfe[first?.i ?? 0]?.wort ?? "").some(
    (d) => d.staerke >= 0.8 && ZEILENKOPF.has(d.bedeutung),
  );
  return period === undefined || !begins ? [] : named.flatMap(({ i }, at) => (at % period === 0 ? [i] : []));
}

/** Tables side by side: the heads repeat, mostly after an empty column. From and to (excluded) of each, in columns. */
function nebeneinander(koepfe: readonly Kopf[]): (readonly [number, number])[] {
  const again = wiederholteKoepfe(koepfe);
  if (again.length > 1) return again.map((from, i) => [i === 0 ? 0 : from, again[i + 1] ?? WIDEST] as const);
  const starts = koepfe.flatMap(({ wort }, i) => (wort !== "" && (koepfe[i - 1]?.wort ?? "") === "" ? [i] : []));
  const segments = starts.map((from, i) => [from, starts[i + 1] ?? WIDEST] as const);
  const timed = segments.every(([from, to]) =>
    koepfe
      .slice(from, to)
      .some(({ wort }) => interpretKopf(wort).some((d) => d.staerke === 1 && TIME_HEADS.has(d.bedeutung))),
  );
  if (segments.length < 2 || !timed) return [[0, WIDEST]];
  return segments.map(([from, to], i) => [i === 0 ? 0 : from, to] as const);
}

const within = (zellen: readonly Zelle[], [from, to]: readonly [number, number]): Zelle[] =>
  zellen.slice(0, to).map((zelle, i) => (i < from ? null : zelle));

/** What stands in the corner of a head: the year above “Monat” as well. */
function eckwort(koepfe: readonly Kopf[]): string {
  const first = koepfe.find(({ wort }) => wort !== "");
  return first !== undefined && isEckjahr(first.gruppe) ? first.gruppe : (first?.wort ?? "");
}

/** The corner says the year, or place and year, of the rows below: “2025”, “Monat 2025”, “Much 2024”. */
const isEcktitel = (eck: string, koepfe: readonly Kopf[]): boolean =>
  isEckjahr(eck) || (MIT_JAHR.test(eck) && koepfe.filter(({ wort }) => MIT_JAHR.test(wort)).length === 1);
const MIT_JAHR = /(?<!\d)20[1-4]\d(?!\d)/u;

/** The one word above all columns of a table, where it names place or time: the title of one of several beside each other. */
function gruppentitel(koepfe: readonly Kopf[], verzeichnis: Verzeichnis): readonly [string] | undefined {
  const named = koepfe.filter(({ wort }) => wort !== "");
  const [first, ...more] = new Set(named.map(({ gruppe }) => gruppe));
  if (named.length < 2 || first === undefined || first === "" || more.length > 0) return undefined;
  const { jahr, monat } = zeitangabe(first);
  return jahr !== null || monat !== null || ortImTitel(first, verzeichnis) !== null ? [first] : undefined;
}

/** The tables of a sheet, from top to bottom. */
export function findTabellen(blatt: Blatt, { datei, verzeichnis, tabellen }: Erkennung): Tabelle[] {
  let done = 0;
  const turned = isGedreht(blatt);
  return abschnitte(blatt, verzeichnis).flatMap(({ kopf, kopfzeilen, koepfe, bis }) => {
    const head = blatt.zeilen[kopf];
    const last = blatt.zeilen[bis - 1];
    if (head === undefined || last === undefined) return [];
    const zeilen = blatt.zeilen.slice(kopf + kopfzeilen, bis);
    const titel = titelVon(blatt.zeilen.slice(done, kopf));
    done = bis;
    return nebeneinander(koepfe).map((range, nth): Tabelle => {
      const schluessel = `${blatt.name}!${head.nr}${nth === 0 ? "" : spaltenBuchstaben(range[0])}`;
      const entscheidung = tabellen.find((t) => t.tabelle === schluessel);
      const eck = eckwort(koepfe.slice(range[0], range[1]));
      const gruppe = gruppentitel(koepfe.slice(range[0], range[1]), verzeichnis);
      const own = koepfe.map((k, i) => {
        if (i < range[0] || i >= range[1]) return { gruppe: "", wort: "" };
        return gruppe === undefined ? k : { ...k, gruppe: "" };
      });
      const corner = isEcktitel(eck, own) ? [eck] : [];
      const above = [...titel, ...(gruppe ?? []), ...corner];
      const kontext = kontextVon({ titel: above, blatt: blatt.name, datei }, verzeichnis, entscheidung);
      const schnitt = (zellen: readonly Zelle[]) => within(zellen, range);
      const gedeutet = deute(own, zeilen, { verzeichnis, entscheidung, kontext, schnitt });
      const urteil = blatt.versteckt ? VERSTECKT : turned ? GEDREHT : ohneGerechnetes(gedeutet, [...titel, blatt.name]);
      return {
        schluessel,
        blatt: blatt.name,
        titel,
        kopfzeilen: blatt.zeilen.slice(kopf, kopf + kopfzeilen).map(({ nr }) => nr),
        vonZeile: zeilen[0]?.nr ?? last.nr,
        bisZeile: last.nr,
        vonSpalte: range[0],
        bisSpalte: range[1],
        spalten: gedeutet.spalten,
        art: entscheidung?.art ?? urteil.art,
        grund: entscheidung?.art === undefined ? urteil.grund : "von Ihnen gewählt",
        artEntschieden: entscheidung?.art !== undefined,
        kontext,
        datumsfolge: entscheidung?.datumsfolge ?? folgeVon(zeilen, gedeutet.spalten),
        ...(gedeutet.pivot === undefined ? {} : { pivot: gedeutet.pivot }),
      };
    });
  });
}

/** The texts above a table: titles, and what they say of time and place. */
const titelVon = (zeilen: readonly Blattzeile[]): string[] =>
  zeilen
    .slice(-TITLES)
    .map(({ zellen }) =>
      zellen
        .filter((z) => z !== null)
        .map(zellText)
        .join(" "),
    )
    .filter((text) => text !== "");
