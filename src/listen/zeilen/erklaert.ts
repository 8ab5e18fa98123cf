import { type Zelle, zellText } from "../leser/zelle.ts";
import { teile } from "../woerter/mehrere.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import type { Spaltenplan } from "./spaltenplan.ts";

/** “AU” may be a day of illness; not where the list says that it is a theme. */
export function isErklaert(cells: readonly Zelle[], plan: Spaltenplan, verzeichnis: Verzeichnis): boolean {
  const words = plan.alle("thema").flatMap(({ index }) => teile(zellText(cells[index])));
  return words.length > 0 && words.every((wort) => verzeichnis.erklaert("thema", wort) !== undefined);
}
