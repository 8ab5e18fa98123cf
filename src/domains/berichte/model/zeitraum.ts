import { tagText } from "../../../platform/span.ts";
import { type Zeitraum } from "../../auswertung/model/kennzahlen.ts";
import { halbjahrAm, jahrAm, davor as justBefore, monatName, zeitraumName } from "../../auswertung/model/zeitraum.ts";

/** The half-years up to the one that a day lies in, latest first. */
export function halbjahre(day: string, count: number): Zeitraum[] {
  const all = [halbjahrAm(day)];
  while (all.length < count) all.push(...all.slice(-1).map(justBefore));
  return all;
}

/** The years up to the one that a day lies in, latest first. */
export function jahre(day: string, count: number): Zeitraum[] {
  const all = [jahrAm(day)];
  while (all.length < count) all.push(...all.slice(-1).map(justBefore));
  return all;
}

export const isJahr = ({ von, bis }: Zeitraum): boolean => von.endsWith("-01-01") && bis === `${von.slice(0, 4)}-12-31`;

/** "Jan. 2023" for narrow places; a name of up to four letters is not cut. */
export function monatKurz(month: string): string {
  const [name = "", year = ""] = monatName(month).split(" ");
  return `${name.length > 4 ? `${name.slice(0, 3)}.` : name} ${year}`;
}

/** The same inside a sentence: "im ersten Halbjahr 2023", "im Jahr 2023", "im Januar 2023", "von Januar bis April 2023". */
export function imZeitraum(z: Zeitraum): string {
  const name = zeitraumName(z);
  if (/^\d{4}$/.test(name)) return `im Jahr ${name}`;
  const part = /^(\d)\. (\w+) (\d{4})$/.exec(name);
  if (part !== null) return `im ${ORDINAL[Number(part[1]) - 1]} ${part[2]} ${part[3]}`;
  return name.includes(" bis ") ? `von ${name}` : `im ${name}`;
}

/** The months of a paper inside a sentence; while they go on, up to which day: "im zweiten Halbjahr 2026 (bis zum 29.11.2026)". */
export const wannOf = (g: {
  readonly kennzahlen: { readonly zeitraum: Zeitraum };
  readonly bisHeute: string;
}): string => `${imZeitraum(g.kennzahlen.zeitraum)}${g.bisHeute === "" ? "" : ` (bis zum ${tagText(g.bisHeute)})`}`;

const ORDINAL = ["ersten", "zweiten", "dritten", "vierten"];
