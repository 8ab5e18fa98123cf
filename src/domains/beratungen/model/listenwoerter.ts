import { compareNames } from "../../../platform/words.ts";
import { type Codelisten, type Kode, kurzOf, nameOf } from "../../codelisten/model/codelisten.ts";
import { STUFE_KURZ } from "./texte.ts";

/** What of a consultation stands in the list. */
type Zeile = {
  readonly stufe: string;
  readonly themen: readonly string[];
  readonly sprache: string | null;
  readonly ergebnis: string | null;
  readonly ags: string;
};

/** What the list says for the codes of a consultation, on the page and in the file, and in which order those words stand. */
export type Listenwoerter = Readonly<
  Record<"themen" | "stufe" | "ergebnis" | "sprache" | "kommune", (b: Zeile) => string>
> & {
  /** Sorted when it is asked for: only a list in the order of its words needs one of them. */
  readonly folge: Readonly<Record<"sprache" | "ergebnis" | "kommune", readonly string[]>>;
};

type Ort = { readonly value: string; readonly name: string };

const byWord = <T>(all: readonly T[], word: (one: T) => string): readonly T[] =>
  all.toSorted((a, b) => compareNames(word(a), word(b)));

const codesBy = (list: readonly Kode[], word: (k: Kode) => string): string[] =>
  byWord(list, word).map(({ code }) => code);

/** `orte`: the Kommunen, closed ones included. */
export function listenwoerter(listen: Codelisten, orte: readonly Ort[]): Listenwoerter {
  // Short, as in the figures: "an Jobcenter" leads there.
  const ergebnisse = listen.ergebnis.map((k) => ({ ...k, name: k.gruppe === "verweis" ? `an ${k.kurz}` : k.kurz }));
  return {
    themen: (b) => b.themen.map((t) => kurzOf(listen.handlungsfeld, t)).join(", "),
    stufe: (b) => STUFE_KURZ[b.stufe] ?? b.stufe,
    ergebnis: (b) => nameOf(ergebnisse, b.ergebnis),
    sprache: (b) => nameOf(listen.sprache, b.sprache),
    kommune: (b) => orte.find((k) => k.value === b.ags)?.name ?? b.ags,
    folge: {
      get sprache() {
        return codesBy(listen.sprache, (k) => k.name);
      },
      get ergebnis() {
        return codesBy(ergebnisse, (k) => k.name);
      },
      get kommune() {
        return byWord(orte, (k) => k.name).map(({ value }) => value);
      },
    },
  };
}
