/** The door of the room: reading the code lists. */
export { type Codelisten, type Kode, type Kodewahl, kodesAm, kurzOf, nameOf, wahlAm } from "./model/codelisten.ts";
export { codelisten } from "./queries/codelisten.ts";
export { DRUCKSPRACHE, DRUCKSPRACHEN, type Drucksprache } from "./model/druck-sprachen.ts";
