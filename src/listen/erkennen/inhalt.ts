import type { Profil } from "./profil.ts";
import type { Bedeutung } from "./typen.ts";

/** Consultations of the programme lie in these years; births mostly before and far apart. */
const FIRST_YEAR = 2010;
const LAST_YEAR = 2045;

/** Too few values contradict nothing. */
const ENOUGH = 3;

type Bewertung = (p: Profil) => number;

const words =
  (share: (p: Profil) => number): Bewertung =>
  (p) =>
    share(p) < 0.1 && p.gefuellt >= ENOUGH ? -0.5 : share(p);

const asDate: Bewertung = (p) => {
  const [from, to] = p.jahre;
  // Mere numbers may be days of the month that the sheet is named after; then only the head can say so.
  if (p.tage < 0.3) return p.zahlen > 0.7 && p.kleinste >= 1 && p.hoechste <= 31 ? 0 : -1;
  const recent = from === 0 || (from >= FIRST_YEAR - 1 && to <= LAST_YEAR && to - from <= 6);
  return p.tage * (recent ? 1 : 0.45);
};

const asBirth: Bewertung = (p) => {
  const [from, to] = p.jahre;
  const yearOnly = p.zahlen > 0.8 && p.kleinste >= 1900 && p.hoechste <= LAST_YEAR ? p.zahlen : 0;
  if (p.tage < 0.2 && yearOnly === 0) return -1;
  return Math.max(yearOnly * 0.8, p.tage * (to - from > 12 || from < 2000 ? 1 : 0.35));
};

const asNumber = (from: number, to: number, p: Profil): number =>
  p.zahlen > 0.7 && p.kleinste >= from && p.hoechste <= to ? p.zahlen : -1;

const asAge: Bewertung = (p) =>
  p.worte.alter > 0.5 ? p.worte.alter : asNumber(0, 115, p) * (p.einsWeiter > 0.7 ? 0.3 : 0.7);

const asDuration: Bewertung = (p) =>
  p.dauern < 0.5 || p.uhrzeiten > 0.6 ? -1 : p.dauern * (p.fuenfer > 0.7 ? 0.9 : p.zahlen > 0.9 ? 0.4 : 0.9);

const asCount: Bewertung = (p) => (p.zaehlwerte > 0.8 ? 0.4 : -1);

const asName: Bewertung = (p) => {
  if (p.zahlen > 0.5 || p.tage > 0.5) return -1;
  const known = Math.max(p.worte.kommune, p.worte.herkunft, p.worte.sprache);
  // The same few names again and again are those who counselled.
  return known > 0.6 ? -0.5 : p.namen * (p.verschieden > 0.3 ? 1 : p.verschieden > 0.15 ? 0.5 : 0.1);
};

const asText: Bewertung = (p) => (p.zahlen > 0.9 || p.tage > 0.9 ? -0.3 : Math.max(p.lang, 0.2));

const asWeek: Bewertung = (p) => (p.wochen < 0.5 ? -1 : p.wochen * 0.5);

/** How well the cells of a column fit a meaning: 1 fully, 0 says nothing, below 0 speaks against it. */
export const INHALT: Readonly<Record<Bedeutung, Bewertung>> = {
  datum: asDate,
  // Only together with the column of first days.
  bis: () => 0,
  geburtsdatum: asBirth,
  monat: (p) => (p.monate > 0.5 ? p.monate : p.tage > 0.8 ? 0.4 : asNumber(1, 12, p) > 0 ? 0 : -1),
  woche: asWeek,
  jahr: (p) => asNumber(FIRST_YEAR, LAST_YEAR, p),
  kommune: words((p) => p.worte.kommune),
  // Numbers name themes only where the list explains them.
  thema: (p) => ((p.zahlen > 0.5 && p.worte.thema < 0.5) || p.tage > 0.5 ? -1 : words((q) => q.worte.thema)(p)),
  kontaktweg: words((p) => p.worte.kontaktweg),
  sprache: words((p) => p.worte.sprache),
  verstaendigung: words((p) => Math.max(p.worte.verstaendigung, p.jaNein > 0.9 ? 0.4 : 0)),
  ergebnis: words((p) => p.worte.ergebnis),
  herkunft: words((p) => p.worte.herkunft),
  dauer: asDuration,
  alter: asAge,
  name: asName,
  vorname: asName,
  nachname: asName,
  neuzuweisung: (p) => Math.max(p.jaNein, p.tage) * 0.6 - (p.jaNein < 0.3 && p.tage < 0.3 ? 1 : 0),
  anzahl: asCount,
  personenzahl: asCount,
  summe: asCount,
  notiz: asText,
  beratend: (p) => (p.verschieden < 0.2 && p.zahlen < 0.5 && p.tage < 0.5 ? 0.2 : 0),
  nummer: (p) => (p.einsWeiter > 0.8 ? 0.9 : p.verschieden > 0.9 && p.zahlen > 0.9 ? 0.4 : 0),
  // Only the heads of a list of persons or cases say these.
  geschlecht: () => 0,
  telefon: () => 0,
  email: () => 0,
  seit: asDate,
  fallbeginn: asDate,
  fallende: asDate,
  phase: () => 0,
  abschlussgrund: () => 0,
  einwilligung: () => 0,
  aktenzeichen: () => 0,
  kreuz: () => 0,
  ohne: () => 0,
};

/** What may be guessed from the cells alone, where the head says nothing, and how sure the cells must be. */
export const OHNE_KOPF: Readonly<Partial<Record<Bedeutung, number>>> = {
  datum: 0.7,
  geburtsdatum: 0.8,
  kommune: 0.6,
  thema: 0.6,
  kontaktweg: 0.7,
  sprache: 0.7,
  herkunft: 0.7,
  verstaendigung: 0.75,
  ergebnis: 0.8,
  dauer: 0.8,
  alter: 0.65,
  name: 0.8,
  nummer: 0.85,
};

/** Why a meaning was chosen, for people. */
export function explain(bedeutung: Bedeutung, kopf: string, staerke: number, p: Profil): string {
  const head = staerke > 0 ? `Überschrift „${kopf}“` : "ohne passende Überschrift";
  const percent = Math.round(Math.max(0, anteil(bedeutung, p)) * 100);
  if (p.gefuellt === 0) return `${head}; die Spalte ist leer`;
  return percent === 0 ? head : `${head}; ${percent} % der Werte passen`;
}

function anteil(bedeutung: Bedeutung, p: Profil): number {
  if (bedeutung === "datum" || bedeutung === "geburtsdatum") return p.tage;
  if (bedeutung in p.worte) return Object.entries(p.worte).find(([art]) => art === bedeutung)?.[1] ?? 0;
  if (bedeutung === "dauer") return p.dauern;
  if (bedeutung === "name") return p.namen;
  if (bedeutung === "neuzuweisung") return p.jaNein;
  return bedeutung === "woche" ? p.wochen : bedeutung === "monat" ? p.monate : 0;
}
