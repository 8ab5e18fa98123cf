import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { liesWortliste } from "../model/wortliste.ts";
import { Unlesbar, WORTARTEN, type Wortentscheidung, merkwort } from "../../../listen/index.ts";
import { optionenOf } from "../queries/kontext.ts";
import { gemerkteWoerter, keepWords } from "../rows/woerter-gemerkt.ts";

/**
 * Takes the words over that another Träger decided. What is decided here already stays; a code that there is none of in this
 * Kreis (a Kommune of another one) is left out. Returns how many words are new.
 * @throws Refused for a file that is none of words
 */
export async function importWords(tx: Tx, actor: Actor, bytes: Uint8Array): Promise<number> {
  const words = wordsIn(bytes);
  const known = new Set((await gemerkteWoerter(tx, actor)).map(({ spalte, wort }) => merkwort(spalte, wort)));
  const codes = new Set<string>();
  for (const art of WORTARTEN) for (const { code } of await optionenOf(tx, art)) codes.add(`${art}/${code}`);
  const fresh = words.filter(
    ({ spalte, wort, code }) => !known.has(merkwort(spalte, wort)) && (code === null || codes.has(`${spalte}/${code}`)),
  );
  await keepWords(tx, actor, fresh, []);
  await recordEvent(tx, actor, { art: "woerter.uebernommen", gegenstand: { art: "traeger", id: actor.traegerId } });
  return new Set(fresh.map(({ spalte, wort }) => merkwort(spalte, wort))).size;
}

function wordsIn(bytes: Uint8Array): Wortentscheidung[] {
  try {
    return liesWortliste(bytes);
  } catch (error) {
    throw error instanceof Unlesbar ? new Refused(error.message, "datei") : error;
  }
}
