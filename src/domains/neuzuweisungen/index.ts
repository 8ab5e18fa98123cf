/** The door of the room: what other rooms and the demo may call. README.md says what an assignment is here. */
export { distribute } from "./commands/distribute.ts";
export { holdGespraech } from "./commands/hold-gespraech.ts";
export { joinHaushalte } from "./commands/join-haushalte.ts";
export { moveZuweisung, undoSchritt } from "./commands/move-zuweisung.ts";
export { partHaushalt } from "./commands/part-haushalt.ts";
export { undoLetztes } from "./commands/undo-teilung.ts";
export { addUnterkunft } from "./commands/set-unterkunft.ts";
export { takeBatch } from "./commands/take-batch.ts";
export { GespraechEingabe } from "./model/gespraech.ts";
export type { Stand } from "./model/stand.ts";
export { THEMA } from "./model/themen.ts";
export { SchrittEingabe, UnterkunftEingabe } from "./model/zuweisung.ts";
