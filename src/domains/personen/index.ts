/** The door of the room: what other rooms may call. README.md says what a person is here. */
export { type AltePerson, insertAltePersonen, personsBornOn, removeAltePersonen } from "./commands/alte-personen.ts";
export { createPerson } from "./commands/create-person.ts";
export { PersonEingabe } from "./model/person.ts";
export { merkmale } from "./model/texte.ts";
export { lastPersons, type PersonKurz, personFiles, personNames, personsByIds } from "./queries/personen.ts";
export { findDoubles, findPersons, nobodyFound, searchProblem, type Treffer } from "./queries/search.ts";
export type { KnownWords } from "./model/namen.ts";
export { type PersonDaten, personRows } from "./rows/person-rows.ts";
export { tokenRows } from "./rows/search-tokens.ts";
