/** The door of the room: reading the code lists. */
export { type Codelisten, type Kode, kodesAm, kurzOf, nameOf } from "./codelisten.ts";
export { codelisten } from "./queries.ts";
