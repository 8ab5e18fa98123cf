import { STAENDE, type Stand } from "./termin.ts";

/** What stands on a day of a calendar. `tag` is ISO, `beginn` and `ende` minutes. */
export type Eintrag = {
  readonly art: "termin" | "sprechstunde";
  readonly id: string;
  /** Whose calendar it stands in. */
  readonly kontoId: string;
  readonly tag: string;
  readonly beginn: number;
  readonly ende: number;
  /** With whom, or about what; null for a Sprechstunde and where nothing was written. */
  readonly wer: string | null;
  readonly ort: string;
  readonly stand: Stand | "ausfall";
  readonly gleichzeitig: boolean;
};

export const eintragPath = ({ art, id }: Pick<Eintrag, "art" | "id">): string =>
  `${art === "termin" ? "/termine" : "/sprechstunden"}/${id}`;

/** What a line of the calendar is called. */
export const eintragText = ({ art, wer }: Pick<Eintrag, "art" | "wer">): string =>
  art === "sprechstunde" ? "Sprechstunde" : (wer ?? "Termin ohne Namen");

export const eintragStand = ({ stand }: Pick<Eintrag, "stand">): string =>
  stand === "ausfall" ? "fällt aus" : STAENDE[stand];
