/** The door of the room: reading the code lists. */
export { type Codelisten, type Kode, kodesAm, kurzOf, nameOf } from "./model/codelisten.ts";
export { codelisten } from "./queries/codelisten.ts";
