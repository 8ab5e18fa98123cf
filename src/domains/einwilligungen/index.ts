/** The door of the room: what other rooms may call. README.md says what the words mean here. */
export { catchUpGeburten } from "./commands/catch-up-geburt.ts";
export { releaseText } from "./commands/change-text.ts";
export { draftEinwilligung } from "./commands/draft-einwilligung.ts";
export { endEinwilligung } from "./commands/end-einwilligung.ts";
export { explainEinwilligung } from "./commands/explain-einwilligung.ts";
export { followGeburt } from "./commands/follow-geburt.ts";
export { giveEinwilligung } from "./commands/give-einwilligung.ts";
export { holdGedeckt, passOn } from "./commands/pass-on.ts";
export { writeText } from "./commands/write-text.ts";
export { Absage, Erlaeuterung, Erteilung, NeueEinwilligung } from "./model/einwilligung.ts";
export { isBeleg } from "./queries/beleg.ts";
export { type Begleitung, begleitung } from "./queries/begleitung.ts";
export { geltende } from "./queries/geltende.ts";
export { einwilligungenImVerlauf } from "./queries/verlauf.ts";
export { einwilligungWortlaute, traegerName } from "./queries/texte.ts";
export { einwilligungBlick } from "./queries/ueberblick.ts";
export { type Zugestimmt, hinausMit, zugestimmt } from "./queries/zugestimmt.ts";
export { VORSCHLAG } from "./model/vorschlag.ts";
export {
  EMPFAENGER,
  EMPFAENGER_ART,
  type EmpfaengerArt,
  KATEGORIE,
  KATEGORIEN,
  type Kategorie,
  SPRACHE,
  eigenName,
  type Sprache,
  type Zweck,
  empfaengerZu,
  isBesonders,
} from "./model/zwecke.ts";
