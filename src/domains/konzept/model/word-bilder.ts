import type { Kapitel } from "./konzept.ts";
import { bilderIn } from "./word.ts";

/** A chapter that still says that pictures of a Word file are missing, and how many. */
type Fehlend = { readonly kapitel: string; readonly bilder: number };

/** Where pictures of a Word file are missing, in the order of the chapters. */
export const bilderFehlen = (kapitel: readonly Kapitel[]): Fehlend[] =>
  kapitel
    .map(({ titel, teile }) => ({ kapitel: titel, bilder: teile.flatMap(({ text }) => bilderIn(text)).length }))
    .filter(({ bilder }) => bilder > 0);

/** "„Bildung 0–6“ (2), „Wohnen“ (1)" */
export const bilderSatz = (fehlend: readonly Fehlend[]): string =>
  fehlend.map(({ kapitel, bilder }) => `„${kapitel}“ (${bilder})`).join(", ");
