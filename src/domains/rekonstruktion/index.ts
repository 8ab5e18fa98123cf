/** The door of the room: what other rooms may call. README.md says what a reconstruction is here. */
export { joinStation } from "./commands/join-station.ts";
export { addFall } from "./commands/set-fall.ts";
export { addMitglied } from "./commands/set-mitglied.ts";
export { addStation, dropStation } from "./commands/set-station.ts";
export { beginRekonstruktion } from "./commands/set-kopf.ts";
export { moveRekonstruktion } from "./commands/move-rekonstruktion.ts";
export { reportStation } from "./commands/report-station.ts";
export { fuerGremium } from "./documents/als-papier.ts";
export { KopfEingabe, MitgliedEingabe, SchrittEingabe, StationEingabe, ZuordnungEingabe } from "./model/eingabe.ts";
export { abgeschlossene, rekonstruktionOf } from "./queries/rekonstruktionen.ts";
