import { type Zelle, zellText } from "../leser/zelle.ts";
import { interpretMehrere } from "../woerter/mehrere.ts";
import { type Verzeichnis, WORTARTEN, type Wortart } from "../woerter/verzeichnis.ts";
import { monatVon } from "./monate.ts";
import { type Datumsteile, datumsteile, isMoeglich } from "./tage.ts";
import { isMarke, minutenVon, zaehlwert, zahlVon } from "./werte.ts";
import { zeitangabe } from "./zeitraum.ts";
import { monatsangabe, wocheVon } from "./zeitzelle.ts";

/** Kinds of words that a column may be full of. */
export const INHALTSARTEN = WORTARTEN.filter(
  (art) => art !== "neuzuweisung" && art !== "phase" && art !== "abschlussgrund",
);
export type Inhaltsart = (typeof INHALTSARTEN)[number];

/** What the cells of a column look like. Shares from 0 to 1 are of its filled cells in the sample. */
export type Profil = {
  readonly gefuellt: number;
  readonly zeilen: number;
  readonly tage: number;
  /** Years of the days, earliest and latest; 0 without any. */
  readonly jahre: readonly [number, number];
  readonly zahlen: number;
  readonly hoechste: number;
  readonly kleinste: number;
  /** Multiples of five, as minutes mostly are. */
  readonly fuenfer: number;
  readonly einsWeiter: number;
  readonly zaehlwerte: number;
  readonly marken: number;
  /** Crosses: signs, no numbers. */
  readonly kreuze: number;
  readonly jaNein: number;
  readonly wochen: number;
  readonly monate: number;
  readonly dauern: number;
  readonly uhrzeiten: number;
  readonly namen: number;
  readonly lang: number;
  readonly verschieden: number;
  readonly worte: Readonly<Record<Inhaltsart, number>>;
  readonly beispiele: readonly string[];
  readonly datumsteile: readonly Datumsteile[];
};

const EXAMPLES = 4;
const FIRST_PLZ = 9999;
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 55_000;
/** A number that an Excel day of this century would be. */
export const isSerienzahl = (n: number | undefined): n is number =>
  n !== undefined && Number.isInteger(n) && n >= FIRST_SERIAL && n <= LAST_SERIAL;

const NAME = /^\p{Lu}[\p{L}'’.-]+(?:(?:,\s*|\s+)(?:(?:von|van|al|el|de|bin|ben)\s+)?\p{Lu}[\p{L}'’.-]*){1,3}$/u;

const yearIn = (zelle: Zelle, teile: Datumsteile | undefined): number => {
  if (zelle !== null && typeof zelle === "object" && zelle.art === "tag") return Number(zelle.tag.slice(0, 4));
  const jahr = teile?.jahr ?? 0;
  return jahr > 0 && jahr < 100 ? 2000 + jahr : jahr;
};

const isTag = (zelle: Zelle) => zelle !== null && typeof zelle === "object" && zelle.art === "tag";

