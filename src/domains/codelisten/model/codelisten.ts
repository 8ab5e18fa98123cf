import { type Choice, offered } from "../../../platform/choice.ts";

/** The code lists of the reference data, by the names of their tables. */
export const LISTEN = [
  "stufe",
  "handlungsfeld",
  "kontaktweg",
  "sprache",
  "verstaendigung",
  "ergebnis",
  "herkunftsgruppe",
  "altersgruppe",
  "staatsangehoerigkeit",
  "stelle_art",
  "vakanzgrund",
  "zugangsweg",
  "abschlussgrund",
  "aufenthaltsstatus",
  "leistung",
  "werdegang",
  "unterkunftsart",
  "netzwerkart",
  "dokumentart",
  "rechtskreis",
  "familienform",
  "bruchgrund",
] as const;

export type Liste = (typeof LISTEN)[number];

/**
 * One code. `kurz` is its word for narrow places, `taste` the key that chooses it, `hinweis` says it should be rare,
 * `gruppe` what it is one of: the Modul of a kind of post, `persoenlich` or `sachlich` of a reason why one is vacant, `verweis`
 * of a result that leads elsewhere.
 */
export type Kode = {
  readonly code: string;
  readonly name: string;
  readonly kurz: string;
  readonly taste: string | null;
  readonly hinweis: boolean;
  readonly gruppe: string | null;
  /** First and last day it may be chosen for (ISO), the last one null while it goes on. */
  readonly ab: string;
  readonly bis: string | null;
};

/** All lists, each in its own order. */
export type Codelisten = Readonly<Record<Liste, readonly Kode[]>>;

/** A code to choose: open as long as it is in force. */
export type Kodewahl = Kode & Choice;

/**
 * A whole list as it is on a day. For a day before the list began it is as on its first: consultations of old lists are older
 * than the code lists.
 */
export function wahlAm(list: readonly Kode[], day: string): Kodewahl[] {
  const [begin = day] = list.map((k) => k.ab).toSorted();
  const at = day < begin ? begin : day;
  return list.map((k) => ({ ...k, value: k.code, open: k.ab <= at && (k.bis === null || at <= k.bis) }));
}

/** The codes that may be chosen for this day, and `kept`, which the record already has. */
export const kodesAm = (list: readonly Kode[], day: string, kept: readonly string[] = []): Kodewahl[] =>
  offered(wahlAm(list, day), kept);

/** The words of a code; a code that no list knows stands for itself. "" for none. */
export const nameOf = (list: readonly Pick<Kode, "code" | "name">[], code: string | null | undefined): string =>
  list.find((k) => k.code === code)?.name ?? code ?? "";

/** The short words of a code. */
export const kurzOf = (list: readonly Kode[], code: string | null | undefined): string =>
  list.find((k) => k.code === code)?.kurz ?? code ?? "";
