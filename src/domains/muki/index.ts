/** The door of the room: places of language support, which the figures of the Kreis stand beside. */
export { delfinPlaetze } from "./queries/plaetze.ts";
export { kitaOf } from "./queries/kita.ts";
export { addKind } from "./commands/add-kind.ts";
export { moveKind } from "./commands/move-kind.ts";
export { recordAnruf } from "./commands/record-anruf.ts";
export { setPlaetze } from "./commands/set-plaetze.ts";
export { NeuerAnruf } from "./model/anruf.ts";
export { KindSchritt, NeuesKind, STAND, type Stand } from "./model/delfin.ts";
