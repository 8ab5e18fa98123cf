import { zahl } from "../../../platform/words.ts";
import { vzaeText } from "../../stellen/model/stelle.ts";

/** How figures, days and lists stand in a German paper. */

const ONE_DIGIT = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A share with one digit: "31,2 %". "–" where there is nothing to have a share of. */
export const anteil = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${ONE_DIGIT.format((part / whole) * 100)}\u00A0%`;

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

/** Counts up to twelve are words, as in the administration's papers: "keine", "eine", "zwei", … "13". Feminine. */
export const zahlwort = (n: number): string => WORDS[n] ?? zahl(n);

/** A count with its noun: "eine Beratung", "1.098 Beratungen", "keine Beratungen". */
export const menge = (n: number, one: string, many: string): string => `${zahlwort(n)} ${n === 1 ? one : many}`;

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
