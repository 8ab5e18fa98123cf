import type { Spalte } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import type { Blattzeile, Zelle } from "../leser/zelle.ts";

/** Signs that may be a mark, a stroke or “none”. */
const SIGN = /^[/\\*+.?x×X]$/u;
const CROSS = /^[xX×✓✔☑☒✗✘●]$/u;
const STROKE = /^[/\\]$/u;
const ASKED = /^\?+$/u;

type Spaltenbild = { digits: boolean; crosses: boolean };

/**
 * What signs mean in each column of a table: beside numbers a sign is no count, beside crosses a stroke is no cross. Cells
 * whose sign is unclear are not counted but asked about.
 */
export class Zeichenregel {
  private readonly bilder = new Map<number, Spaltenbild>();
  private readonly crosses: boolean;

  constructor(zeilen: readonly Blattzeile[], spalten: readonly Spalte[]) {
    const counted = spalten.filter(({ bedeutung }) => ZAEHLEND.has(bedeutung));
    for (const { zellen } of zeilen) {
      for (const { index } of counted) {
        const zelle = zellen[index] ?? null;
        if (zelle === null) continue;
        const bild = this.bilder.get(index) ?? { digits: false, crosses: false };
        if (/^\d/u.test(String(zelle)) && (zaehlwert(zelle) ?? 0) > 1) bild.digits = true;
        if (typeof zelle === "string" && CROSS.test(zelle)) bild.crosses = true;
        this.bilder.set(index, bild);
      }
    }
    this.crosses = [...this.bilder.values()].some(({ crosses }) => crosses);
  }

  /** Whether nobody can tell what the sign in this cell says. */
  unklar(index: number, zelle: Zelle, summen: boolean): boolean {
    if (typeof zelle !== "string" || zelle.length > 3) return false;
    if (ASKED.test(zelle)) return true;
    if (summen) return this.bilder.get(index)?.digits === true && SIGN.test(zelle);
    return this.crosses && STROKE.test(zelle);
  }
}

const ZAEHLEND = new Set<Spalte["bedeutung"]>(["anzahl", "kreuz", "neuzuweisung"]);
