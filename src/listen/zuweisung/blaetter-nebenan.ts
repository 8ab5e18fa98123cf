/**
 * The program that takes a short file apart into its sheets, in a process of its own: a line of JSON comes in, then the bytes; a line of
 * JSON goes out. What a file does to its reader it does here.
 */
import { buffer } from "node:stream/consumers";
import { readDatei } from "../leser/read-datei.ts";
import { Unlesbar } from "../leser/unlesbar.ts";
import type { Blattantwort } from "./blaetter.ts";

const LINE_END = 10;
/** Rows of all sheets together: a list of people, not of years. */
const MOST = 2000;

async function answer(): Promise<Blattantwort> {
  const sent = await buffer(process.stdin);
  try {
    const blaetter = await readDatei(sent.subarray(sent.indexOf(LINE_END) + 1), "Liste");
    if (blaetter.reduce((sum, { zeilen }) => sum + zeilen.length, 0) > MOST)
      throw new Unlesbar("zu_viele_zeilen", "Die Liste hat mehr als 2.000 Zeilen. Teilen Sie sie auf.");
    return { art: "blaetter", blaetter };
  } catch (error) {
    if (error instanceof Unlesbar) return { art: "unlesbar", grund: error.art, satz: error.message };
    throw error;
  }
}

process.stdout.write(`${JSON.stringify(await answer())}\n`);
