/** The door of the room: whatever prints in another language asks here who stands for it. */
export { forgetFreigaben, releaseFormular } from "./commands/release-uebersetzung.ts";
export { vermerk } from "./model/vermerk.ts";
export { EIGENE } from "./model/eingabe.ts";
export type { Zeile } from "./model/zeilen.ts";
export { geprueftAm, geprueftIn, sindFrei } from "./queries/freigaben.ts";
