import type { Kennzahlen, Zeitraum } from "./kennzahlen.ts";
import { type Lieferung, ganz, liefert } from "./lieferung.ts";
import { ANTEIL_AB, type Zelle, etwas, istGenannt } from "./zelle.ts";
import { davor, halbjahrAm } from "./zeitraum.ts";

/** So many half-years make a trend. */
export const HALBJAHRE = 6;

/** The half-years up to the one that a period ends in, the earliest first. */
export function halbjahreBis({ bis }: Zeitraum): Zeitraum[] {
  const all = [halbjahrAm(bis)];
  while (all.length < HALBJAHRE) all.unshift(...all.slice(0, 1).map(davor));
  return all;
}

/** Whether a half-year stands in a trend: it is over, and whoever delivers in it delivered all of it. */
export const verlaesslich = (all: readonly Lieferung[], z: Zeitraum, heute: string): boolean => {
  const who = all.filter((l) => liefert(l, z, heute));
  return z.bis < heute && who.length > 0 && who.every((l) => ganz(l, z, heute));
};

/** A share in per cent, or why there is none: not told, or no whole half-year. */
export type Anteil = number | Exclude<Zelle, number> | undefined;

export type Verlauf = { readonly kode: string; readonly label: string; readonly anteile: readonly Anteil[] };

const share = (n: Zelle, whole: Zelle): Anteil => {
  if (!istGenannt(n)) return n;
  return istGenannt(whole) && whole >= ANTEIL_AB ? (n / whole) * 100 : undefined;
};

/** Themes as shares of all mentions of each half-year; those that occur, in the order of the latest one. */
export function themenVerlauf(
  halbjahre: readonly (Kennzahlen | undefined)[],
  worte: readonly { readonly code: string; readonly kurz: string }[],
): Verlauf[] {
  const rows = worte
    .filter(({ code }) => halbjahre.some((k) => etwas(k?.themen[code] ?? 0)))
    .map(({ code, kurz }) => ({
      kode: code,
      label: kurz,
      anteile: halbjahre.map((k) => (k === undefined ? undefined : share(k.themen[code] ?? 0, k.nennungen))),
    }));
  const last = ({ anteile }: Verlauf): number => anteile.findLast((a) => typeof a === "number") ?? 0;
  return rows.toSorted((a, b) => last(b) - last(a));
}
