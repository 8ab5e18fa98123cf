/** The door of the room: the staffing plan for reports, and the commands that fill it. */
export { createStelle } from "./commands/create-stelle.ts";
export { endBesetzung } from "./commands/end-besetzung.ts";
export { fillStelle } from "./commands/fill-stelle.ts";
export { noteVakanz } from "./commands/note-vakanz.ts";
export { stellenJson } from "./model/plan.ts";
export { stellenlage } from "./queries/lage.ts";
export { besetzungJeMonat } from "./queries/monate.ts";
export { stellenplan } from "./queries/stellen.ts";
export { stellenAenderungen, stellenSaetze } from "./model/saetze.ts";
