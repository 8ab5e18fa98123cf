import type { Namensperson } from "./typen.ts";

/** A case of a row. Days are ISO, codes those of the code lists; `text` is what else the row says of it, for its history. */
export type Fallzeile = {
  readonly begonnen: string;
  readonly phase: string;
  /** Since when it stands there: its end, else its beginning. */
  readonly phaseSeit: string;
  readonly abschlussgrund: string | null;
  readonly einwilligungAm: string | null;
  readonly anliegen: string | null;
  readonly text: string;
};

/**
 * A person read from a row of a list of persons or cases, and the case. `seit`: since when she is known, null where the list
 * does not tell. `vorhanden`: the id of a person that somebody decided it is, who then stays as she is.
 */
export type Personenzeile = Namensperson & {
  readonly altersgruppe: string | null;
  readonly ags: string | null;
  readonly staatsangehoerigkeit: string | null;
  readonly sprachen: readonly string[];
  readonly geschlecht: string | null;
  readonly kontakte: readonly Kontakt[];
  readonly seit: string | null;
  readonly fall: Fallzeile | null;
  readonly vorhanden: string | null;
  /** Persons who are there already and may be her: ids, and why. */
  readonly aehnliche: readonly Aehnliche[];
};

/** A way to reach somebody. */
export type Kontakt = { readonly art: "mobil" | "festnetz" | "email"; readonly wert: string };

/** Somebody who may be meant; `gleich`: the same name and birth date. */
export type Aehnliche = { readonly id: string; readonly grund: string; readonly gleich: boolean };
