import type { Values } from "../../../platform/form.ts";

/** The parts of somebody's situation that have a history each. */
export const BEREICHE = {
  aufenthalt: "Aufenthalt",
  leistung: "Leistungen",
  werdegang: "Schule, Arbeit, Kurse",
  schutzbedarf: "Schutzbedarf",
} as const;
export type Bereichsname = keyof typeof BEREICHE;

/** An entry of such a history. `daten` are named as the fields of its form. Days are ISO. */
export type Eintrag<E> = {
  readonly id: string;
  readonly personId: string;
  readonly kontoId: string;
  readonly version: number;
  /** Never was so; stands in the history only. */
  readonly falsch: boolean;
  readonly daten: E;
};

/** Stored data as the form of its area would be filled with it. */
export const valuesOf = (daten: object, falsch = false): Values =>
  Object.fromEntries([
    ...Object.entries(daten).map(([name, value]): [string, string[]] => [name, told(value)]),
    ["falsch", falsch ? ["ja"] : []],
  ]);

function told(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return [typeof value === "string" ? value : ""];
}

export type Dated = { readonly von: string | null; readonly bis: string | null };

/** The last begun first; what never had a first day last. */
export const newestFirst = <T extends { readonly daten: Dated }>(entries: readonly T[]): T[] =>
  entries.toSorted((a, b) => (b.daten.von ?? "").localeCompare(a.daten.von ?? ""));

/** Whether an entry holds on a day: it is not wrong, and has not ended. */
export const giltAm = (entry: { readonly falsch: boolean; readonly daten: Dated }, day: string): boolean =>
  !entry.falsch && (entry.daten.bis === null || entry.daten.bis >= day);
