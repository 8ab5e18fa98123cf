import { readCsv } from "../leser/csv.ts";
import { Unlesbar } from "../leser/unlesbar.ts";
import { decodeText } from "../leser/zeichensatz.ts";
import { zellText } from "../leser/zelle.ts";
import { WORTARTEN, type Wortentscheidung } from "./verzeichnis.ts";

/** A file of words is no list of consultations. */
const LARGEST = 1024 * 1024;
const MOST = 20_000;
/** Heads of its columns; `code` is empty for a word that stands for nothing. */
export const WORTSPALTEN = ["art", "wort", "code"];
const FALSCH =
  "Die Datei ist keine Wortliste aus KIM: Die erste Zeile muss „art;wort;code“ heißen, je Zeile folgt ein Wort.";

/** Decided words of a file that a Träger handed on. @throws Unlesbar with what is wrong, a line of a kind that there is none included */
export function liesWortdatei(bytes: Uint8Array): Wortentscheidung[] {
  if (bytes.length > LARGEST) throw new Unlesbar("zu_gross", "Die Wortliste ist größer als 1 MB.");
  const [head, ...rows] = readCsv(decodeText(bytes).text, "Wörter").zeilen;
  const heads = head?.zellen.map((zelle) => zellText(zelle).toLowerCase()) ?? [];
  const [art, wort, code] = WORTSPALTEN.map((name) => heads.indexOf(name));
  if (art === undefined || wort === undefined || code === undefined || Math.min(art, wort, code) < 0) {
    throw new Unlesbar("keine_liste", FALSCH);
  }
  if (rows.length > MOST) throw new Unlesbar("zu_viele_zeilen", "Die Wortliste hat mehr als 20.000 Zeilen.");
  return rows.map(({ nr, zellen }) => {
    const [name, word, to] = [art, wort, code].map((at) => zellText(zellen[at]).trim());
    const spalte = WORTARTEN.find((one) => one === name);
    if (spalte === undefined || word === undefined || word === "") {
      throw new Unlesbar("keine_liste", `Zeile ${nr} der Wortliste nennt keine Art, die es gibt, oder kein Wort.`);
    }
    return { spalte, wort: word, code: to === undefined || to === "" ? null : to };
  });
}
