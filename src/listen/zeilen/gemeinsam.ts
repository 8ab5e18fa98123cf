import type { Tabelle } from "../erkennen/typen.ts";
import type { Codes } from "../woerter/verzeichnis.ts";
import { fastGleich, mitFastgleich, personenVon, tagUndOrt } from "./fast-gleich.ts";
import type { Beratungszeile, Zeile } from "./typen.ts";

/** Day, place, who came, about what and how long: everything but the words in which each wrote it down. */
const woran = (b: Beratungszeile): string =>
  [tagUndOrt(b), personenVon(b), b.themen.toSorted().join(","), b.dauerMin].join("/");

/**
 * Holds what stands on the sheets of two colleagues: what they did together each of them wrote down, in words of her own. The first
 * counts. Without names nobody can tell: two colleagues counsel on one day about one thing. `gewollt`: a person decided to take the row.
 */
export function ohneGemeinsame(
  zeilen: readonly Zeile[],
  tabellen: readonly Tabelle[],
  codes: Pick<Codes, "handlungsfeld" | "kontaktweg">,
  gewollt: (zeile: Zeile) => boolean,
): readonly Zeile[] {
  const beratend = new Set(
    tabellen.flatMap(({ kontext, schluessel }) => (kontext.blattname === "beratend" ? [schluessel] : [])),
  );
  if (beratend.size < 2) return zeilen;
  const first = new Map<
    string,
    { readonly blatt: string; readonly zeile: number; readonly beratung: Beratungszeile }
  >();
  return zeilen.map((row) => {
    const { beratung, blatt, zeile, tabelle, stand } = row;
    if (stand !== "uebernommen" || beratung === null || tabelle === null || !beratend.has(tabelle)) return row;
    if (beratung.personen.length === 0) return row;
    const key = woran(beratung);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, { blatt, zeile, beratung });
      return row;
    }
    if (before.blatt === blatt || gewollt(row)) return row;
    const wo = `Zeile ${before.zeile} im Blatt „${before.blatt}“`;
    const fast = fastGleich(beratung, [{ wo, zeile: before.beratung }], codes);
    return fast === undefined ? row : mitFastgleich(row, fast);
  });
}
