import { interpretMehrere } from "../woerter/mehrere.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { interpretKopf } from "./kopf.ts";
import type { Profil } from "./profil.ts";
import { isKopftag, rasterspalten } from "./tagesraster.ts";
import type { Kreuzart } from "./typen.ts";
import { zeitangabe } from "./zeitraum.ts";

/** A column as its head and cells show it, before anything is decided. */
export type Rohspalte = {
  readonly index: number;
  readonly gruppe: string;
  readonly wort: string;
  readonly profil: Profil;
};

/** A column whose head is one word of a kind. `bekannt` is false where only its neighbours say so. */
export type Kreuz = { readonly art: Kreuzart; readonly bekannt: boolean };

const ARTEN = ["thema", "kommune", "zeit", "kontaktweg", "verstaendigung", "herkunft", "sprache"] as const;

/** Heads that mean a column of their own, whatever marks stand below. */
const EIGENE = new Set([
  "neuzuweisung",
  "verstaendigung",
  "datum",
  "nummer",
  "dauer",
  "alter",
  "personenzahl",
  "anzahl",
  "woche",
  "monat",
  "jahr",
  "summe",
  // “Thema (s. Schlüssel)” over numbers: they name themes.
  "thema",
]);
const STRONG = 0.95;

/** A head that asks (“Wie lange hat die Beratung gedauert?”) names nothing that could be crossed. */
const FRAGE =
  /^(?:wie|wann|wo|wer|wen|wem|was|welche[rsnm]?|worum|weshalb|warum|wozu|womit|woher|wohin|wurde|war|hat|ist)\s.*\s/iu;

/** “Termin”, “1. Termin”, “Gespräch 2”: columns of consultations themselves; below them no theme is counted. */
const BEGEGNUNG =
  /^(?:\d{1,2} )?(?:(?:erst|folge|zweit)?(?:termine?|gespraeche?|kontakte?|anrufe?|telefonate?|besuche?|treffen|sitzungen?))(?: \d{1,2})?$/;

/** “KW 2025”: the weeks of that year stand below, it is none of them. */
const ZEITSPALTE = /^(?:kw|wochen?|kalenderwochen?|monate?|quartale?|datum|tage?)\.?\s*(?:in\s)?20\d\d$/iu;

const DOLMETSCHEN = /dolmetsch|sprachmittl/iu;

/** Whether a head names one word of this kind. */
export function isWortFor(art: Kreuzart, wort: string, verzeichnis: Verzeichnis): boolean {
  if (wort === "" || wort.length > 60 || FRAGE.test(wort)) return false;
  if (art === "zeit") {
    if (ZEITSPALTE.test(wort)) return false;
    const { monat, woche, monate, jahr } = zeitangabe(wort);
    if (isKopftag(wort)) return true;
    return monat !== null || woche !== null || monate !== null || (jahr !== null && /^\D{0,6}20\d\d$/u.test(wort));
  }
  if (art !== "thema") return verzeichnis.sicher(art, wort) !== undefined;
  // “0-6” beside “7-17” is an age, “Bildung 0-6” a theme.
  if (verzeichnis.erklaert(art, wort) !== undefined) return true;
  // “Dolmetscher nötig” says how they understood each other.
  if (DOLMETSCHEN.test(wort)) return false;
  if (BEGEGNUNG.test(schluessel(wort)) || !/\p{L}/u.test(wort)) return false;
  const found = interpretMehrere((of, w) => verzeichnis.sicher(of, w), "thema", wort);
  return found.length > 0 && found.every(({ deutung }) => deutung !== undefined);
}

/** Below “Themen” crosses are no total: there “GES” is health. */
const isKeineSumme = ({ wort, profil, gruppe }: Rohspalte): boolean =>
  groupArt(gruppe) === "thema" && profil.kreuze > 0 && strongly(wort).every(({ bedeutung }) => bedeutung === "summe");

