import type { Spalte, Tabelle } from "../erkennen/typen.ts";

/** What a row's print is made of, besides day and Kommune. */
export type Angabe =
  | "thema"
  | "herkunft"
  | "sprache"
  | "kontaktweg"
  | "verstaendigung"
  | "ergebnis"
  | "neuzuweisung"
  | "dauer"
  | "alter"
  | "personenzahl"
  | "personen"
  | "notiz";

const ANGABEN: Readonly<Record<string, Angabe>> = {
  thema: "thema",
  herkunft: "herkunft",
  sprache: "sprache",
  kontaktweg: "kontaktweg",
  verstaendigung: "verstaendigung",
  ergebnis: "ergebnis",
  neuzuweisung: "neuzuweisung",
  dauer: "dauer",
  alter: "alter",
  geburtsdatum: "alter",
  personenzahl: "personenzahl",
  name: "personen",
  vorname: "personen",
  nachname: "personen",
  notiz: "notiz",
};

const angabeIn = ({ bedeutung, kreuz }: Spalte): Angabe | undefined =>
  ANGABEN[bedeutung === "kreuz" ? (kreuz ?? "") : bedeutung];

function angabenIn({ spalten, kontext }: Tabelle): ReadonlySet<Angabe> {
  const found = new Set(spalten.flatMap((spalte) => angabeIn(spalte) ?? []));
  if (kontext.blattname === "name") found.add("personen");
  // Names say how many they were.
  return found.has("personen") ? found.add("personenzahl") : found;
}

/** What has to be the same in both tables, so that more columns alone make no other consultation. */
const SAGT_WER_WAS = ["thema", "personen"] as const;

/**
 * For each table of single consultations what it has more columns for than another one of the file has: a copy with a column
 * of notes says the same, read without them.
 */
export function mehrAlsAndere(tabellen: readonly Tabelle[]): ReadonlyMap<string, readonly ReadonlySet<Angabe>[]> {
  const einzeln = tabellen.filter(({ art }) => art === "einzeln");
  const known = einzeln.map((tabelle) => ({ tabelle, angaben: angabenIn(tabelle) }));
  const kinds = new Map(known.map(({ angaben }) => [[...angaben].toSorted().join(), angaben]));
  return new Map(
    known.map(({ tabelle, angaben }) => {
      const fewer = [...kinds.values()].filter(
        (other) =>
          other.size < angaben.size && other.isSubsetOf(angaben) && SAGT_WER_WAS.some((angabe) => other.has(angabe)),
      );
      return [tabelle.schluessel, fewer.map((other) => angaben.difference(other))];
    }),
  );
}
