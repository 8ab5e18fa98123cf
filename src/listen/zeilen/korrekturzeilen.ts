import type { Bedeutung, Spalte } from "../erkennen/typen.ts";
import { type Blattzeile, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** What tells which row it is. */
const NAME = new Set<Bedeutung>(["datum", "bis", "monat", "woche", "jahr", "kommune", "thema"]);
const SAGT = new Set<Bedeutung>([...NAME, "notiz", "ohne"]);
/** “März (korr.)”, “neue Zahlen”: the row stands for another one. */
const KORREKTUR =
  /(?<![a-z])(?:korr|korrigiert\w*|korrektur|berichtigt\w*|berichtigung|richtiggestellt|aktualisiert\w*|(?:neue|richtige) zahl(?:en)?|neu gezaehlt|ersetzt)(?![a-z])/gu;
const LONGEST = 120;

/** Rows of a tally that another one corrects: which of both counts, a person says, and until then neither does. */
export class Korrekturzeilen {
  private readonly namen: readonly Spalte[];
  private readonly gefragt: ReadonlyMap<number, number>;

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
    this.namen = spalten.filter(({ bedeutung }) => NAME.has(bedeutung));
    const said = spalten.filter(({ bedeutung }) => SAGT.has(bedeutung));
    const isKorrektur = ({ zellen }: Blattzeile) =>
      said.some(({ index }) => {
        const zelle = zellen[index];
        return typeof zelle === "string" && zelle.length <= LONGEST && schluessel(zelle).search(KORREKTUR) !== -1;
      });
    const found = new Map<number, number>();
    const corrections = this.namen.length === 0 ? [] : rows.filter(isKorrektur);
    for (const one of corrections) {
      const name = this.name(one);
      for (const other of rows) {
        if (other.nr === one.nr || name === "" || this.name(other) !== name) continue;
        found.set(other.nr, one.nr);
        found.set(one.nr, other.nr);
      }
    }
    this.gefragt = found;
  }

  private name({ zellen }: Blattzeile): string {
    const parts = this.namen.map(({ index }) =>
      schluessel(zellText(zellen[index])).replaceAll(KORREKTUR, "").replaceAll(/\s+/gu, " ").trim(),
    );
    return parts.every((part) => part === "") ? "" : parts.join("\n");
  }

  an({ nr, zellen }: Blattzeile): Problem | null {
    const other = this.gefragt.get(nr);
    const [spalte] = this.namen;
    if (other === undefined || spalte === undefined) return null;
    const grund = `Zeile ${Math.max(nr, other)} berichtigt Zeile ${Math.min(nr, other)}. Welche von beiden zählt?`;
    return { ...problem(spalte, zellen[spalte.index], grund), doch: true };
  }
}
