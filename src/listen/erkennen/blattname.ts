import type { Blatt } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { isNamensfremd } from "./titel.ts";
import type { Spalte, Tabelle, Tabellenentscheidung } from "./typen.ts";

/** One to three words with capitals, “Frau” or an initial among them. */
const NAME =
  /^(?:(?:Frau|Herr|Fr|Hr|Familie|Fam)\.?\s+)?\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?:(?:,\s*|\s+)\p{Lu}[\p{L}'’.-]*){0,2}$/u;
const ANREDE = /^(?:frau|herr|fr|hr|familie|fam)\.?\s+/iu;
/** A workbook of clients has many sheets with few rows, one of colleagues few with many. */
const MOST_COLLEAGUES = 12;
const LEAST_ROWS = 8;

/** Whether the name of a sheet can be somebody's: no time, place, theme, and none of the words that sheets are called. */
const isPersonenname = (name: string, verzeichnis: Verzeichnis): boolean =>
  NAME.test(name.trim()) && isNamensfremd(name.trim().replace(ANREDE, ""), verzeichnis);

const headsOf = (spalten: readonly Spalte[]): string => spalten.map(({ kopf }) => kopf.toLowerCase()).join("\n");
const rowsOf = ({ vonZeile, bisZeile }: Tabelle): number => bisZeile - vonZeile + 1;
const PERSON = new Set<Spalte["bedeutung"]>(["name", "vorname", "nachname"]);

/**
 * Whose the rows of a sheet are when it is called like a person: of a colleague where several sheets of one shape are, with
 * rows enough for that; nobody knows otherwise, and the page asks. What a person chose counts.
 */
export function mitBlattnamen(
  tabellen: readonly Tabelle[],
  blaetter: readonly Blatt[],
  verzeichnis: Verzeichnis,
  entscheidungen: readonly Tabellenentscheidung[],
): Tabelle[] {
  const named = new Set(blaetter.filter(({ name }) => isPersonenname(name, verzeichnis)).map(({ name }) => name));
  const shapes = Map.groupBy(
    tabellen.filter(({ blatt }) => named.has(blatt)),
    ({ spalten }) => headsOf(spalten),
  );
  return tabellen.map((tabelle): Tabelle => {
    const { kontext, spalten, schluessel, blatt } = tabelle;
    const chosen = entscheidungen.find((one) => one.tabelle === schluessel)?.blattname;
    if (chosen !== undefined) return { ...tabelle, kontext: { ...kontext, blattname: chosen } };
    if (!named.has(blatt) || spalten.some(({ bedeutung }) => bedeutung === "beratend")) return tabelle;
    const alike = shapes.get(headsOf(spalten)) ?? [];
    const rows = alike.reduce((sum, one) => sum + rowsOf(one), 0);
    const clients = spalten.some(({ bedeutung }) => PERSON.has(bedeutung));
    const colleagues = alike.length > 1 && alike.length <= MOST_COLLEAGUES && rows >= alike.length * LEAST_ROWS;
    return { ...tabelle, kontext: { ...kontext, blattname: clients || colleagues ? "beratend" : "offen" } };
  });
}
