/** The door of the room: what other rooms may call. README.md says what a Frist is here. */
export { countAllAuslastung } from "./commands/count-auslastung.ts";
export { doFristen } from "./commands/do-fristen.ts";
export { setFrist } from "./commands/set-frist.ts";
export { NeueFrist, dringlich, wieWeit } from "./model/frist.ts";
export { type Frist } from "./queries/frist.ts";
export { fristTag } from "./queries/tag.ts";
export { fristBlick } from "./queries/ueberblick.ts";
export { fristenOfFall } from "./queries/liste.ts";
export { fristenImVerlauf } from "./queries/verlauf.ts";