const strongly = (wort: string) => interpretKopf(wort).filter(({ staerke }) => staerke >= STRONG);
const ownMeaning = (wort: string) => strongly(wort).some(({ bedeutung }) => EIGENE.has(bedeutung));
/** “Aufenthaltsstatus” or “Kinder” is a theme only where several themes stand beside it. */
const MANY = 3;
/** Hours, kilometres and euros below a head are none of them a count of themes; a “Sprechstunde” is no measure. */
const MEASURE = /(?:(?<!sprech)stunden|std|minuten|\bmin|kilometer|\bkm|euro|€)\.?\s*$/iu;

const isOhne = (wort: string) => strongly(wort).some(({ bedeutung }) => bedeutung === "ohne");
/** “Aufenthalt” over marks is the theme of that name. */
const isThemaSelbst = ({ wort, profil }: Rohspalte, verzeichnis: Verzeichnis) =>
  profil.gefuellt > 0 && verzeichnis.genau("thema", wort)?.code === schluessel(wort);

/** Crosses and nothing else. */
const isNurKreuze = ({ profil }: Rohspalte): boolean => profil.gefuellt > 0 && profil.kreuze === 1;

/** Marks or counts, or nothing at all: a cross list's column for a rare theme may be empty. */
const isCrossed = ({ profil }: Rohspalte) => profil.gefuellt === 0 || profil.zaehlwerte > 0.85;
/** Under the name of a theme some words instead of crosses are crosses with an explanation. */
const SOME_MARKS = 0.2;
const isMarked = ({ wort, profil }: Rohspalte, verzeichnis: Verzeichnis) =>
  // Programs make days of “1/2” and “2-3”: some of them among counts are no column of days.
  profil.zaehlwerte >= SOME_MARKS &&
  (profil.tage < SOME_MARKS || profil.zaehlwerte > profil.tage * 2) &&
  isWortFor("thema", wort, verzeichnis);

function groupArt(gruppe: string): Kreuzart | undefined {
  const found = interpretKopf(gruppe)[0]?.bedeutung;
  return ARTEN.find((art) => art === found) ?? (found === "monat" || found === "woche" ? "zeit" : undefined);
}

/** Contact ways side by side over counts: there “pers.” is no number of persons, and “Tel.” no telephone number. */
function kontaktspalten(spalten: readonly Rohspalte[], verzeichnis: Verzeichnis): ReadonlySet<number> {
  const ways = spalten.map(
    (spalte) => spalte.profil.gefuellt > 0 && isCrossed(spalte) && isWortFor("kontaktweg", spalte.wort, verzeichnis),
  );
  const beside = (i: number) => ways[i - 1] === true || ways[i + 1] === true;
  return new Set(spalten.flatMap(({ index }, i) => (ways[i] === true && beside(i) ? [index] : [])));
}

/**
 * Finds the columns whose head is a word and whose cells are marks or counts. Runs of such columns are judged together:
 * what most of them are, the rest between them is too (an unknown theme among themes).
 */
