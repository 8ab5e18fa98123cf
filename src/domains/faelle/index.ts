/** The door of the room: what other rooms may call. README.md says what a case is here. */
export { FallAngaben, NeuerFall, Schritt } from "./model/fall.ts";
export { openFall } from "./commands/open-fall.ts";
export { moveFall } from "./commands/move-fall.ts";
export { changeFall } from "./commands/change-fall.ts";
export { aktenzeichen } from "./model/fall.ts";
export { PHASE, PHASEN, type Phase } from "./model/phasen.ts";
export { faelleOf, type FallKurz } from "./queries/liste.ts";
