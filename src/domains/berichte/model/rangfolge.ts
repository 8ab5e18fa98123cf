import type { Zaehlung } from "../../auswertung/model/kennzahlen.ts";
import { type Zelle, etwas, groesseZuerst, summeOf } from "../../auswertung/model/zelle.ts";
import type { Namen } from "./grundlage.ts";

export type Rang = { readonly code: string; readonly name: string; readonly kurz: string; readonly wert: Zelle };

/**
 * Counted codes with their names, most first, equal ones by the order of their list. Codes that were not counted are left
 * out; one that no list knows stands for itself, so that no figure is lost.
 */
export function rangfolge(counts: Zaehlung, namen: Namen): Rang[] {
  const order = new Map(namen.map((n, i) => [n.code, i]));
  return Object.entries(counts)
    .filter(([, wert]) => etwas(wert))
    .map(([code, wert]) => ({ wert, ...(namen.find((n) => n.code === code) ?? { code, name: code, kurz: code }) }))
    .toSorted((a, b) => groesseZuerst(a.wert, b.wert) || (order.get(a.code) ?? 999) - (order.get(b.code) ?? 999));
}

/** The sum, where every part of it is told. */
export const summe = (counts: Zaehlung): Zelle => summeOf(Object.values(counts));
