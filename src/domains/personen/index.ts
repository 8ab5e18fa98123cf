/** The door of the room: what other rooms may call. README.md says what a person is here. */
export { createPerson } from "./commands/create-person.ts";
export { PersonEingabe } from "./person.ts";
export { personNames } from "./queries.ts";
export { findDoubles, findPersons, type Treffer } from "./search.ts";
export { routes } from "./pages/index.ts";
