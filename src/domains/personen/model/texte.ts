import { tagText } from "../../../platform/span.ts";

/** How old somebody is, as far as it is known: the birth date, else the age band. */
export const alter = (person: {
  readonly geburtsdatum: string | null;
  readonly altersgruppe: string | null;
}): string => (person.geburtsdatum === null ? (person.altersgruppe ?? "") : `geb. ${tagText(person.geburtsdatum)}`);

/** What tells a person from one of the same name, in the order in which one asks. */
export const merkmale = (person: {
  readonly geburtsdatum: string | null;
  readonly altersgruppe: string | null;
  readonly kommune: string | null;
  readonly letzterKontakt: string | null;
}): string[] =>
  [
    person.geburtsdatum === null ? person.altersgruppe : `geb. ${person.geburtsdatum.slice(0, 4)}`,
    person.kommune,
    person.letzterKontakt === null ? "noch nicht da gewesen" : `zuletzt ${tagText(person.letzterKontakt)}`,
  ].filter((merkmal) => merkmal !== null);

/** Labels of the form, by field. */
export const FELD = {
  person_vorname: "Vorname oder Kürzel",
  person_nachname: "Nachname",
  person_geburtsdatum: "Geburtsdatum",
  person_altersgruppe: "oder Altersgruppe",
  person_kommune: "Wohnt in",
  person_staatsangehoerigkeit: "Staatsangehörigkeit",
  person_sprachen: "Sprachen",
} as const;
