import { type Zelle, zellText } from "../leser/zelle.ts";
import { eigeneZahlen, isMitAnzahl } from "../woerter/themenzahlen.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { interpretKopf } from "./kopf.ts";
import { isKopftag } from "./tagesraster.ts";
import { isEinTag } from "./umgebung.ts";
import type { Kontext, Spalte, Tabellenart } from "./typen.ts";
import { isMarke, zaehlwert, zahlVon } from "./werte.ts";

/** What tells a list of consultations from a tally: who came, how long, in which language. */
const JE_BERATUNG = new Set([
  "name",
  "vorname",
  "nachname",
  "geburtsdatum",
  "alter",
  "herkunft",
  "sprache",
  "dauer",
  "verstaendigung",
  "kontaktweg",
  "neuzuweisung",
]);
/** So many cells above 1 make crosses counts. */
const COUNTED = 0.08;

const UNGEZAEHLT = "Die Zeilen nennen einen Zeitraum; was die Zahlen zählen, ist nicht bekannt";

type Urteil = { readonly art: Tabellenart; readonly grund: string };

/** Shares of the counts in these columns that are above 1. */
function above1(spalten: readonly Spalte[], proben: readonly (readonly Zelle[])[]): number {
  let counted = 0;
  let above = 0;
  for (const zellen of proben) {
    for (const { index } of spalten) {
      const n = zaehlwert(zellen[index]) ?? 0;
      if (n > 0) counted += 1;
      // A cross made twice says it louder.
      if (n > 1 && !isMarke(zellen[index])) above += 1;
    }
  }
  return counted === 0 ? 0 : above / counted;
}

/**
 * Whether the rows of a table are single consultations or sums. Sums have a number of consultations per row, counts
 * instead of marks, or no day; a table without any time is none of ours.
 */
export function tabellenart(
  spalten: readonly Spalte[],
  proben: readonly (readonly Zelle[])[],
  kontext: Kontext,
): Urteil {
  const has = (...bedeutungen: readonly string[]) => spalten.some(({ bedeutung }) => bedeutungen.includes(bedeutung));
  const anzahl = spalten.filter(({ bedeutung }) => bedeutung === "anzahl");
  const kreuze = spalten.filter(({ bedeutung, kreuz }) => bedeutung === "kreuz" && kreuz !== "zeit");
  const zeitKreuze = spalten.filter(({ kreuz }) => kreuz === "zeit");
  const persoenlich = spalten.filter(
    ({ bedeutung, kreuz }) => JE_BERATUNG.has(bedeutung) || JE_BERATUNG.has(kreuz ?? ""),
  ).length;
  const raster = spalten.filter((s) => isKopftag(s.wort) && s.kreuz !== "zeit" && s.beispiele.length > 0);
  if (raster.length > 1) return { art: "keine", grund: "Unter Tagen stehen Worte statt Zahlen, wie in einem Kalender" };
  if (has("bis") && anzahl.length + kreuze.length > 0)
    return { art: "summen", grund: "Jede Zeile zählt die Tage von … bis …" };
  if (anzahl.length + kreuze.length === 0 && zahltThemen(spalten, proben))
    return { art: "summen", grund: "Bei jedem Thema steht, wie oft es war" };
  if (has("datum") && isFallliste(spalten)) return { art: "keine", grund: FAELLE };
  if (has("datum") && zeitKreuze.length < 2) {
    if (above1(anzahl, proben) > 0) return { art: "summen", grund: "Jede Zeile nennt eine Zahl von Beratungen" };
    if (persoenlich === 0 && above1(kreuze, proben) > COUNTED) {
      return { art: "summen", grund: "In den Zellen stehen Zahlen statt Kreuze" };
    }
    return { art: "einzeln", grund: "Jede Zeile hat ein Datum" };
  }
  const counts = anzahl.length + kreuze.length + zeitKreuze.length > 0;
  const time = has("woche", "monat", "jahr") || zeitKreuze.length > 0;
  if (time && counts) return { art: "summen", grund: "Die Zeilen zählen Wochen, Monate oder Jahre" };
  if (has("woche", "monat") && has("thema", "kommune")) {
    return { art: "summen", grund: "Die Zeilen nennen einen Zeitraum, aber keinen Tag" };
  }
  if (counts && kontext.zeitraum !== null && (has("kommune", "thema") || kreuze.length > 1)) {
    return { art: "summen", grund: "Die Überschrift nennt den Zeitraum der Zahlen" };
  }
  if (counts && (has("kommune", "thema") || kreuze.length > 2)) {
    return { art: "summen", grund: "Zahlen ohne Zeitraum: Bitte geben Sie an, für welche Zeit sie gelten" };
  }
  if (isEinTag(kontext.zeitraum) && has("thema") && (persoenlich > 0 || has("nummer")))
    return { art: "einzeln", grund: "Die Überschrift nennt den Tag der Beratungen" };
  // What nobody knows to count waits row by row.
  if (time && has("summe", "personenzahl", "ohne")) return { art: "summen", grund: UNGEZAEHLT };
  return { art: "keine", grund: "Es gibt keine Spalte mit einem Datum oder einem Zeitraum" };
}

