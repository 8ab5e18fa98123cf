import type { Codes, Verzeichnis } from "../woerter/verzeichnis.ts";
import type { Gezaehlt } from "./ueberschneidungen.ts";
import type { Abweichung, Entscheidungen, Zeile, Zeilenspanne, Zwischentitel } from "./typen.ts";
import type { Angabe } from "./mehr-spalten.ts";
import type { Unterschiede } from "./kennung.ts";
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
  readonly zwischentitel: Zwischentitel[];
  /** What a person should know of how a table was read. */
  readonly hinweise: string[];
  /** Taken rows by everything they say, to find the ones that say it again. */
  readonly gesehen: Map<string, Pick<Gesehen, "blatt" | "zeile">>;
  /** The same without what tells them apart, where the file has several tables. */
  readonly anderswo: Map<string, readonly Gesehen[]> | null;
  /** What each table has columns for that another one lacks. */
  readonly mehr: ReadonlyMap<string, readonly ReadonlySet<Angabe>[]>;
  readonly zeilenentscheidungen: ReadonlyMap<string, "uebernehmen" | "weglassen">;
  /** What colours mean, where the file explains them. */
  readonly farben: ReadonlyMap<string, string>;
  /** Short forms by which the file says that nobody counselled. */
  readonly frei: ReadonlySet<string>;
  /** Whom rows are about, where somebody said so. */
  readonly personen: ReadonlyMap<string, string>;
  readonly genommen: Genommen;
  /** Rows of the file may be there already, brought by an earlier list. */
  readonly fruehere: boolean;
};

/** A row that was read, with what tells it from others that say the same. */
type Gesehen = {
  readonly blatt: string;
  readonly zeile: number;
  readonly tabelle: string;
  readonly parts: Unterschiede;
  /** Tables that repeated it with more columns. */
  readonly kopien: Set<string>;
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

/** The rows of each table that were taken over before. */
export type Genommen = ReadonlyMap<string, ReadonlySet<number>>;

export function genommenVon(spannen: readonly Zeilenspanne[]): Genommen {
  const found = new Map<string, Set<number>>();
  for (const { tabelle, von, bis } of spannen) {
    const rows = found.get(tabelle) ?? new Set<number>();
    found.set(tabelle, rows);
    for (let nr = von; nr <= bis; nr++) rows.add(nr);
  }
  return found;
}

/** The rows of a table as spans, for keeping them: those taken before and the ones that are taken now. */
export function spannenVon(
  zeilen: readonly Pick<Zeile, "tabelle" | "zeile" | "stand">[],
  genommen: readonly Zeilenspanne[],
): Zeilenspanne[] {
  const rows = new Map([...genommenVon(genommen)].map(([tabelle, all]) => [tabelle, new Set(all)]));
  for (const { tabelle, zeile, stand } of zeilen) {
    if (tabelle === null || stand !== "uebernommen") continue;
    rows.set(tabelle, (rows.get(tabelle) ?? new Set<number>()).add(zeile));
  }
  return [...rows].flatMap(([tabelle, all]) => {
    const spans: { tabelle: string; von: number; bis: number }[] = [];
    for (const nr of [...all].toSorted((a, b) => a - b)) {
      const last = spans.at(-1);
      if (last?.bis === nr - 1) last.bis = nr;
      else spans.push({ tabelle, von: nr, bis: nr });
    }
    return spans;
  });
}

export const GENOMMEN = "aus dieser Liste schon übernommen";

/** A row that was taken over before: its cells are where they were put then, and what it lost then is settled. */
export const erledigt = (zeile: Zeile): Zeile => ({
  ...leereZeile(zeile.blatt, zeile.zeile, zeile.tabelle, GENOMMEN, zeile.zellen.replaceAll(/[wz]/gu, "v")),
});

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
  person: null,
  wiederholt: null,
  fastGleich: null,
});
