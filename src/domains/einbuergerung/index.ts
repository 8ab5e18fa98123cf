/** The door of the room: what other rooms may call. README.md says what the words mean here. */
export { beginEinbuergerung } from "./commands/begin-einbuergerung.ts";
export { moveEinbuergerung, undoSchritt } from "./commands/move-einbuergerung.ts";
export { NeueEinbuergerung, SchrittEingabe } from "./model/eingabe.ts";
export { STAND, type Stand } from "./model/stand.ts";
export { einbuergerungBlick } from "./queries/ueberblick.ts";
export { einbuergerungImVerlauf } from "./queries/verlauf.ts";
