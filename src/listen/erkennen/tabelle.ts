import { type Blatt, type Blattzeile, type Zelle, spaltenBuchstaben, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { DANEBEN, GEDREHT, VERSTECKT, deute, ohneGerechnetes } from "./deuten.ts";
import { TITLES, abschnitte, isGedreht } from "./abschnitte.ts";
import { interpretKopf } from "./kopf.ts";
import { type Kopf, isEckjahr } from "./spalten.ts";
import { datumsteile, findFolge } from "./tage.ts";
import type { Datumsfolge, Spalte, Tabelle, Tabellenentscheidung } from "./typen.ts";
import { ortImTitel } from "./titel.ts";
import { kontextVon } from "./umgebung.ts";
import { zaehlwert } from "./werte.ts";
import { zeitangabe } from "./zeitraum.ts";

/** What recognising a file needs besides its sheets. */
export type Erkennung = {
  readonly datei: string;
  readonly verzeichnis: Verzeichnis;
  readonly tabellen: readonly Tabellenentscheidung[];
};

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

const has = (koepfe: readonly Kopf[], bedeutungen: ReadonlySet<string>): boolean =>
  koepfe.some(({ wort }) => interpretKopf(wort).some((d) => d.staerke === 1 && bedeutungen.has(d.bedeutung)));

/** Behind a gap beside a list with days: two or three columns that count something and name no time, as people sum it up there. */
function isDaneben(koepfe: readonly Kopf[], segments: readonly (readonly [number, number])[]): boolean {
  const [first, second, more] = segments.map(([from, to]) => koepfe.slice(from, to).filter(({ wort }) => wort !== ""));
  if (first === undefined || second === undefined || more !== undefined) return false;
  return (
    first.length >= 3 &&
    has(first, new Set(["datum"])) &&
    has(first, new Set(["thema", "kommune"])) &&
    second.length >= 2 &&
    second.length <= 3 &&
    has(second, new Set(["anzahl", "summe"])) &&
    !has(second, TIME_HEADS)
  );
}

/** Tables side by side: the heads repeat, mostly after an empty column. From and to (excluded) of each, in columns. */
function nebeneinander(koepfe: readonly Kopf[]): (readonly [number, number])[] {
  const again = wiederholteKoepfe(koepfe);
  if (again.length > 1) return again.map((from, i) => [i === 0 ? 0 : from, again[i + 1] ?? WIDEST] as const);
  const starts = koepfe.flatMap(({ wort }, i) => (wort !== "" && (koepfe[i - 1]?.wort ?? "") === "" ? [i] : []));
  const segments = starts.map((from, i) => [from, starts[i + 1] ?? WIDEST] as const);
  const timed = segments.every(([from, to]) => has(koepfe.slice(from, to), TIME_HEADS));
  if (segments.length < 2 || !(timed || isDaneben(koepfe, segments))) return [[0, WIDEST]];
  return segments.map(([from, to], i) => [i === 0 ? 0 : from, to] as const);
}

const within = (zellen: readonly Zelle[], [from, to]: readonly [number, number]): Zelle[] =>
  zellen.slice(0, to).map((zelle, i) => (i < from ? null : zelle));

/** What stands in the corner of a head: the year above “Monat” as well. */
function eckwort(koepfe: readonly Kopf[]): string {
  const first = koepfe.find(({ wort }) => wort !== "");
  return first !== undefined && isEckjahr(first.gruppe) ? first.gruppe : (first?.wort ?? "");
}

/** “Monat” and below it the year of the rows: the first says what they are. */
const ohneJahrDarunter = (kopf: Kopf): Kopf =>
  isEckjahr(kopf.wort) && has([{ gruppe: "", wort: kopf.gruppe }], TIME_HEADS)
    ? { gruppe: "", wort: kopf.gruppe }
    : kopf;

/** The corner names the Kommune of the rows below, which say something else: “Stadt Jülich” above the months. */
function isEckort(koepfe: readonly Kopf[], from: number, zeilen: readonly Blattzeile[], verzeichnis: Verzeichnis) {
  const eck = koepfe[from]?.wort ?? "";
  const below = zeilen[0]?.zellen[from];
  return (
    ortImTitel(eck, verzeichnis) !== null &&
    typeof below === "string" &&
    zaehlwert(below) === undefined &&
    verzeichnis.genau("kommune", below) === undefined &&
    koepfe.every(({ wort }) => wort === eck || verzeichnis.genau("kommune", wort) === undefined)
  );
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
        return gruppe === undefined ? ohneJahrDarunter(k) : { ...k, gruppe: "" };
      });
      const place = isEckort(own, range[0], zeilen, verzeichnis);
      if (place)
        own.splice(
          own.findIndex(({ wort }) => wort === eck),
          1,
          { gruppe: "", wort: "" },
        );
      const corner = place || isEcktitel(eck, own) ? [eck] : [];
      const above = [...titel, ...(gruppe ?? []), ...corner];
      const kontext = kontextVon({ titel: above, blatt: blatt.name, datei }, verzeichnis, entscheidung);
      const schnitt = (zellen: readonly Zelle[]) => within(zellen, range);
      const gedeutet = deute(own, zeilen, { verzeichnis, entscheidung, kontext, schnitt });
      const beside = nth > 0 && !has(own, TIME_HEADS) && has(koepfe.slice(0, range[0]), new Set(["datum"]));
      const urteil = blatt.versteckt
        ? VERSTECKT
        : turned
          ? GEDREHT
          : beside
            ? DANEBEN
            : ohneGerechnetes(gedeutet, [...titel, blatt.name]);
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
