import { KREIS, type Muster, keyOf } from "./atom.ts";
import type { Zeitraum } from "./kennzahlen.ts";
import { type Monat, halbjahrAm, monateIn } from "./zeitraum.ts";

/** By the first day of a half-year. */
export type MusterJeHalbjahr = ReadonlyMap<string, Muster>;

/** What a period is put together from, by the first day of a half-year: all of it, or some of its months. */
export function teileOf(z: Zeitraum): { readonly halbjahre: readonly string[]; readonly monate: [string, Monat[]][] } {
  const byHalf = [...Map.groupBy(monateIn(z), (monat) => halbjahrAm(`${monat}-01`).von)];
  return {
    halbjahre: byHalf.filter(([, monate]) => monate.length === 6).map(([von]) => von),
    monate: byHalf.filter(([, monate]) => monate.length < 6),
  };
}

/** The half-years that a period lies in, by their first days. */
export const halbjahreUm = (z: Zeitraum): string[] => [
  ...new Set(monateIn(z).map((monat) => halbjahrAm(`${monat}-01`).von)),
];

/**
 * Whether a number of a period is told: only where every part is that it is the sum of, or the half-year and the rest of it. So
 * whatever is told follows from parts that are told, and no difference of two periods tells more than they do.
 */
export function verdecktIn(z: Zeitraum, wer: string, muster: MusterJeHalbjahr) {
  const { halbjahre, monate } = teileOf(z);
  const hidden = (von: string, key: string): boolean => {
    const one = muster.get(von);
    return one === undefined || one.has(key) || [wer, KREIS].some((w) => one.has(keyOf(w, "alles", "")));
  };
  return (merkmal: string, kode: string): boolean => {
    const whole = (von: string) => hidden(von, keyOf(wer, merkmal, kode));
    const some = (von: string, months: readonly Monat[]) =>
      months.some((monat) => hidden(von, keyOf(wer, merkmal, kode, monat)));
    const rest = (von: string, months: readonly Monat[]) =>
      monateIn(halbjahrAm(von)).filter((monat) => !months.includes(monat));
    return (
      halbjahre.some(whole) ||
      monate.some(([von, months]) => some(von, months) && (whole(von) || some(von, rest(von, months))))
    );
  };
}

/** The codes of a feature of which something is not told in a period, also where nothing is counted. */
export function verdeckteKodes(
  z: Zeitraum,
  wer: string,
  muster: MusterJeHalbjahr,
): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>();
  for (const key of halbjahreUm(z).flatMap((von) => [...(muster.get(von) ?? [])])) {
    const [, whose, merkmal = "", ...kode] = key.split("|");
    if (whose !== wer) continue;
    codes.set(merkmal, (codes.get(merkmal) ?? new Set<string>()).add(kode.join("|")));
  }
  return codes;
}
