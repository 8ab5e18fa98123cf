/** The door of the room: reading lists of the years before, taking them over, and the words that nobody knew. */
export { decide } from "./commands/decide.ts";
export { discardList } from "./commands/discard-list.ts";
export { startTakeOver } from "./commands/take-over.ts";
export { undoTakeOver } from "./commands/undo-take-over.ts";
export { uploadList } from "./commands/upload-list.ts";
export { type Empfaenger, empfaengerVon } from "./empfaenger.ts";
export type { Fortschritt } from "./fortschritt.ts";
export { type Importiert, checkList, importList } from "./importieren.ts";
export { atStart, jobs, timetable } from "./jobs/index.ts";
export { optionenOf } from "./kontext.ts";
export { routes } from "./pages/index.ts";
export { problemliste } from "./problemliste.ts";
export { fortschrittOf, uebernahmeOf, uebernahmenOf } from "./queries.ts";
