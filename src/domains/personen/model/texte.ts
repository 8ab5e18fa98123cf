import { tagText } from "../../../platform/span.ts";

/** How old somebody is, as far as it is known: the birth date, else its year, else the age band. */
export function alter(person: {
  readonly geburtsdatum: string | null;
  readonly geburtsjahr: string | null;
  readonly altersgruppe: string | null;
}): string {
  const birth = person.geburtsdatum ?? person.geburtsjahr;
  return birth === null ? (person.altersgruppe ?? "") : `geb. ${tagText(birth)}`;
}

/** What tells a person from one of the same name, in the order in which one asks. */
export const merkmale = (person: {
  readonly geburtsdatum: string | null;
  readonly geburtsjahr: string | null;
  readonly altersgruppe: string | null;
  readonly kommune: string | null;
  readonly letzterKontakt: string | null;
}): string[] => {
  const year = person.geburtsdatum?.slice(0, 4) ?? person.geburtsjahr;
  return [
    year === null ? person.altersgruppe : `geb. ${year}`,
    person.kommune,
    person.letzterKontakt === null ? "noch nicht da gewesen" : `zuletzt ${tagText(person.letzterKontakt)}`,
  ].filter((merkmal) => merkmal !== null);
};

/** Labels of the form, by field. */
export const FELD = {
  person_vorname: "Vorname oder Kürzel",
  person_nachname: "Nachname",
  person_geburtsdatum: "Geburtsdatum",
  person_kontakt: "Telefon oder E-Mail",
  person_altersgruppe: "oder Altersgruppe",
  person_kommune: "Wohnt in",
  person_staatsangehoerigkeit: "Staatsangehörigkeit",
  person_sprachen: "Sprachen",
} as const;

/** Labels of the fields that only the portions ask for. */
export const TEILFELD = {
  zusatz: "Namenszusatz",
  rufname: "Rufname",
  original: "In eigener Schrift",
  frueher: "Frühere Namen",
  geschlecht: "Geschlecht",
  geburtsjahr: "oder nur das Jahr",
  geburt_geschaetzt: "Die Geburt ist geschätzt",
  strasse: "Straße und Hausnummer",
  plz: "Postleitzahl",
  ort: "Ort",
  bei: "bei (Name am Briefkasten)",
  unterkunftsart: "Wohnt wie",
  staaten: "Staatsangehörigkeiten",
  geburtsland: "Geboren in",
  in_deutschland_seit: "In Deutschland seit",
  im_kreis_seit: "Im Kreis seit",
  verstaendigungssprache: "Gespräch auf",
  sprachmittlung: "Braucht es Sprachmittlung?",
  gesperrt: "Für diese Person besteht eine Auskunftssperre",
  bis: "Gilt laut Bescheid bis",
} as const;

const LABELS: Readonly<Record<string, string>> = { ...FELD, ...TEILFELD };

/** What a field is called in a sentence about it. The fields of a row are all called alike. */
export const feldLabel = (field: string): string => LABELS[field] ?? "Sprache";
