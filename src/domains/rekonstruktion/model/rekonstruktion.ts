import type { Values } from "../../../platform/form.ts";
import type { Stand } from "./stand.ts";

/** A reconstruction as it is stored, and what this person may do with it. Days are ISO, codes those of the lists. */
export type Rekonstruktion = {
  readonly id: string;
  readonly frage: string;
  readonly altersgruppe: string | null;
  readonly familienform: string | null;
  readonly rechtskreis: string | null;
  readonly ausgangslage: string | null;
  readonly begonnenAm: string;
  readonly stand: Stand;
  readonly standSeit: string;
  readonly ergebnis: string | null;
  readonly befund: string | null;
  readonly version: number;
  readonly leitet: boolean;
  /** Whether this person belongs to its group. */
  readonly dabei: boolean;
};

/** Who sat at the table: an office and a function. `kontoId` where she signs in to KIM and writes along. */
export type Mitglied = {
  readonly id: string;
  readonly organisation: string;
  readonly funktion: string | null;
  readonly kontoId: string | null;
  readonly seit: string;
};

/** One station in its order; `nr` counts from 1. */
export type Station = {
  readonly id: string;
  readonly rekonstruktionId: string;
  readonly nr: number;
  readonly wann: string | null;
  readonly geschehen: string;
  readonly handelndArt: string;
  readonly handelnd: string | null;
  readonly gebraucht: string | null;
  readonly gelungen: string | null;
  readonly bruch: boolean;
  readonly bruchgruende: readonly string[];
  readonly bruchText: string | null;
  readonly offen: string | null;
  readonly version: number;
};

/** A step that was taken. */
export type SchrittZeile = {
  readonly von: Stand | null;
  readonly nach: Stand;
  readonly am: string;
  readonly grund: string | null;
  readonly wer: string;
};

/** A case that went into it: whose it is, never which. */
export type Anteil = { readonly id: string; readonly traegerId: string };

const one = (value: string | null): string[] => [value ?? ""];

/** What the forms say of a record, as they are filled with it. */
export const kopfValues = (r: Rekonstruktion): Values => ({
  frage: [r.frage],
  altersgruppe: one(r.altersgruppe),
  familienform: one(r.familienform),
  rechtskreis: one(r.rechtskreis),
  ausgangslage: one(r.ausgangslage),
});

export const stationValues = (s: Station): Values => ({
  wann: one(s.wann),
  geschehen: [s.geschehen],
  handelnd_art: [s.handelndArt],
  handelnd: one(s.handelnd),
  gebraucht: one(s.gebraucht),
  gelungen: one(s.gelungen),
  bruch: [s.bruch ? "ja" : "nein"],
  bruchgruende: [...s.bruchgruende],
  bruch_text: one(s.bruchText),
  offen: one(s.offen),
});