export function findKreuze(spalten: readonly Rohspalte[], verzeichnis: Verzeichnis): Map<number, Kreuz> {
  const raster = rasterspalten(spalten);
  const wege = kontaktspalten(spalten, verzeichnis);
  const found = new Map<number, Kreuz>([
    ...[...raster].map((index): [number, Kreuz] => [index, { art: "zeit", bekannt: true }]),
    ...[...wege].map((index): [number, Kreuz] => [index, { art: "kontaktweg", bekannt: true }]),
  ]);
  const others = spalten.filter(({ index }) => !raster.has(index) && !wege.has(index));
  for (const run of runs(others, verzeichnis)) {
    const matches = (art: Kreuzart) => run.filter(({ wort }) => isWortFor(art, wort, verzeichnis)).length;
    const [best] = ARTEN.map((art) => ({ art, hits: matches(art) })).toSorted((a, b) => b.hits - a.hits);
    if (best === undefined || best.hits === 0) continue;
    // “TN”, “MA”, “AM” and “PM” are states as well; three short forms beside each other are.
    if (
      best.hits < MANY &&
      run.every(({ wort }) => wort.length < 3 || !isWortFor(best.art, wort, verzeichnis)) &&
      !run.some(({ gruppe }) => groupArt(gruppe) === best.art)
    )
      continue;
    const told = run.some(({ gruppe }) => groupArt(gruppe) === best.art);
    // One word alone may be a plain column (“Sprache”, “Telefon”); two in a row, or a word above them, are a cross list.
    if (best.hits < 2 && !told && !run.some(({ profil }) => profil.gefuellt > 0)) continue;
    const hits = run.map(
      (spalte) =>
        isWortFor(best.art, spalte.wort, verzeichnis) &&
        (best.hits >= MANY ||
          !isOhne(spalte.wort) ||
          (best.hits > 1 && (isThemaSelbst(spalte, verzeichnis) || (spalte.gruppe !== "" && isNurKreuze(spalte))))),
    );
    for (const [i, spalte] of run.entries()) {
      const kreuz =
        hits[i] === true ? { art: best.art, bekannt: true } : amongOthers(run, hits, i, best.art, verzeichnis);
      if (kreuz !== undefined) found.set(spalte.index, kreuz);
    }
  }
  return found;
}

/** A column of marks whose head names nothing of the kind of its run: another kind, or an unknown word of the same. */
function amongOthers(
  run: readonly Rohspalte[],
  hits: readonly boolean[],
  at: number,
  art: Kreuzart,
  verzeichnis: Verzeichnis,
): Kreuz | undefined {
  const spalte = run[at];
  if (spalte === undefined) return undefined;
  if (groupArt(spalte.gruppe) === art) return { art, bekannt: false };
  const filled = spalte.profil.gefuellt > 0;
  if (filled && !isOhne(spalte.wort)) {
    const other = ARTEN.find((a) => a !== art && isWortFor(a, spalte.wort, verzeichnis));
    if (other !== undefined) return { art: other, bekannt: true };
  }
  // “Pers. im HH” over numbers among columns of 0 and 1 is none of the themes.
  const others = run.filter((one, i) => hits[i] === true && one.profil.gefuellt > 0);
  if (
    hits[at] !== true &&
    spalte.profil.hoechste > 1 &&
    others.length > 1 &&
    others.every((one) => one.profil.hoechste <= 1 && one.profil.zahlen > 0)
  )
    return undefined;
  // No word between months is a month because they are.
  if (art === "zeit") return undefined;
  const inside = hits.filter(Boolean).length >= 2;
  return inside && (filled || strongly(spalte.wort).length === 0) ? { art, bekannt: false } : undefined;
}

/** Neighbouring columns of marks; a word above that changes begins a new run. */
function runs(spalten: readonly Rohspalte[], verzeichnis: Verzeichnis): Rohspalte[][] {
  const found: Rohspalte[][] = [];
  let before: Rohspalte | undefined;
  for (const spalte of spalten) {
    const art = groupArt(spalte.gruppe);
    // Below “Themen” the head “Kita” is a cross, even where somebody wrote a word instead of one.
    const told = art !== undefined && isWortFor(art, spalte.wort, verzeichnis);
    const crossed =
      (told || isCrossed(spalte) || isMarked(spalte, verzeichnis)) &&
      spalte.wort !== "" &&
      !MEASURE.test(spalte.wort) &&
      // “2. Quartal 2023” names one quarter, “Quartal” a column of them.
      (!ownMeaning(spalte.wort) ||
        isWortFor("zeit", spalte.wort, verzeichnis) ||
        verzeichnis.erklaert("thema", spalte.wort) !== undefined ||
        isKeineSumme(spalte));
    if (!crossed) {
      before = undefined;
      continue;
    }
    if (before !== undefined && before.gruppe === spalte.gruppe) found.at(-1)?.push(spalte);
    else found.push([spalte]);
    before = spalte;
  }
  return found;
}
