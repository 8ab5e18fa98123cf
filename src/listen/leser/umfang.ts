import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import type { Zelle } from "./zelle.ts";

/** What the sheets of one file fill together. Counted before it is allocated. @throws Unlesbar from the limits on */
export class Umfang {
  private zeilen = 0;
  private zellen = 0;
  private zeichen = 0;
  private bereiche = 0;

  row(): void {
    this.zeilen += 1;
    if (this.zeilen > GRENZEN.zeilen + GRENZEN.spielraum) throw new Unlesbar("zu_viele_zeilen");
  }

  /** `count` places of a row, the empty ones before a filled one included, whose last is column `column` (from 0). */
  cells(count: number, column: number): void {
    this.zellen += count;
    if (column >= GRENZEN.spalten || this.zellen > GRENZEN.zellen) throw new Unlesbar("zu_breit");
  }

  /** What stands in a cell; a text counts each time it is pointed to, because every row carries it on. */
  value(cell: Zelle): void {
    const text = typeof cell === "string" ? cell : typeof cell === "object" && cell?.art === "fehler" ? cell.wert : "";
    if (text.length > GRENZEN.zelle) throw new Unlesbar("zu_lang");
    this.zeichen += text.length;
    if (this.zeichen > GRENZEN.zeichen) throw new Unlesbar("zu_schwer");
  }

  merged(): void {
    this.bereiche += 1;
    if (this.bereiche > GRENZEN.zeilen) throw new Unlesbar("zu_breit");
  }
}
