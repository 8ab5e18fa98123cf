/** The door of the room: which reports are out, and a draft as a file for whoever has no browser. */
export { FORMATE, type Format } from "./queries/berichte.ts";
export { berichtslage } from "./queries/lage.ts";
export { releasedReportsIn } from "./queries/freigegebene.ts";
export { VorlageFehlt, type Womit, ungespeicherteDatei } from "./queries/ungespeichert.ts";
