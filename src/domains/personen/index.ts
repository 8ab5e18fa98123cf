/** The door of the room: what other rooms may call. README.md says what a person is here. */
export { type AltePerson, insertAltePersonen, personsBornOn, removeAltePersonen } from "./commands/alte-personen.ts";
export { createPerson } from "./commands/create-person.ts";
export { PersonEingabe } from "./model/person.ts";
export { personNames } from "./queries/personen.ts";
export { findDoubles, findPersons, MOST_HITS, nobodyFound, searchProblem, type Treffer } from "./queries/search.ts";
export type { KnownWords } from "./model/namen.ts";
export { type PersonDaten, personRows } from "./rows/person-rows.ts";
export { tokenRows } from "./rows/search-tokens.ts";