const FAELLE = "Die Zeilen sind Fälle; wann jemand beraten wurde, sagt keine Spalte";
const FALL = /^fall ?(?:beginn|ende|aufnahme|eroeffnung|abschluss)(?: |$)/;

/** “Fallbeginn”, “Fallende” and beside them some other day, “Hilfeplan vom”: none of them is that of a consultation. */
const isFallliste = (spalten: readonly Spalte[]): boolean =>
  spalten.some(({ wort }) => FALL.test(schluessel(wort))) &&
  spalten.every((s) => s.bedeutung !== "datum" || (!s.entschieden && !sagtDatum(s.wort)));
const sagtDatum = (wort: string): boolean =>
  interpretKopf(wort).some(({ bedeutung, staerke }) => bedeutung === "datum" && staerke >= 0.95);

/** So many cells below “Themen (Anzahl)” say it; the others wait. */
const MOST_TOLD = 0.7;

/** “Themen (Anzahl)” over “Wohnen (3), Schule (2)”. */
const zahltThemen = (spalten: readonly Spalte[], proben: readonly (readonly Zelle[])[]): boolean =>
  spalten.some(({ bedeutung, kopf, index }) => {
    if (bedeutung !== "thema" || !isMitAnzahl(kopf)) return false;
    const texts = proben.map((zellen) => zellText(zellen[index])).filter((text) => text !== "");
    return texts.length > 0 && texts.filter((text) => eigeneZahlen(text) !== null).length >= texts.length * MOST_TOLD;
  });

/** So often a row's total must differ from its counts before it is no total. */
const NO_TOTAL = 0.3;

/**
 * A consultation has one contact way: a total beside them is the number of consultations. Where themes are counted as well, it
 * must be their sum in most rows; a row in which it is not waits.
 */
function isSummeDerWege(total: Spalte, spalten: readonly Spalte[], proben: readonly (readonly Zelle[])[]): boolean {
  const wege = wegeVon(spalten);
  if (wege.length < 2 || spalten.some(({ bedeutung, kreuz }) => bedeutung === "anzahl" || SELBST_GEZAEHLT.has(kreuz)))
    return false;
  if (!spalten.some(({ kreuz }) => kreuz === "thema")) return true;
  const told = proben.filter((zellen) => (zellen[total.index] ?? null) !== null);
  const equal = told.filter((zellen) => zaehlwert(zellen[total.index]) === summeDer(wege, zellen)).length;
  return equal > 0 && equal >= told.length * (1 - NO_TOTAL);
}

/** Why a total is the number of consultations; each row of it has to add up. */
export const WEGESUMME = "Summe der Kontaktwege: die Zahl der Beratungen";

const SELBST_GEZAEHLT = new Set<Spalte["kreuz"]>(["kommune", "zeit"]);

/** The columns that count consultations by contact way. */
export const wegeVon = (spalten: readonly Spalte[]): Spalte[] => spalten.filter(({ kreuz }) => kreuz === "kontaktweg");

/** What these columns of a row count together. */
export const summeDer = (spalten: readonly Spalte[], zellen: readonly Zelle[]): number =>
  spalten.reduce((n, { index }) => n + (zaehlwert(zellen[index]) ?? 0), 0);

