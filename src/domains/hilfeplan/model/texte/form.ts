import type { Stand, Wer } from "../plan.ts";

/** Everything that the copy for the person says by itself, in one language; what people wrote stays as they wrote it. */
export type Texte = {
  readonly titel: string;
  readonly entwurf: string;
  readonly fuer: string;
  readonly aktenzeichen: string;
  readonly stelle: string;
  readonly ansprechperson: string;
  readonly fassung: string;
  readonly vereinbartAm: string;
  readonly ueberpruefungAm: string;
  readonly einleitung: string;
  readonly wortlaut: string;
  /** `{n}`: the number of the goal. */
  readonly ziel: string;
  readonly schritte: string;
  readonly was: string;
  readonly wer: string;
  readonly bis: string;
  readonly stand: string;
  readonly werWort: Readonly<Record<Exclude<Wer, "andere">, string>>;
  readonly standWort: Readonly<Record<Stand, string>>;
  readonly ohneTag: string;
  readonly keineSchritte: string;
  readonly ausserdem: string;
  readonly unterschriften: string;
  readonly unterschriftPerson: string;
  readonly unterschriftBeratung: string;
  readonly ungeprueft: string;
  readonly sperre: string;
  readonly gedruckt: string;
  /** `{n}` of `{m}`. */
  readonly seite: string;
  /** By the code of the Handlungsfeld. */
  readonly felder: Readonly<Record<string, string>>;
};
