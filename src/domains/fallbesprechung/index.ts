/** The door of the room: what other rooms may call. README.md says what a meeting about a case is here. */
export { addBesprechung } from "./commands/keep-besprechung.ts";
export { NeueBesprechung } from "./model/besprechung.ts";
export { besprechungenImVerlauf } from "./queries/besprechungen.ts";
export { werIst } from "./queries/vorbereitung.ts";
