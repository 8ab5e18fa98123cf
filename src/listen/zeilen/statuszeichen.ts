import type { Spalte } from "../erkennen/typen.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Problem } from "./typen.ts";
import { problem } from "./zugriff.ts";

/** Heads below which programs keep in what state a record is. */
const STATUS = /^(?:stat|status|kz|kennz|kennzeichen|storno|stornokz|zustand|loeschkz)$/;
/** A sign whose meaning only the program knows. */
const ZEICHEN = /^[\p{L}\d]{1,2}$/u;
/** So many rows have another sign: it is the usual one. */
const SELTEN = 1 / 3;

/** Finds rows that a list gives another state than most, by a sign that it does not explain. */
export class Statuszeichen {
  private readonly seltene: readonly { readonly spalte: Spalte; readonly texte: ReadonlySet<string> }[];

  constructor(spalten: readonly Spalte[], rows: readonly Blattzeile[]) {
    const asked = spalten.filter(
      ({ wort, bedeutung, entschieden }) => bedeutung === "ohne" && !entschieden && STATUS.test(schluessel(wort)),
    );
    this.seltene = asked.flatMap((spalte) => {
      const told = rows.map(({ zellen }) => zellText(zellen[spalte.index])).filter((text) => ZEICHEN.test(text));
      const same = [...Map.groupBy(told, (text) => text)].filter(([, list]) => list.length <= told.length * SELTEN);
      return same.length === 0 ? [] : [{ spalte, texte: new Set(same.map(([text]) => text)) }];
    });
  }

  an(cells: readonly Zelle[]): Problem | null {
    for (const { spalte, texte } of this.seltene) {
      const text = zellText(cells[spalte.index]);
      const grund = `Was „${text}“ unter „${spalte.kopf}“ heißt, steht nicht in der Liste. Zählt die Zeile?`;
      if (texte.has(text)) return { ...problem(spalte, text, grund), doch: true };
    }
    return null;
  }
}
