import type { Codes, Verzeichnis } from "../woerter/verzeichnis.ts";
import type { Gezaehlt } from "./ueberschneidungen.ts";
import type { Abweichung, Entscheidungen, Zeile } from "./typen.ts";
import type { Wortzaehler } from "./wortzaehler.ts";

/** What all tables of a file share while they are read. */
export type Lauf = {
  readonly verzeichnis: Verzeichnis;
  readonly codes: Codes;
  readonly entscheidungen: Entscheidungen;
  readonly heute: string | null;
  readonly zaehler: Wortzaehler;
  /** Rows of tallies with what they count; added up when all of them are read. */
  readonly gezaehlt: Gezaehlt[];
  readonly abweichungen: Abweichung[];
  /** Taken rows by everything they say, to find the ones that say it again. */
  readonly gesehen: Map<string, { readonly blatt: string; readonly zeile: number }>;
  readonly zeilenentscheidungen: ReadonlyMap<string, "uebernehmen" | "weglassen">;
};

export const zeilenName = (blatt: string, zeile: number): string => `${blatt}!${zeile}`;

export const NONE: readonly never[] = [];
export const shared = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);

export const WEGGELASSEN = "von Ihnen weggelassen";

/** A row of which nothing is taken although it may say something: it waits until somebody leaves it out. */
export function ungeklaert(zeile: Zeile, { zeilenentscheidungen }: Pick<Lauf, "zeilenentscheidungen">): Zeile {
  if (zeilenentscheidungen.get(zeilenName(zeile.blatt, zeile.zeile)) === "weglassen") {
    return { ...zeile, grund: WEGGELASSEN, zellen: zeile.zellen.replaceAll("w", "v") };
  }
  return { ...zeile, probleme: [{ spalte: "Zeile", buchstabe: null, wert: "", grund: zeile.grund }] };
}

/** A row with nothing wrong and nothing taken. */
export const leereZeile = (
  blatt: string,
  zeile: number,
  tabelle: string | null,
  grund: string,
  zellen: string,
): Zeile => ({
  blatt,
  zeile,
  tabelle,
  kennung: null,
  kennungAlt: null,
  stand: "ohne_daten",
  grund,
  zellen,
  probleme: NONE,
  hinweise: NONE,
  beratung: null,
  wiederholt: null,
});
