import { tagText } from "../../../platform/span.ts";

/** How old somebody is, as far as it is known: the birth date, else the age band. */
export const alter = (person: {
  readonly geburtsdatum: string | null;
  readonly altersgruppe: string | null;
}): string => (person.geburtsdatum === null ? (person.altersgruppe ?? "") : `geb. ${tagText(person.geburtsdatum)}`);

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
