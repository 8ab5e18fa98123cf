/** The door of the room: reading lists of the years before, taking them over, and the words that nobody knew. */
export { decide } from "./commands/decide.ts";
export { discardList } from "./commands/discard-list.ts";
export { startTakeOver } from "./commands/take-over.ts";
export { undoTakeOver } from "./commands/undo-take-over.ts";
export { uploadList } from "./commands/upload-list.ts";
export { type Empfaenger, empfaengerVon, gesuchteIds } from "./queries/empfaenger.ts";
export type { Fortschritt } from "./rows/fortschritt.ts";
export { takeBackNow } from "./commands/zuruecknehmen.ts";
export { type Herkunft, alleListen } from "./queries/alle-listen.ts";
export { type Verstanden, verstandenVon } from "./queries/verstanden.ts";
export { type Importiert, checkList, gescheitert, importList } from "./commands/importieren.ts";
export { optionenOf, readCodes, readKommunen } from "./queries/kontext.ts";
export { problemliste } from "./model/problemliste.ts";
export { fortschrittOf, uebernahmeOf, uebernahmenOf } from "./queries/uebernahmen.ts";
