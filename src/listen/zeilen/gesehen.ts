import type { Tabelle } from "../erkennen/typen.ts";
import type { Zelle } from "../leser/zelle.ts";
import { isVereinbar, kennungVon, kennungVorher, themenworte, unterschiede } from "./kennung.ts";
import { type Lauf, NONE } from "./lauf.ts";
import type { Angabe } from "./mehr-spalten.ts";
import type { Beratungszeile, Zeile } from "./typen.ts";

/** Day and Kommune; two colleagues' sheets may have rows that say the same, but not of the same person. */
function tagOrtUndWessen({ am, ags, personen }: Beratungszeile, { kontext, blatt }: Tabelle): string {
  const own = kontext.blattname === "beratend" && personen.length === 0;
  return [am, ags, own ? blatt : ""].join("\n");
}

/** Which earlier row of the file says the same, for people. */
export const gleicht = (vorher: { readonly blatt: string; readonly zeile: number }, blatt: string): string =>
  `gleicht Zeile ${vorher.zeile}${vorher.blatt === blatt ? "" : ` im Blatt „${vorher.blatt}“`}`;

/**
 * The earlier row that says the same; numbers that differ, or columns that are not taken over, are two rows. Another table
 * may lack these columns: what both of them have tells rows apart. `print` is without what it is given: `mehr` are the columns
 * that a table has more than another one.
 */
export function seenBefore(
  { gesehen, anderswo, mehr }: Lauf,
  { spalten, blatt, schluessel: tabelle }: Tabelle,
  print: (ohne?: ReadonlySet<Angabe>) => readonly string[],
  cells: readonly Zelle[],
  nr: number,
): Zeile["wiederholt"] {
  const said = print().join("\n");
  const parts = unterschiede(cells, spalten);
  // Within one table two ways to say a theme are two consultations; another table may be a copy in other words.
  const key = [said, ...parts, ...themenworte(cells, spalten)].join("\n");
  if (anderswo === null) {
    const same = gesehen.get(key) ?? null;
    if (same === null) gesehen.set(key, { blatt, zeile: nr });
    return same;
  }
  const shorter = (mehr.get(tabelle) ?? NONE).map((ohne) => print(ohne).join("\n"));
  const elsewhere = (name: string) =>
    anderswo.get(name)?.find((one) => one.tabelle !== tabelle && isVereinbar(one.parts, parts));
  const before = gesehen.get(key) ?? elsewhere(said);
  if (before !== undefined) return { blatt: before.blatt, zeile: before.zeile };
  // A row with more columns is that of another table only once: two visits may differ in nothing but these.
  const copied = elsewhere(COPY + said) ?? shorter.map(elsewhere).find((one) => one?.kopien.has(tabelle) === false);
  const kept = { blatt, zeile: nr, tabelle, parts, kopien: new Set<string>() };
  copied?.kopien.add(tabelle);
  gesehen.set(key, kept);
  const keep = (name: string) => anderswo.set(name, [...(anderswo.get(name) ?? []), kept]);
  keep(said);
  for (const short of shorter) keep(COPY + short);
  return copied === undefined ? null : { blatt: copied.blatt, zeile: copied.zeile };
}

/** Marks the print that a row has without its additional columns. */
const COPY = "kopie ";

/** The prints of a row, and the earlier row of the file that says the same. */
export function erkannt(
  lauf: Lauf,
  tabelle: Tabelle,
  beratung: Beratungszeile,
  worte: readonly string[],
  { cells, nr }: { readonly cells: readonly Zelle[]; readonly nr: number },
) {
  const kennung = kennungVon(beratung, worte);
  const kennungAlt = lauf.fruehere ? kennungVorher(cells, tabelle.spalten) : null;
  const print = (ohne?: ReadonlySet<Angabe>) => [
    ohne === undefined ? kennung : kennungVon(beratung, worte, ohne),
    tagOrtUndWessen(beratung, tabelle),
  ];
  return { kennung, kennungAlt, wiederholt: seenBefore(lauf, tabelle, print, cells, nr) };
}
