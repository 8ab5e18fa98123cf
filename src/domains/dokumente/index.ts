/** The door of the room: what other rooms may call. README.md says what a document is here. */
export { addDokument } from "./commands/add-dokument.ts";
export { addListe } from "./commands/keep-liste.ts";
export { keepVorlage } from "./commands/keep-vorlage.ts";
export { translateListe } from "./commands/translate-liste.ts";
export { writeBrief } from "./commands/write-brief.ts";
export { BriefEingabe } from "./model/brief.ts";
export { withdrawDokument } from "./commands/change-dokument.ts";
export { NeuesDokument } from "./model/dokument.ts";
export { LICHTER, lichtOf } from "./model/mitbringen.ts";
export { dokumenteBis } from "./queries/lichter.ts";
export { eigenePunkte } from "./queries/punkte.ts";
export { dokumentBlick } from "./queries/ueberblick.ts";
export { dokumenteImVerlauf } from "./queries/verlauf.ts";