/** Looks at the sampled cells of one column. */
export function profilVon(zellen: readonly Zelle[], verzeichnis: Verzeichnis): Profil {
  const filled = zellen.filter((z): z is Exclude<Zelle, null> => z !== null);
  const texts = filled.map(zellText);
  const share = (count: number) => (filled.length === 0 ? 0 : count / filled.length);
  const count = (test: (zelle: Exclude<Zelle, null>, i: number) => boolean) => share(filled.filter(test).length);
  const countAt = (test: (i: number) => boolean) => share(filled.filter((_, i) => test(i)).length);
  const parts = filled.map((zelle) => {
    const teile = typeof zelle === "string" ? datumsteile(zelle) : undefined;
    return teile !== undefined && isMoeglich(teile) ? teile : undefined;
  });
  const numbers = filled.map(zahlVon);
  const years = filled.map((zelle, i) => yearIn(zelle, parts[i])).filter((year) => year > 0);
  const plain = numbers.filter((n) => n !== undefined);
  const steps = plain.filter((n, i) => i > 0 && n === (plain[i - 1] ?? 0) + 1).length;
  // A Kommune may be told by its postcode, a theme by a number that the list explains.
  const isWord = (zelle: Zelle, art: Inhaltsart) =>
    typeof zelle === "string" ||
    (typeof zelle === "number" && (art === "kommune" ? zelle > FIRST_PLZ : art === "thema"));
  const worte = (art: Inhaltsart) =>
    count((zelle, i) => isWord(zelle, art) && hasWord(verzeichnis, art, texts[i] ?? ""));
  return {
    gefuellt: filled.length,
    zeilen: zellen.length,
    tage: count((zelle, i) => isTag(zelle) || parts[i] !== undefined || isSerienzahl(numbers[i])),
    jahre: years.length === 0 ? [0, 0] : [Math.min(...years), Math.max(...years)],
    zahlen: share(plain.length),
    hoechste: Math.max(0, ...plain),
    kleinste: plain.length === 0 ? 0 : Math.min(...plain),
    fuenfer: share(plain.filter((n) => n % 5 === 0 && n > 0).length),
    einsWeiter: plain.length < 2 ? 0 : steps / (plain.length - 1),
    zaehlwerte: count((zelle) => zaehlwert(zelle) !== undefined),
    marken: count((zelle) => zaehlwert(zelle) === 1 || zaehlwert(zelle) === 0),
    kreuze: count(isMarke),
    jaNein: count((zelle) => verzeichnis.genau("neuzuweisung", zellText(zelle)) !== undefined),
    wochen: countAt((i) => wocheVon(texts[i] ?? "", true) !== undefined),
    monate: count((zelle) => typeof zelle === "string" && isMonat(zelle)),
    dauern: count((zelle) => inRange(minutenVon(zelle, false), 1, 600)),
    uhrzeiten: count((zelle) => isUhrzeit(zelle)),
    namen: count((zelle) => typeof zelle === "string" && NAME.test(zelle)),
    lang: countAt((i) => (texts[i]?.length ?? 0) > 25),
    verschieden: share(new Set(texts).size),
    worte: {
      thema: worte("thema"),
      kommune: worte("kommune"),
      herkunft: worte("herkunft"),
      sprache: worte("sprache"),
      kontaktweg: worte("kontaktweg"),
      verstaendigung: worte("verstaendigung"),
      ergebnis: worte("ergebnis"),
      alter: worte("alter"),
    },
    beispiele: [...new Set(texts)].slice(0, EXAMPLES),
    datumsteile: parts.filter((teile) => teile !== undefined),
  };
}

const inRange = (n: number | undefined, from: number, to: number) => n !== undefined && n >= from && n <= to;

function hasWord(verzeichnis: Verzeichnis, art: Wortart, text: string): boolean {
  if (text.length > 80) return false;
  if (art === "kommune" || art === "alter") return verzeichnis.genau(art, text) !== undefined;
  return interpretMehrere(verzeichnis.genau, art, text).some(({ deutung }) => deutung !== undefined);
}

/** “März”, “Jan 23”, “2023-01”, “1. Quartal 2023”. */
function isMonat(text: string): boolean {
  if (monatVon(text) !== undefined) return true;
  if (datumsteile(text)?.jahr != null) return false;
  if (!/^\d{1,2}\.?$/u.test(text) && monatsangabe("", text) !== undefined) return true;
  const { monat, monate } = zeitangabe(text);
  return monat !== null || monate !== null;
}

/** From six in the morning; 0:45 or 1:30 are durations. */
const CLOCK = /^(?:0?[6-9]|1\d|2[0-3])[:.]\d{2}(?:\s?uhr)?$/iu;
const isUhrzeit = (zelle: Zelle): boolean =>
  (typeof zelle === "string" && CLOCK.test(zelle)) ||
  (zelle !== null && typeof zelle === "object" && zelle.art === "zeit" && zelle.minuten >= 6 * 60);