/** Why a total is the number of consultations, and what its parts are. */
const TEILSUMME = "Summe der Beratungen daneben: die Zahl der Beratungen";
export const TEIL = "Teil der Beratungen, den die Summe daneben zählt";
const BERATUNGEN = /beratung|gespraech|kontakt|termin|sprechstunde|anruf|besuch|^(?:frau|fr|herr|hr) \w/u;

/** Columns of consultations of some kind whose sum, in each row, is the total: first and further ones, those of each colleague. */
function teileVon(total: Spalte, spalten: readonly Spalte[], proben: readonly (readonly Zelle[])[]): readonly Spalte[] {
  const others = spalten.filter(
    ({ bedeutung, entschieden, sicherheit }) => bedeutung === "ohne" && !entschieden && sicherheit < 0.6,
  );
  const teile = others.filter(({ wort }) => BERATUNGEN.test(schluessel(wort)));
  if (teile.length < 2 || spalten.some(({ bedeutung, kreuz }) => bedeutung === "anzahl" || SELBST_GEZAEHLT.has(kreuz)))
    return [];
  const told = proben.filter((zellen) => (zellen[total.index] ?? null) !== null);
  const equal = told.every((zellen) => zaehlwert(zellen[total.index]) === summeDer(teile, zellen));
  return told.length > 0 && equal ? teile : [];
}

/** “Gesamt” beside nothing else that is counted is what the rows count. */
const isEinzigeZahl = (spalten: readonly Spalte[]): boolean =>
  spalten.some(({ bedeutung }) => bedeutung === "monat" || bedeutung === "woche" || bedeutung === "jahr") &&
  !spalten.some(({ bedeutung }) => COUNTS.has(bedeutung));
const COUNTS = new Set<Spalte["bedeutung"]>(["datum", "anzahl", "kreuz", "personenzahl", "dauer", "ohne"]);

/**
 * “Gesamt” beside counts of themes is the number of consultations where it is smaller than their sum: one consultation may
 * have several themes. What a person chose stays.
 */
export function gesamtIstAnzahl(spalten: readonly Spalte[], proben: readonly (readonly Zelle[])[]): Spalte[] {
  const total = spalten.find(({ bedeutung, entschieden }) => bedeutung === "summe" && !entschieden);
  if (total !== undefined && isSummeDerWege(total, spalten, proben)) {
    return spalten.map((s) => (s === total ? { ...s, bedeutung: "anzahl", sicherheit: 0.9, grund: WEGESUMME } : s));
  }
  const teile = total === undefined ? [] : teileVon(total, spalten, proben);
  if (total !== undefined && teile.length > 1) {
    return spalten.map((s) => {
      if (s === total) return { ...s, bedeutung: "anzahl", sicherheit: 0.8, grund: TEILSUMME };
      return teile.includes(s) ? { ...s, sicherheit: 0.8, grund: TEIL } : s;
    });
  }
  if (total !== undefined && isEinzigeZahl(spalten)) {
    const grund = "Die einzige Zahl der Zeile: die Beratungen";
    return spalten.map((s) => (s === total ? { ...s, bedeutung: "anzahl", sicherheit: 0.7, grund } : s));
  }
  const themen = spalten.filter(({ kreuz }) => kreuz === "thema");
  if (total === undefined || themen.length < 2 || spalten.some(({ bedeutung }) => bedeutung === "anzahl"))
    return [...spalten];
  const told = proben.flatMap((zellen) => {
    const sum = themen.reduce((n, { index }) => n + (zaehlwert(zellen[index]) ?? 0), 0);
    const given = zahlVon(zellen[total.index]);
    return given === undefined ? [] : [given - sum];
  });
  const smaller = told.filter((difference) => difference < 0).length;
  if (told.some((difference) => difference > 0) || smaller < told.length * NO_TOTAL || smaller === 0)
    return [...spalten];
  const grund = "Kleiner als die Summe der Themen: die Zahl der Beratungen";
  return spalten.map((s) => (s === total ? { ...s, bedeutung: "anzahl", sicherheit: 0.7, grund } : s));
}
