import type { Namen } from "./grundlage.ts";

export type Rang = { readonly code: string; readonly name: string; readonly kurz: string; readonly wert: number };

/**
 * Counted codes with their names, most first, equal ones by the order of their list. Codes that were not counted are left
 * out; one that no list knows stands for itself, so that no figure is lost.
 */
export function rangfolge(counts: Readonly<Record<string, number>>, namen: Namen): Rang[] {
  const order = new Map(namen.map((n, i) => [n.code, i]));
  return Object.entries(counts)
    .filter(([, wert]) => wert > 0)
    .map(([code, wert]) => ({ wert, ...(namen.find((n) => n.code === code) ?? { code, name: code, kurz: code }) }))
    .toSorted((a, b) => b.wert - a.wert || (order.get(a.code) ?? 999) - (order.get(b.code) ?? 999));
}

export const summe = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);
