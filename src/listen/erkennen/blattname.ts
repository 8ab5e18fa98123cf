import type { Blatt } from "../leser/zelle.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { monatVon } from "./monate.ts";
import { isNamensfremd } from "./titel.ts";
import type { Spalte, Tabelle, Tabellenentscheidung } from "./typen.ts";

/** One to three words with capitals, “Frau” or an initial among them. */
const NAME =
  /^(?:(?:Frau|Herr|Fr|Hr|Familie|Fam)\.?\s+)?\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?:(?:,\s*|\s+)\p{Lu}[\p{L}'’.-]*){0,2}$/u;
const ANREDE = /^(?:frau|herr|fr|hr|familie|fam)\.?\s+/iu;
/** A workbook of clients has many sheets with few rows, one of colleagues few with many. */
const MOST_COLLEAGUES = 12;
const LEAST_ROWS = 8;

/** “Kollegin A”, “MA 2”, “AK”: nobody's name, and yet one of those who counsel. */
const KOLLEGIN =
  /^(?:kolleg(?:e|in)|ma|mitarbeiter(?:in)?|berater(?:in)?|cm|case ?manager(?:in)?|fachkraft|kraft)\s*[-_]?\s*(?:\d{1,2}|\p{Lu})$/iu;
const INITIALEN = /^\p{Lu}\.?\s?\p{Lu}\.?$/u;

/** Whether the name of a sheet can be somebody's: no time, place, theme, and none of the words that sheets are called. */
const isPersonenname = (name: string, verzeichnis: Verzeichnis): boolean =>
  KOLLEGIN.test(name.trim()) ||
  ((NAME.test(name.trim()) || INITIALEN.test(name.trim())) &&
    isNamensfremd(name.trim().replace(ANREDE, ""), verzeichnis));

const ZEITWORT = /^(?:(?:20)?\d\d|kw\.?\d{0,2}|q[1-4]|[1-4]\.|quartal|halbjahr|hj)$/iu;

/** The name of a sheet without what it says of a time: “Kaya Januar 2025” is one of Kaya's. */
export const ohneZeit = (name: string): string =>
  name
    .split(/[\s_]+|\s[-–]\s|-(?=\d)/u)
    .filter((word) => word !== "" && !ZEITWORT.test(word) && monatVon(word) === undefined)
    .join(" ") || name;

const headsOf = (spalten: readonly Spalte[]): string => spalten.map(({ kopf }) => kopf.toLowerCase()).join("\n");
const rowsOf = ({ vonZeile, bisZeile }: Tabelle): number => bisZeile - vonZeile + 1;
const PERSON = new Set<Spalte["bedeutung"]>(["name", "vorname", "nachname"]);

/** Names of sheets, each with whose it is: a name beside a time only where several people have several sheets each. */
function wessen(blaetter: readonly Blatt[], verzeichnis: Verzeichnis): ReadonlyMap<string, string> {
  const named = blaetter.flatMap(({ name }) => {
    const wer = ohneZeit(name);
    return isPersonenname(wer, verzeichnis) ? [{ name, wer }] : [];
  });
  const timed = named.filter(({ name, wer }) => wer !== name.trim());
  const each = [...Map.groupBy(timed, ({ wer }) => wer).values()];
  const several = each.length > 1 && each.every((own) => own.length > 1);
  return new Map(named.flatMap(({ name, wer }) => (several || wer === name.trim() ? [[name, wer] as const] : [])));
}

const STAND = /(?<!\p{L})(?:alt|alte[rs]?|veraltet|überholt|entwurf|kopie|sicherung|backup)(?!\p{L})/iu;
const NEUER = /(?<!\p{L})(?:neu|neue[rs]?|final|korrigiert|korrektur|endfassung|aktuell)(?!\p{L})/iu;
const ANLEITUNG = /^(?:ausfüllhilfe|ausfuellhilfe|anleitung|beispiele?|ausfüllhinweise|hinweise)$/iu;
const grundname = (blatt: string): string =>
  blatt
    .replace(STAND, "")
    .replace(NEUER, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

/** “Mitarbeiterin: Frau Beispiel” above the rows: the name of the sheet is hers. */
function isVorgestellt(blatt: string, blaetter: readonly Blatt[]): boolean {
  const word = blatt.trim().toLowerCase();
  const top = blaetter.find(({ name }) => name === blatt)?.zeilen.slice(0, TITLES) ?? [];
  return top.some(({ zellen }) =>
    zellen.some(
      (z) => typeof z === "string" && z.length <= LONGEST && VORGESTELLT.exec(z)?.[1]?.toLowerCase() === word,
    ),
  );
}
const VORGESTELLT = /(?<!\p{L})(?:frau|herrn?|fr\.|hr\.)\s+(\p{Lu}[\p{L}'’-]+)\s*$/iu;
const TITLES = 3;
const LONGEST = 80;

/** A sheet that is called an old state of another one, or tells how to fill in the others: whether it counts, a person decides. */
function ueberholt(tabelle: Tabelle, lists: readonly Tabelle[], blaetter: readonly Blatt[]): Tabelle {
  const { blatt } = tabelle;
  const others = lists.filter((one) => one.blatt !== blatt);
  const newer = others.find((one) => grundname(one.blatt) === grundname(blatt) && !STAND.test(one.blatt));
  if (STAND.test(blatt) && newer !== undefined)
    return { ...tabelle, art: "keine", grund: `Das Blatt heißt wie ein alter Stand von „${newer.blatt}“` };
  if (ANLEITUNG.test(blatt.trim()) && others.length > 0 && !isVorgestellt(blatt, blaetter))
    return { ...tabelle, art: "keine", grund: "Das Blatt heißt wie eine Anleitung mit Beispielen" };
  return tabelle;
}

/** Whether sheets of one shape are those of colleagues: clients have many with few rows, and none that counts consultations. */
function isKollegial(tabellen: readonly Tabelle[], wer: ReadonlyMap<string, string>): boolean {
  const people = new Set(tabellen.map(({ blatt }) => wer.get(blatt))).size;
  const timed = tabellen.some(({ blatt }) => wer.get(blatt) !== blatt.trim());
  const rows = tabellen.reduce((sum, one) => sum + rowsOf(one), 0);
  const many = timed || tabellen.every(({ art }) => art === "summen") || rows >= tabellen.length * LEAST_ROWS;
  return people > 1 && people <= MOST_COLLEAGUES && many;
}

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
  const wer = wessen(blaetter, verzeichnis);
  const shapes = Map.groupBy(
    tabellen.filter(({ blatt }) => wer.has(blatt)),
    ({ spalten }) => headsOf(spalten),
  );
  const lists = tabellen.filter(({ art }) => art !== "keine" && art !== "auswertung");
  return tabellen.map((given): Tabelle => {
    const tabelle = given.artEntschieden ? given : ueberholt(given, lists, blaetter);
    const { kontext, spalten, schluessel, blatt } = tabelle;
    const chosen = entscheidungen.find((one) => one.tabelle === schluessel)?.blattname;
    if (chosen !== undefined) return { ...tabelle, kontext: { ...kontext, blattname: chosen } };
    if (!wer.has(blatt) || spalten.some(({ bedeutung }) => bedeutung === "beratend")) return tabelle;
    const clients = spalten.some(({ bedeutung }) => PERSON.has(bedeutung));
    const colleagues = isKollegial(shapes.get(headsOf(spalten)) ?? [], wer);
    return { ...tabelle, kontext: { ...kontext, blattname: clients || colleagues ? "beratend" : "offen" } };
  });
}
