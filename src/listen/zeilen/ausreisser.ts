import type { Bedeutung, Spalte } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Blattzeile, type Zelle } from "../leser/zelle.ts";
import { summenwort } from "../erkennen/kopf.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

const ZAEHLT = new Set<Bedeutung>(["anzahl", "kreuz", "neuzuweisung"]);
/** Smaller numbers vary. */
const LEAST = 100;
/** So many times what is usual in the column is a slip of the pen, or another thing. */
const TIMES = 12;
const LEAST_OTHERS = 3;
const ZU_VIEL = "Das ist weit mehr als in den anderen Zeilen. Stimmt die Zahl?";

/** Finds counts that nobody would believe beside the others of their column. */
export class Ausreisser {
  private readonly grenzen: readonly { readonly spalte: Spalte; readonly grenze: number }[];

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
    const data = rows.filter(({ zellen }) => !zellen.some((z) => typeof z === "string" && summenwort(z) !== undefined));
    this.grenzen = spalten
      .filter(({ bedeutung }) => ZAEHLT.has(bedeutung))
      .flatMap((spalte) => {
        const told = data.map(({ zellen }) => zaehlwert(zellen[spalte.index]) ?? 0).filter((n) => n > 0);
        const sorted = told.toSorted((a, b) => a - b);
        const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
        return told.length <= LEAST_OTHERS ? [] : [{ spalte, grenze: Math.max(LEAST, usual * TIMES) }];
      });
  }

  an(cells: readonly Zelle[]): Problem | null {
    for (const { spalte, grenze } of this.grenzen) {
      const zelle = cells[spalte.index];
      if ((zaehlwert(zelle) ?? 0) > grenze) return { ...problem(spalte, zelle, ZU_VIEL), doch: true };
    }
    return null;
  }
}
