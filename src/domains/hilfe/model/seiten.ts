/** Which chapter tells of which pages, by the beginning of their addresses; the longest that fits counts. */
const KAPITEL_ZU: readonly (readonly [beginning: string, kapitel: string])[] = [
  ["/beratungen", "liste-und-korrektur"],
  ["/beratungen/neu", "beratung-erfassen"],
  ["/beratungen/liste-erfassen", "vom-zettel"],
  ["/personen", "personen"],
  ["/faelle", "faelle"],
  ["/vertretung", "vertretung"],
  ["/vertretungen", "vertretung"],
  ["/uebernahmen", "alte-listen-uebernehmen"],
  ["/auswertung", "auswertung"],
  ["/berichte", "halbjahresbericht"],
  ["/stellen", "stellen"],
  ["/protokoll", "protokoll"],
  ["/verwaltung", "verwaltung"],
  ["/konto", "anmelden"],
];

const FIRST = "erste-schritte";

/** The chapter for the page at a path; of the handbook itself none. */
export function kapitelZu(path: string): string | undefined {
  if (path === "/hilfe" || path.startsWith("/hilfe/")) return undefined;
  const fitting = KAPITEL_ZU.filter(([beginning]) => path === beginning || path.startsWith(`${beginning}/`));
  return fitting.toSorted(([a], [b]) => b.length - a.length)[0]?.[1] ?? FIRST;
}
