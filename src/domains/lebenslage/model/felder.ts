import { z } from "zod";
import { optionalDay, optionalLine } from "../../../platform/fields.ts";

/** Where the last day of an entry stands before its first. */
export const IN_ORDER = { path: ["bis"], message: "Der letzte Tag liegt vor dem ersten." };

type Dated = { readonly von: string | null; readonly bis: string | null };

export const inOrder = ({ von, bis }: Dated): boolean => von === null || bis === null || von <= bis;

/** From when to when something is. */
export const ZEIT = {
  von: optionalDay("Geben Sie den ersten Tag an.", "back"),
  bis: optionalDay("Geben Sie den letzten Tag an.", "ahead"),
};

const MOST = 500;

export const notiz = optionalLine(MOST);

/** One of a few words, or none. */
export const oneOf = <const W extends readonly string[]>(words: W) =>
  z
    .enum(["", ...words])
    .default("")
    .transform((value): W[number] | null => words.find((word) => word === value) ?? null);

/** A word that was stored; null for one that this program does not know. */
export const known = <const W extends readonly string[]>(words: W, stored: string | null): W[number] | null =>
  words.find((word) => word === stored) ?? null;
