import { type Blatt, type Blattzeile, type Zelle, spaltenBuchstaben, zellText } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { DANEBEN, GEDREHT, VERSTECKT, deute, ohneGerechnetes } from "./deuten.ts";
import { type Abschnitt, TITLES, abschnitte, isGedreht } from "./abschnitte.ts";
import { interpretKopf } from "./kopf.ts";
import { eckwort, isEckort, isEcktitel, isEckzeit } from "./ecke.ts";
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

/** “Monat” and below it the year of the rows: the first says what they are. */
const ohneJahrDarunter = (kopf: Kopf): Kopf =>
  isEckjahr(kopf.wort) && has([{ gruppe: "", wort: kopf.gruppe }], TIME_HEADS)
    ? { gruppe: "", wort: kopf.gruppe }
    : kopf;

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
  const sections = abschnitte(blatt, verzeichnis);
  const oben = titelOben(blatt, sections, verzeichnis);
  return sections.flatMap(({ kopf, kopfzeilen, koepfe, bis }) => {
    const head = blatt.zeilen[kopf];
    const last = blatt.zeilen[bis - 1];
    if (head === undefined || last === undefined) return [];
    const zeilen = blatt.zeilen.slice(kopf + kopfzeilen, bis);
    const titel = titelVon(blatt.zeilen.slice(done, kopf));
    const first = done === 0;
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
      const place = isEckort(own, range[0], zeilen, verzeichnis) || isEckzeit(own, erste(own), zeilen, verzeichnis);
      if (place) own[own.findIndex(({ wort }) => wort === eck)] = { gruppe: "", wort: "" };
      const corner = place || isEcktitel(eck, own) ? [eck] : [];
      const above = [...titel, ...(gruppe ?? []), ...corner];
      const kontext = kontextVon(
        { titel: above, ...(first ? {} : { oben }), blatt: blatt.name, datei },
        verzeichnis,
        entscheidung,
      );
      const schnitt = (zellen: readonly Zelle[]) => within(zellen, range);
      const texte = [...titel, blatt.name];
      const gedeutet = deute(own, zeilen, { verzeichnis, entscheidung, kontext, schnitt, texte });
      const beside = nth > 0 && !has(own, TIME_HEADS) && has(koepfe.slice(0, range[0]), new Set(["datum"]));
      const aside = vorab(blatt) ?? (turned ? GEDREHT : beside ? DANEBEN : undefined);
      const urteil = aside ?? ohneGerechnetes(gedeutet, texte);
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

/** Why no table of a sheet counts before a person has said something; undefined for any other sheet. */
function vorab({ versteckt, frage }: Blatt): Pick<Tabelle, "art" | "grund"> | undefined {
  if (versteckt) return VERSTECKT;
  return frage === undefined ? undefined : { art: "keine", grund: frage };
}

/** What the titles above the first table of a sheet say for those below it: place and time that none of these has of its own. */
function titelOben({ zeilen }: Blatt, sections: readonly Abschnitt[], verzeichnis: Verzeichnis) {
  const [first, ...later] = sections;
  const between = later.flatMap(({ kopf, koepfe }, i) => [
    ...titelVon(zeilen.slice(sections[i]?.bis ?? 0, kopf)),
    eckwort(koepfe),
  ]);
  const times = between.map(zeitangabe);
  return {
    texte: titelVon(zeilen.slice(0, first?.kopf ?? 0)),
    ort: between.every((text) => ortImTitel(text, verzeichnis) === null),
    zeit: times.every(({ jahr, tage }) => jahr === null && tage === null),
  };
}

const erste = (koepfe: readonly Kopf[]): number => koepfe.findIndex(({ wort }) => wort !== "");

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
