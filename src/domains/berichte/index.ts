/** The door of the room: which reports are out, and a draft as a file for whoever has no browser. */
export { FORMATE, type Format } from "./queries/berichte.ts";
export { berichtslage } from "./queries/lage.ts";
export { releasedReportsIn } from "./queries/freigegebene.ts";
export { VorlageFehlt, type Womit, ungespeicherteDatei } from "./queries/ungespeichert.ts";
/** What is wrong with a Word file of somebody, for every room that fills one. */
export { WordFehler, refuseUnbekannte, wordDatei, wordSaetze } from "./documents/word-pruefen.ts";
/** A paper of another room from the same figures. */
export { stand as datenstandOf } from "./queries/berichte.ts";
export { grundlageOf } from "./queries/grundlage.ts";
