import type { Papier, Weg } from "../queries/checkliste.ts";

/** What the sheet says. `tag` is an ISO day. */
export type Blatt = {
  readonly weg: Weg;
  readonly papiere: readonly Papier[];
  readonly behoerde: string | null;
  readonly wartezeit: string | null;
  readonly traeger: string;
  readonly tag: string;
};

export const HINWEIS_BLATT =
  "Dieses Blatt ist nur eine Auskunft nach dem, was Sie uns gesagt haben. Ob Sie alles erfüllen, entscheidet die Behörde. Rechtsrat gibt eine Anwältin oder ein Anwalt.";
