/** The door of the room: for whom one acts today, and what waits. README.md says what the words mean here. */
export { giveVertretung } from "./commands/give-vertretung.ts";
export { confirmVertretung } from "./commands/confirm-vertretung.ts";
export { foundTeam } from "./commands/found-team.ts";
export { addMitglied } from "./commands/add-mitglied.ts";
export { confirmMitglied } from "./commands/confirm-mitglied.ts";
export { giveUebergabe, orderUebergabe } from "./commands/give-uebergabe.ts";
export { requestUebergabe } from "./rows/uebergabe.ts";
export { verwaiste } from "./queries/uebergaben.ts";
export { markRead } from "./commands/mark-read.ts";
export { type Fremd, fremdeAkte, schreibende } from "./queries/einstehen.ts";
export { type Mensch, beratende, menschField, menschOptions, menschen } from "./queries/menschen.ts";
export { Wessen, kontenDer, wessenAkte, wessenTitel, wessenWahl } from "./model/wessen.ts";
export { type Vertretene, vertretene, wartende } from "./queries/vertretungen.ts";
export { einstehenTag } from "./queries/tag.ts";
