import { frageWort } from "../../muki/model/anruf.ts";
import type { Kreuztafel } from "./kreuz.ts";
import { type Zelle, groesseZuerst } from "./zelle.ts";

export { frageWort };

/** Who called the phone hour: families are counselled; professionals ask, which is a contact and no consultation. */
export const ANRUFENDE = { familie: "Familien", fachkraft: "Fachkräfte" } as const;
type Anrufende = keyof typeof ANRUFENDE;

/** Calls with one question, or about a child that speaks one language. */
export type Anrufzeile = { readonly code: string } & Readonly<Record<Anrufende, Zelle>>;

/** The calls of a period: all of them, by what was asked (adds up), and by the child's languages (do not: a child may have several). */
export type Anrufe = Readonly<Record<Anrufende, Zelle>> & {
  readonly fragen: readonly Anrufzeile[];
  readonly sprachen: readonly Anrufzeile[];
};

/** What two tables tell of the calls, the most frequent first; null: there was none. */
export function anrufeOf(fragen: Kreuztafel, sprachen: Kreuztafel): Anrufe | null {
  if (fragen.spalten.length === 0) return null;
  const zeilen = (t: Kreuztafel): Anrufzeile[] =>
    t.spalten
      .map((code) => ({ code, familie: t.wert("familie", code), fachkraft: t.wert("fachkraft", code) }))
      .toSorted(
        (a, b) =>
          groesseZuerst(a.familie, b.familie) || groesseZuerst(a.fachkraft, b.fachkraft) || (a.code < b.code ? -1 : 1),
      );
  return {
    familie: fragen.summe("familie"),
    fachkraft: fragen.summe("fachkraft"),
    fragen: zeilen(fragen),
    sprachen: zeilen(sprachen),
  };
}
