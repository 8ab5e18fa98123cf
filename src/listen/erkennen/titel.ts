import { schluessel } from "../woerter/schluessel.ts";
import { type Verzeichnis, WORTARTEN } from "../woerter/verzeichnis.ts";
import { monatVon } from "./monate.ts";
import { isKopfwort } from "./kopf.ts";

/** Words that titles are made of besides place and time. */
const TITELWORTE = new Set(
  (
    "stadt gemeinde kommune kreis standort ort fuer in im am an aus und der die das von vom bis zum zur mit je pro " +
    "beratung beratungen beratungsliste liste listen strichliste strichlisten statistik doku dokumentation kim team " +
    "monat jahr jahre kw woche wochen kalenderwoche quartal halbjahr schuljahr uebersicht erfassung zaehlung kontakte " +
    "sieg rhein ruhr bad sankt st sprechstunde sprechstunden tabelle stand zeitraum hj q themen thema einzeln striche neu blatt zahlen daten " +
    "werte eingabe eingaben erfassungsbogen export abfrage zusammenfassung bogen zettel heft alt kopie vorlage entwurf final " +
    "pivot pivottabelle winter sommer herbst fruehjahr fruehling " +
    "endfassung endstand korrektur korrigiert version fassung sicherung original test probe muster vorlaeufig ueberarbeitet"
  ).split(" "),
);
/** So many other words a title above a table may have. */
const MOST_OTHERS = 4;
/** Before a name: then it is somebody's, whatever place is called so. The end of another word (“ungefähr”) is none of these. */
const PERSON =
  /(?<!\p{L})(?:[Ff]rau|FRAU|[Ff]r|[Hh]errn?|HERRN?|[Hh]r|[Ff]amilie|[Ff]am|[Dd]r|[Pp]rof|\p{Lu}(?=\.))\.?\s+$/u;

/** So many characters before a name say whose it is. */
const BEFORE = 20;

/** Words that are neither place nor time nor what titles are made of. */
function others(text: string, verzeichnis: Verzeichnis): number {
  const words = schluessel(text.replaceAll("_", " ")).split(" ");
  return words.filter(
    (word) =>
      word !== "" &&
      !/^[0-9ivx]+$/u.test(word) &&
      !TITELWORTE.has(word) &&
      monatVon(word) === undefined &&
      !isKopfwort(word) &&
      verzeichnis.orte.inText(word).length === 0 &&
      verzeichnis.genau("kommune", word) === undefined,
  ).length;
}

/** The one Kommune that a title, a sheet's or file's name stands for; null where it is a person's name or a remark. */
export function ortImTitel(text: string, verzeichnis: Verzeichnis): string | null {
  const [ags, more] = verzeichnis.orte.inText(withoutPersons(text));
  if (ags === undefined || more !== undefined) return null;
  return others(text, verzeichnis) <= MOST_OTHERS ? ags : null;
}

/** Names behind “Frau”, “Herr” or an initial are nobody's Kommune. */
const withoutPersons = (text: string): string =>
  text.replaceAll(/\p{Lu}[\p{L}-]+/gu, (word, at: number) =>
    PERSON.test(text.slice(Math.max(0, at - BEFORE), at)) ? "" : word,
  );

/** Whether every word of a sheet's name is unknown: no place, time, theme, head, or what titles are made of. */
export function isNamensfremd(text: string, verzeichnis: Verzeichnis): boolean {
  const words = schluessel(text).split(" ");
  return (
    others(text, verzeichnis) === words.length &&
    words.every((word) => WORTARTEN.every((art) => !SURELY.has(verzeichnis.genau(art, word)?.grund ?? "")))
  );
}

/** “Lang” shortens “language” only where it must mean something. */
const SURELY = new Set<string>(["bezeichnung", "wortstamm"]);

/** Whether a text between the rows is a title: nothing but place and time, and what titles are made of. */
export const isZwischentitel = (text: string, verzeichnis: Verzeichnis): boolean => others(text, verzeichnis) === 0;
