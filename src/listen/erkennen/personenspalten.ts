import { schluessel } from "../woerter/schluessel.ts";
import { readWortliste, wortsorten } from "../woerter/wortliste.ts";
import type { Rohspalte } from "./kreuz.ts";

/** Words for kinds of persons that lists count: women, men, children, families. */
const GRUPPEN = new Set(wortsorten(readWortliste("personen", { als: ["wort"], codes: ["gruppe"] }), "gruppe").wort);

/** Whether a head names a kind of persons, and not how many came in all. */
export const isPersonengruppe = (wort: string): boolean =>
  GRUPPEN.has(
    schluessel(wort)
      .replace(/^davon /u, "")
      .replace(ALTER, ""),
  );
/** “Kinder u. 18”, “Kinder bis 6 Jahre”, “Erwachsene (18-27)”: how old they are. */
const ALTER = /(?: (?:u|unter|bis|ab|ueber|von|zwischen))?(?: \d{1,2}){1,2}(?: (?:j|jahren?))?$/u;

/**
 * Columns that count persons by kind. One of these words alone may be a theme (“Kinder”); two of them beside each other
 * with marks or numbers below are persons.
 */
export function findPersonenspalten(spalten: readonly Rohspalte[]): ReadonlySet<number> {
  const named = spalten.filter(({ wort, profil }) => isPersonengruppe(wort) && profil.zaehlwerte > 0.5);
  return new Set(named.length < 2 ? [] : named.map(({ index }) => index));
}
