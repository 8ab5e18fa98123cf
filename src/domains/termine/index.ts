/** The door of the room: what other rooms may call. README.md says what an appointment is here. */
export { beginSprechstunde, toggleAusfall } from "./commands/set-sprechstunde.ts";
export { endTermin, makeTermin } from "./commands/set-termin.ts";
export { SprechstundeEingabe } from "./model/sprechstunde.ts";
export { type Eintrag, eintragPath, eintragStand, eintragText } from "./model/eintrag.ts";
export { kalender } from "./model/ical.ts";
export { spanneText } from "./model/uhr.ts";
export { kalenderTag } from "./queries/tag.ts";
export { NeuerTermin } from "./model/termin.ts";
export { termineImVerlauf } from "./queries/verlauf.ts";
