import type { Beendet } from "./beendet.ts";

export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A column that keeps a choice, and how something new is made with a closed place or ended code in it. */
export type Case = {
  readonly column: string;
  /** How it is called in the sentence, and how it is sent. */
  readonly label: string;
  readonly name: string;
  readonly value: (b: Beendet) => string;
  readonly word: (b: Beendet) => string;
  /** Where something new is made with it. */
  readonly form: (b: Beendet) => string;
  readonly action: (b: Beendet) => string;
  readonly who?: "office";
  readonly more?: (b: Beendet) => Typed;
};

export const named = (liste: string) => ({
  value: ({ code }: Beendet) => code(liste),
  word: ({ word }: Beendet) => word(liste),
});
