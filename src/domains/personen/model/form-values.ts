import type { Values } from "../../../platform/form.ts";
import type { PersonEingabe } from "./person.ts";
import type { Person } from "../queries/personen.ts";

const one = (value: string | null): string[] => [value ?? ""];

/** A person as its form would be filled. The age band of a birth date is derived, so the form leaves it empty. */
export const typedPerson = (person: Person): Values => ({
  person_vorname: [person.name.vorname],
  person_nachname: [person.name.nachname],
  person_geburtsdatum: one(person.geburtsdatum),
  person_altersgruppe: one(person.geburtsdatum === null ? (person.altersgruppe?.code ?? null) : null),
  person_kommune: one(person.kommune?.code ?? null),
  person_staatsangehoerigkeit: one(person.staatsangehoerigkeit?.code ?? null),
  person_sprachen: person.sprachen.map((language) => language.code),
});

/** What was sent and accepted, as its form would show it again. */
export const typedAgain = (eingabe: PersonEingabe): Values => ({
  person_vorname: [eingabe.person_vorname],
  person_nachname: [eingabe.person_nachname],
  person_geburtsdatum: one(eingabe.person_geburtsdatum),
  person_altersgruppe: one(eingabe.person_altersgruppe),
  person_kommune: one(eingabe.person_kommune),
  person_staatsangehoerigkeit: one(eingabe.person_staatsangehoerigkeit),
  person_sprachen: eingabe.person_sprachen,
});
