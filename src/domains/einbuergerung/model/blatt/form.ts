import type { Ampel } from "../regel.ts";

/** What a condition is about, as far as somebody has to understand it who reads no German. */
export const THEMA = [
  "aufenthalt",
  "titel",
  "unterhalt",
  "deutsch",
  "kenntnisse",
  "identitaet",
  "mehrstaatigkeit",
  "leistungen",
  "ehe",
  "wohnung",
  "alter",
  "schule",
  "sonst",
] as const;
export type Thema = (typeof THEMA)[number];

const ANDERS: Readonly<Record<string, Thema>> = {
  status: "titel",
  anerkennung: "titel",
  vorduldung: "titel",
  rente: "unterhalt",
  pass: "identitaet",
  kinder: "schule",
};

/** What a condition is about; what the authority alone weighs is "sonst". */
export const themaOf = (bedingung: string): Thema =>
  ANDERS[bedingung] ?? THEMA.find((thema) => thema === bedingung) ?? "sonst";

/** The words of the sheet in one language. `{…}` is filled in. */
export type BlattTexte = {
  readonly titel: Readonly<Record<"einbuergerung" | "aufenthalt", string>>;
  readonly stand: string;
  readonly hinweis: string;
  /** That the sentences of the law stay German, and who explains them. "" in German. */
  readonly gesetz: string;
  readonly zustaendig: string;
  readonly bedingungen: string;
  readonly unterlagen: string;
  readonly licht: Readonly<Record<Ampel, string>>;
  /** What the condition asks, in a sentence of the person's language. */
  readonly themen: Readonly<Record<Thema, string>>;
  readonly fragen: string;
  readonly nichtGeprueft: string;
};
