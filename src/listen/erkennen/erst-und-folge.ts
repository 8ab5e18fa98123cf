import { schluessel } from "../woerter/schluessel.ts";
import type { Spalte } from "./typen.ts";

const GRUND = "Erste und weitere zusammen sind die Zahl der Beratungen";
const WAS = "(?: ?(?:beratung|gespraech|kontakt|termin)(?:en|e)?)?";
/** Two heads that share all consultations between them. */
const PAARE = [
  [`erst${WAS}`, `(?:folge|weiter|zweit|wiederholungs)${WAS}`],
  [`(?:neu|neue|neu${WAS})`, `(?:alt|alte|bekannt|bekannte|wiederkehrer)`],
].map((pair) => pair.map((word) => new RegExp(`^${word}$`)));

/** Below this nobody knows what a column is: “Erst” may begin a day of the first contact. */
const KNOWN = 0.6;

/** “Erst | Folge” below each Kommune, or alone: where nothing else says the number of consultations, it is both together. */
export function erstUndFolge(spalten: readonly Spalte[]): Spalte[] {
  const frames = Map.groupBy(spalten, ({ rahmen }) => rahmen?.wort ?? "");
  const found = new Set(
    [...frames.values()].flatMap((own) => {
      const counts = own.some(({ bedeutung }) => bedeutung === "anzahl" || bedeutung === "summe");
      const pair = PAARE.map((words) =>
        words.map((word) => own.filter((s) => s.sicherheit < KNOWN && !s.entschieden && word.test(schluessel(s.wort)))),
      ).find((both) => both.every((list) => list.length === 1));
      return counts || pair === undefined ? [] : pair.flat();
    }),
  );
  return spalten.map((s): Spalte => (found.has(s) ? { ...s, bedeutung: "anzahl", sicherheit: 0.8, grund: GRUND } : s));
}
