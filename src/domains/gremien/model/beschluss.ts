import type { Stimmen } from "./stimmen.ts";

export const ERGEBNISSE = { angenommen: "angenommen", abgelehnt: "abgelehnt" } as const;
export const ERGEBNIS = ["angenommen", "abgelehnt"] as const;
export type Ergebnis = (typeof ERGEBNIS)[number];

/** What a body decided. Days are ISO; the three counts are null where nobody voted. */
export type Beschluss = {
  readonly id: string;
  /** "3/2023" */
  readonly nummer: string;
  readonly wortlaut: string;
  readonly gefasstAm: string;
  readonly ergebnis: Ergebnis;
  readonly stimmen: { readonly ja: number; readonly nein: number; readonly enthaltung: number } | null;
  /** How many voices were there when it was decided; null in decisions of before this was kept. */
  readonly da: Stimmen | null;
  readonly sitzungId: string;
  readonly topId: string;
  readonly top: string;
  readonly lueckeId: string | null;
  /** To which state it took the gap of its point. */
  readonly lueckeNach: string | null;
  readonly gremiumId: string;
  readonly gremium: string;
  readonly version: number;
};

const SHORT = 90;

/** The first words of a long text, for choosing it. */
export function kurz(text: string): string {
  const flat = text.replaceAll(/\s+/gu, " ").trim();
  if (flat.length <= SHORT) return flat;
  const cut = flat.slice(0, SHORT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), SHORT / 2))} …`;
}

/** "Ja 7, Nein 1, Enthaltung 2"; "ohne Abstimmung". */
export const stimmenText = (stimmen: Beschluss["stimmen"]): string =>
  stimmen === null ? "ohne Abstimmung" : `Ja ${stimmen.ja}, Nein ${stimmen.nein}, Enthaltung ${stimmen.enthaltung}`;
