import type { Zelle } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Spalte } from "./typen.ts";
import { isMarke, zaehlwert } from "./werte.ts";

/** Why a number below a theme is a cross: it says how long, and not how often. */
export const MINUTEN = "Minuten oder Rang je Thema: Eine Zahl heißt, dass es darum ging";
/** Why nobody can tell what such numbers count. */
export const MINUTEN_UNKLAR = "Unter den Themen stehen Minuten. Wie viele Beratungen eine Zeile zählt, steht nicht da";
const DAUER = "Summe der Minuten je Thema: die Dauer";

/** Texts around a table that say what its numbers are. */
const SAGT_MINUTEN = /(?<![a-z])(?:minuten|min|zeitaufwand|beratungszeit(?:en)?|zeiterfassung|dauer)(?![a-z])/u;
/** “1 = Hauptthema, 2 = weiteres Thema”: numbers that say in which order, and not how often. */
const RANG = /1\s*=\s*(?:haupt|erst|wichtigst)\p{L}*[^=]{0,30}2\s*=\s*(?:weiter|neben|zweit)/iu;
/** Minutes are mostly told like this. */
const STEP = 5;
const MOSTLY = 0.9;
/** A row with more is a day of several consultations. */
const LONGEST = 120;
/** So many rows have minutes below one theme only. */
const ONE_THEME = 0.6;

const minuten = (spalten: readonly Spalte[], zellen: readonly Zelle[]): number[] =>
  spalten.flatMap(({ index }) => zaehlwert(zellen[index]) || []);

/**
 * Whether the numbers below the themes are minutes, as a title, a head above them or that of their total says; and whether each row is
 * one consultation. Undefined where they are numbers like any other.
 */
export function minutenArt(
  spalten: readonly Spalte[],
  proben: readonly (readonly Zelle[])[],
  texte: readonly string[],
): "einzeln" | "unklar" | undefined {
  const themen = spalten.filter(({ kreuz, entschieden }) => kreuz === "thema" && !entschieden);
  if (themen.length < 2) return undefined;
  if (texte.some((text) => RANG.test(text)) && spalten.some(({ bedeutung }) => bedeutung === "datum")) return "einzeln";
  const total = summeIn(spalten, themen, proben);
  const said = [...texte, ...themen.map(({ kopf }) => kopf), ...(total === undefined ? [] : [total.kopf])];
  if (!said.some((text) => text.length <= 120 && SAGT_MINUTEN.test(schluessel(text)))) return undefined;
  const rows = proben.map((zellen) => minuten(themen, zellen)).filter((counts) => counts.length > 0);
  const all = rows.flat();
  if (all.length === 0 || proben.some((zellen) => themen.some(({ index }) => isMarke(zellen[index])))) return undefined;
  if (all.filter((n) => n % STEP === 0).length < all.length * MOSTLY) return undefined;
  const single = rows.filter((counts) => counts.length === 1).length >= rows.length * ONE_THEME;
  const short = rows.every((counts) => counts.reduce((sum, n) => sum + n, 0) <= LONGEST);
  const day = spalten.some(({ bedeutung }) => bedeutung === "datum");
  return day && single && short ? "einzeln" : "unklar";
}

/** The column that is the sum of the others in each row. */
const summeIn = (
  spalten: readonly Spalte[],
  themen: readonly Spalte[],
  proben: readonly (readonly Zelle[])[],
): Spalte | undefined =>
  spalten.find(({ index, kreuz }) => {
    const told = proben.filter((zellen) => (zaehlwert(zellen[index]) ?? 0) > 0);
    const sum = (zellen: readonly Zelle[]) => minuten(themen, zellen).reduce((all, n) => all + n, 0);
    return kreuz === null && told.length > 1 && told.every((zellen) => zaehlwert(zellen[index]) === sum(zellen));
  });

/** The columns where such numbers are crosses, and their total a duration. */
export function alsMinuten(spalten: readonly Spalte[], proben: readonly (readonly Zelle[])[]): Spalte[] {
  const themen = spalten.filter(({ kreuz, entschieden }) => kreuz === "thema" && !entschieden);
  const total = spalten.some(({ bedeutung }) => bedeutung === "dauer") ? undefined : summeIn(spalten, themen, proben);
  return spalten.map((s): Spalte => {
    if (themen.includes(s)) return { ...s, grund: MINUTEN };
    return s === total ? { ...s, bedeutung: "dauer", sicherheit: 0.8, grund: DAUER } : s;
  });
}
