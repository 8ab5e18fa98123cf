import type { Papier, Weg } from "../queries/checkliste.ts";

/** What the sheet says. `tag` is an ISO day. */
export type Blatt = {
  readonly weg: Weg;
  readonly papiere: readonly Papier[];
  readonly behoerde: string | null;
  readonly wartezeit: string | null;
  readonly traeger: string;
  /** Since when the Träger stands for the words in this language; null: nobody checked them. */
  readonly geprueft: string | null;
  readonly tag: string;
};
