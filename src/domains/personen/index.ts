/** The door of the room: what other rooms may call. README.md says what a person is here. */
export { type AltePerson, insertAltePersonen, personsBornOn, removeAltePersonen } from "./commands/alte-personen.ts";
export { createPerson } from "./commands/create-person.ts";
export { PersonEingabe } from "./person.ts";
export { personNames } from "./queries.ts";
export { findDoubles, findPersons, type Treffer } from "./search.ts";
export { routes } from "./pages/index.ts";
