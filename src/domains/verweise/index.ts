/** The door of the room: what other rooms may call. README.md says what a referral is here. */
export { addAngebot } from "./commands/set-angebot.ts";
export { addOrganisation } from "./commands/add-organisation.ts";
export { addVerweis } from "./commands/add-verweis.ts";
export { moveVerweis, undoSchritt } from "./commands/move-verweis.ts";
export { type Antwort, noteKontakt, takeAntwort } from "./commands/take-antwort.ts";
export {
  AngebotEingabe,
  ORGANISATION_ART,
  ORGANISATION_ARTEN,
  OrganisationEingabe,
  einwilligungZu,
} from "./model/organisation.ts";
export { ABSAGEN, STAND, type Stand, isOffener } from "./model/stand.ts";
export { ErgebnisEingabe, NeuerVerweis } from "./model/verweis.ts";
export { standKind, standText, wohin } from "./model/worte.ts";
export { type VerweisKurz, verweiseImFall } from "./queries/listen.ts";
export { organisationOf } from "./queries/organisationen.ts";
export { type Verweis, verweisOf, verweisValues } from "./queries/verweise.ts";
export { verweiseImVerlauf } from "./queries/verlauf.ts";
export { verweisBlick } from "./queries/ueberblick.ts";
export { organisationen } from "./queries/organisationen.ts";
