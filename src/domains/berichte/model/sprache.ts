import { zahl } from "../../../platform/words.ts";
import { ANTEIL_AB, VERDECKT, type Zelle, istGenannt } from "../../auswertung/model/zelle.ts";
import { vzaeText } from "../../stellen/model/stelle.ts";

/** How figures, days and lists stand in a German paper. */

const ONE_DIGIT = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A number in a table: "1.098"; the sign where it is not told. */
export const zelle = (z: Zelle): string => (istGenannt(z) ? zahl(z) : VERDECKT);

/** A share with one digit: "31,2 %". None of what is not told; "–" of so few that it would say more than it knows. */
export function anteil(part: Zelle, whole: Zelle): string {
  if (!istGenannt(part) || !istGenannt(whole)) return VERDECKT;
  return whole < ANTEIL_AB ? "–" : `${ONE_DIGIT.format((part / whole) * 100)}\u00A0%`;
}

/** Below a table whose shares make a whole. */
export const GERUNDET = "Die Anteile sind gerundet; ihre Summe kann deshalb um wenige Zehntel von 100 % abweichen.";

/** Full-time equivalents: "3,5" */
export const vzae = (n: number): string => vzaeText(Math.round(n * 100));

const WORDS = [
  "keine",
  "eine",
  "zwei",
  "drei",
  "vier",
  "fünf",
  "sechs",
  "sieben",
  "acht",
  "neun",
  "zehn",
  "elf",
  "zwölf",
];

/**
 * Counts up to twelve are words, as in the administration's papers: "keine", "eine", "zwei", … "13". Feminine. What is not told is
 * "einzelne": at least one.
 */
export const zahlwort = (n: Zelle): string => (istGenannt(n) ? (WORDS[n] ?? zahl(n)) : "einzelne");

/** Below what a number lies that is too small to be told: "weniger als drei". */
export const wenigerAls = (ab: number): string => `weniger als ${zahlwort(ab)}`;

/** A count with its noun: "eine Beratung", "1.098 Beratungen", "keine Beratungen". */
export const menge = (n: Zelle, one: string, many: string): string => `${zahlwort(n)} ${n === 1 ? one : many}`;

/** "A, B und C" */
export const und = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} und ${parts.at(-1)}`;

/** With a capital first letter, for the beginning of a sentence. */
export const gross = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where a KIM-Kommune is, in a sentence: "im Rhein-Sieg-Kreis", "im Kreis Kleve", "in der Städteregion Aachen", "in Köln". */
export function imKreis(kreis: { readonly name: string; readonly art: string }): string {
  if (kreis.art === "Städteregion") return `in der ${kreis.name}`;
  if (kreis.art !== "Kreis") return `in ${kreis.name}`;
  // "Märkischer Kreis" is declined: "im Märkischen Kreis".
  if (/kreis/i.test(kreis.name)) return `im ${kreis.name.replaceAll(/(isch)er\b/g, "$1en")}`;
  return `im Kreis ${kreis.name}`;
}
