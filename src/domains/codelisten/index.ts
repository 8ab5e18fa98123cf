/** The door of the room: reading the code lists. */
export { type Codelisten, type Kode, type Kodewahl, kodesAm, kurzOf, nameOf, wahlAm } from "./model/codelisten.ts";
export { codelisten } from "./queries/codelisten.ts";
export { MITBRINGEN, MITBRINGSEL, MITBRINGWAHL, type Mitbringsel, mitbringselOf } from "./model/mitbringen.ts";
export { mitbringWort } from "./model/mitbringen-worte.ts";
export { schriftspracheOf } from "./model/schriftsprache.ts";
export { DRUCKSPRACHE, DRUCKSPRACHEN, type Drucksprache } from "./model/druck-sprachen.ts";
