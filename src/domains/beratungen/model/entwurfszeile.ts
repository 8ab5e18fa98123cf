import { tagText } from "../../../platform/span.ts";
import { anzahl } from "../../../platform/words.ts";
import { uhrzeit } from "./texte.ts";

const DAY_MS = 86_400_000;
const BERLIN = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short" });

/** How many days lie between an instant and a day (ISO) in Germany. */
const daysAgo = (at: Date, heute: string): number =>
  Math.round((Date.parse(heute) - Date.parse(BERLIN.format(at))) / DAY_MS);

/** When something was begun, as one says it: "heute 14:18", "gestern 09:12", "am 20.11.2026, vor 9 Tagen". */
export function angefangenAm(at: Date, heute: string): string {
  const days = daysAgo(at, heute);
  if (days <= 0) return `heute ${uhrzeit(at)}`;
  if (days === 1) return `gestern ${uhrzeit(at)}`;
  return `am ${tagText(BERLIN.format(at))}, vor ${days} Tagen`;
}

/** What is known of a draft: when it was last typed into, for which day (ISO, "" for none), in which words, how many rows of a list. */
export type Entwurfsstand = {
  readonly geaendert: Date;
  readonly am: string;
  readonly worte: readonly string[];
  readonly zeilen: number;
};

/** A draft in one line: "heute 14:18, Wohnen, Arabisch". The day it is for is told where it is another. */
export function entwurfszeile({ geaendert, am, worte, zeilen }: Entwurfsstand, heute: string): string {
  return [
    angefangenAm(geaendert, heute),
    am === "" || am === BERLIN.format(geaendert) ? "" : `für ${tagText(am)}`,
    ...worte,
    zeilen === 0 ? "" : anzahl(zeilen, "Zeile", "Zeilen"),
  ]
    .filter((part) => part !== "")
    .join(", ");
}
