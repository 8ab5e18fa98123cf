import {
  BEDEUTUNGEN,
  BEDEUTUNG_NAMEN,
  type Bedeutung,
  type Ergebnis,
  KOMMUNE_FEHLT,
  KREUZARTEN,
  type Kreuzart,
  type Spalte,
  type Tabelle,
  type Tabellenart,
} from "../../../listen/index.ts";
import { anzahl } from "../../../platform/words.ts";
import { aufzaehlung } from "./aufzaehlung.ts";

/** Tables of the same shape – a sheet a month – that are looked at and decided once. `feld` begins the names of their fields. */
export type Gruppe = { readonly feld: string; readonly muster: Tabelle; readonly tabellen: readonly Tabelle[] };

const saysKommune = ({ bedeutung, kreuz }: Spalte): boolean => bedeutung === "kommune" || kreuz === "kommune";

/** Keys of the tables whose rows wait because no column says where they were. */
export function ohneKommune({ beleg, tabellen }: Pick<Ergebnis, "beleg" | "tabellen">): ReadonlySet<string> {
  const waiting = new Set(
    beleg.gruende.flatMap(({ ende, grund, blatt }) => (ende === "wartet" && grund === KOMMUNE_FEHLT ? [blatt] : [])),
  );
  const without = tabellen.filter(({ blatt, spalten }) => waiting.has(blatt) && !spalten.some(saysKommune));
  return new Set(without.map(({ schluessel }) => schluessel));
}

export const ARTEN = [
  "einzeln",
  "summen",
  "personen",
  "faelle",
  "auswertung",
  "keine",
] as const satisfies readonly Tabellenart[];

/** What people read for a kind of table. */
export const ARTEN_NAMEN: Readonly<Record<Tabellenart, string>> = {
  einzeln: "Jede Zeile ist eine Beratung",
  summen: "Strichliste: jede Zeile zählt Beratungen",
  personen: "Personenliste: jede Zeile ist eine Person",
  faelle: "Fallliste: jede Zeile ist ein Fall mit seiner Person",
  auswertung: "Auswertung der anderen Tabellen, zählt nicht mit",
  keine: "Nicht übernehmen",
};

/** What people read for columns whose head is itself the word. */
export const KREUZ_NAMEN: Readonly<Record<Kreuzart, string>> = {
  thema: "Kreuze oder Zahlen: Thema",
  kommune: "Kreuze oder Zahlen: Kommune",
  herkunft: "Kreuze oder Zahlen: Herkunft",
  sprache: "Kreuze oder Zahlen: Sprache",
  kontaktweg: "Kreuze oder Zahlen: Kontaktweg",
  verstaendigung: "Kreuze oder Zahlen: Verständigung",
  ergebnis: "Kreuze oder Zahlen: Ergebnis",
  zeit: "Kreuze oder Zahlen: Monat oder Woche",
};

/** A column's meaning as one choice: `datum`, or `kreuz:thema` for a column that is itself a word. */
export const wahlOf = ({ bedeutung, kreuz }: Pick<Spalte, "bedeutung" | "kreuz">): string =>
  bedeutung === "kreuz" ? `kreuz:${kreuz ?? "thema"}` : bedeutung;

/** What a choice means; undefined for one that the form does not offer. */
export function bedeutungOf(wahl: string): { bedeutung: Bedeutung; kreuz?: Kreuzart } | undefined {
  const [word = "", of] = wahl.split(":");
  const bedeutung = BEDEUTUNGEN.find((one) => one === word);
  if (bedeutung !== "kreuz") return bedeutung === undefined ? undefined : { bedeutung };
  const kreuz = KREUZARTEN.find((one) => one === of);
  return kreuz === undefined ? undefined : { bedeutung, kreuz };
}

/** The words of a choice. */
export function wahlName(wahl: string): string {
  const found = bedeutungOf(wahl);
  if (found === undefined) return wahl;
  return found.kreuz === undefined ? BEDEUTUNG_NAMEN[found.bedeutung] : KREUZ_NAMEN[found.kreuz];
}

const shapeOf = ({ art, spalten, kontext }: Tabelle): string =>
  JSON.stringify([
    art,
    kontext.kommune !== null,
    kontext.blattname === "offen",
    spalten.map(({ buchstabe, kopf, bedeutung, kreuz }) => [buchstabe, kopf.toLowerCase(), bedeutung, kreuz]),
  ]);

/** Tables with the same columns in the same places, in the order of the file. */
export function gruppen(tabellen: readonly Tabelle[]): Gruppe[] {
  const byShape = new Map<string, Tabelle[]>();
  for (const tabelle of tabellen) {
    const shape = shapeOf(tabelle);
    byShape.set(shape, [...(byShape.get(shape) ?? []), tabelle]);
  }
  return [...byShape.values()].flatMap((alike, i) => {
    const [muster] = alike;
    return muster === undefined ? [] : [{ feld: `t${i + 1}`, muster, tabellen: alike }];
  });
}

/** Columns of one table that can be decided on screen; a list with more has empty ones. */
const MAX_COLUMNS = 150;

/** The columns that hold or say something. */
export const spaltenOf = ({ spalten }: Tabelle): readonly Spalte[] =>
  spalten.filter(({ kopf, beispiele }) => kopf !== "" || beispiele.length > 0).slice(0, MAX_COLUMNS);

const EXAMPLES = 3;

/** Values of a column as the list has them, shortened. */
export const beispieleOf = ({ beispiele }: Spalte): string =>
  beispiele
    .slice(0, EXAMPLES)
    .map((text) => text.replaceAll(/\s+/g, " "))
    .map((text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text))
    .join(" · ") || "leer";

/** “Blatt Januar”, “Blätter Jan, Feb und Mär”. */
export const tabellenName = ({ tabellen, muster }: Gruppe): string => {
  const sheets = [...new Set(tabellen.map(({ blatt }) => blatt))];
  return sheets.length === 1 ? `Blatt ${muster.blatt}` : `Blätter ${aufzaehlung(sheets)}`;
};

/** Where the tables of a group stand, and why they are what they are. */
export const tabellenOrt = ({ tabellen, muster }: Gruppe): string =>
  tabellen.length === 1
    ? `Zeilen ${muster.vonZeile} bis ${muster.bisZeile}. ${muster.grund}.`
    : `${anzahl(tabellen.length, "Tabelle", "Tabellen")} mit denselben Spalten; was Sie hier wählen, gilt für alle. ${muster.grund}.`;
