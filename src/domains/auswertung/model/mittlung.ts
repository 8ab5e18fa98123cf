import type { Kreuztafel } from "./kreuz.ts";
import { type Zelle, etwas, groesseZuerst, summeOf } from "./zelle.ts";

/** Who made it possible that people understood each other; codes of `ref.verstaendigung`. */
export const MITTLUNG = {
  sprachmittlung: "Sprachmittlung vor Ort",
  telefondolmetschen: "Telefon oder Video",
  cm_spricht_sprache: "Beratende spricht die Sprache",
} as const;
export const MITTELND = [
  "sprachmittlung",
  "telefondolmetschen",
  "cm_spricht_sprache",
] as const satisfies readonly (keyof typeof MITTLUNG)[];

/** Nobody interpreted who was there for it: a device, relatives, a child, or nobody at all. */
const UNGEDECKT = ["uebersetzungsgeraet", "angehoerige", "kind_dolmetscht", "nicht_moeglich"];

/** Consultations in a language that needed help to understand each other: how many, by whom, and how many went without. */
export type Mittlungszeile = {
  readonly sprache: string;
  readonly gebraucht: Zelle;
  readonly ungedeckt: Zelle;
} & Readonly<Record<(typeof MITTELND)[number], Zelle>>;

/**
 * The need of each language, of what a table of languages by understanding tells: a sum of which one part is not told is not told. The
 * one with the most consultations that went without comes first. Consultations in German, and those that say nothing, need nothing.
 */
export const mittlungOf = (t: Kreuztafel): Mittlungszeile[] =>
  t.zeilen
    .filter((sprache) => sprache !== "")
    .map((sprache): Mittlungszeile => {
      const sum = (how: readonly string[]) => summeOf(how.map((one) => t.wert(sprache, one)));
      return {
        sprache,
        gebraucht: sum([...MITTELND, ...UNGEDECKT]),
        sprachmittlung: sum(["sprachmittlung"]),
        telefondolmetschen: sum(["telefondolmetschen"]),
        cm_spricht_sprache: sum(["cm_spricht_sprache"]),
        ungedeckt: sum(UNGEDECKT),
      };
    })
    .filter(({ gebraucht }) => etwas(gebraucht))
    .toSorted(
      (a, b) =>
        groesseZuerst(a.ungedeckt, b.ungedeckt) ||
        groesseZuerst(a.gebraucht, b.gebraucht) ||
        (a.sprache < b.sprache ? -1 : 1),
    );
