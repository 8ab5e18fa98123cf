/** Which chapter tells of which pages, by the beginning of their addresses, `:id` for any record; the longest that fits counts. */
const KAPITEL_ZU: readonly (readonly [beginning: string, kapitel: string])[] = [
  ["/beratungen", "liste-und-korrektur"],
  ["/beratungen/neu", "beratung-erfassen"],
  ["/beratungen/liste-erfassen", "vom-zettel"],
  ["/personen", "personen"],
  ["/personen/:id/familie", "familie"],
  ["/familie", "familie"],
  ...["lebenslage", "aufenthalt", "leistung", "werdegang", "schutzbedarf"].map((part): readonly [string, string] => [
    `/personen/:id/${part}`,
    "lebenslage",
  ]),
  ["/lebenslage", "lebenslage"],
  ["/faelle", "faelle"],
  ["/fristen", "fristen"],
  ["/auslastung", "fristen"],
  ["/termine", "termine"],
  ["/sprechstunden", "termine"],
  ["/kalender", "termine"],
  ...["satzbuch", "sprachmittlungen", "sprachmittelnde", "uebersetzungsgeraete", "uebersetzen"].map(
    (part): readonly [string, string] => [`/${part}`, "verstaendigung"],
  ),
  ["/telefonsprechstunde", "muki"],
  ["/delfin", "muki"],
  ["/zielgruppe", "faelle"],
  ["/faelle/:id/hilfeplan", "hilfeplan"],
  ["/hilfeplan", "hilfeplan"],
  ["/fallbesprechungen", "fallbesprechung"],
  ["/faelle/:id/assessment", "assessment"],
  ["/faelle/assessment", "assessment"],
  ["/faelle/lebensbereich", "assessment"],
  ["/faelle/:id/netzwerk", "assessment"],
  ["/faelle/verbindung", "assessment"],
  ["/uebersetzungen", "verstaendigung"],
  ["/personen/:id/dokumente", "dokumente"],
  ["/dokumente", "dokumente"],
  ["/briefvorlagen", "dokumente"],
  ["/mitbringlisten", "dokumente"],
  ["/einwilligungen", "einwilligungen"],
  ["/einwilligungstexte", "einwilligungen"],
  ["/einbuergerungen", "einbuergerung"],
  ["/personen/:id/einbuergerung", "einbuergerung"],
  ["/rechtslage", "einbuergerung"],
  ["/verweise", "verweise"],
  ["/personen/:id/verweise", "verweise"],
  ["/organisationen", "verweise"],
  ["/angebote", "verweise"],
  ["/neuzuweisungen", "neuzuweisungen"],
  ["/unterkuenfte", "neuzuweisungen"],
  ["/personen/:id/freigaben", "freigaben"],
  ["/freigaben", "freigaben"],
  ["/kopien", "freigaben"],
  ["/uebergabe-angebote", "freigaben"],
  ["/kopie", "freigaben"],
  ["/vertretung", "vertretung"],
  ["/vertretungen", "vertretung"],
  ["/uebernahmen", "alte-listen-uebernehmen"],
  ["/auswertung", "auswertung"],
  ["/berichte", "halbjahresbericht"],
  ["/luecken", "systemluecken"],
  ["/rekonstruktionen", "fallrekonstruktion"],
  ["/massnahmen", "massnahmen"],
  ["/ketten", "massnahmen"],
  ["/konzept", "handlungskonzept"],
  ["/handlungskonzept", "handlungskonzept"],
  ["/gremien", "gremien"],
  ["/stellen", "stellen"],
  ["/protokoll", "protokoll"],
  ["/verwaltung", "verwaltung"],
  ["/konto", "anmelden"],
];

/** The longest first, each in its parts. */
const LONGEST_FIRST = KAPITEL_ZU.toSorted(([a], [b]) => b.length - a.length).map(([beginning, kapitel]) => ({
  parts: beginning.split("/"),
  kapitel,
}));

const FIRST = "erste-schritte";

/** The chapter for the page at a path; of the handbook itself none. */
export function kapitelZu(path: string): string | undefined {
  if (path === "/hilfe" || path.startsWith("/hilfe/")) return undefined;
  const parts = path.split("/");
  const fits = LONGEST_FIRST.find((one) =>
    one.parts.every((part, i) => part === parts[i] || (part === ":id" && parts[i] !== undefined)),
  );
  return fits?.kapitel ?? FIRST;
}
