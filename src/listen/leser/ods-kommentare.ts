import { GRENZEN, Unlesbar } from "./unlesbar.ts";
import { type Kommentar, reinerText } from "./zelle.ts";

const ANMERKUNG = "annotation";

/** Collects the remarks on the cells of a sheet; who wrote one, and when, stands beside its text and is left out. */
export class OdsKommentare {
  private found: Kommentar[] = [];
  private text: string | undefined;
  private inText = 0;

  open(name: string, isInCell: boolean): void {
    if (name === ANMERKUNG && isInCell) this.text = "";
    else if (this.text !== undefined && name === "p") {
      this.inText += 1;
      if (this.text !== "") this.text += "\n";
    }
  }

  add(piece: string): void {
    if (this.text === undefined || this.inText === 0) return;
    this.text += piece;
    if (this.text.length > GRENZEN.zelle) throw new Unlesbar("zu_lang");
  }

  close(name: string, zeile: number, spalte: number): void {
    if (this.text === undefined) return;
    if (name === "p" && this.inText > 0) this.inText -= 1;
    if (name !== ANMERKUNG) return;
    if (this.found.length >= GRENZEN.verweise) throw new Unlesbar("bombe");
    this.found.push({ zeile, spalte, text: reinerText(this.text) });
    this.text = undefined;
    this.inText = 0;
  }

  /** Those of the sheet that ends; the next one begins without. */
  desBlatts(): readonly Kommentar[] {
    const own = this.found;
    this.found = [];
    return own;
  }
}
