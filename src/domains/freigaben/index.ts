/** The door of the room: what other rooms may call. README.md says what the words mean here. */
export { acceptAngebot } from "./commands/accept-angebot.ts";
export { finishFreigabe } from "./commands/answer-frage.ts";
export { prepareFreigabe } from "./commands/prepare-freigabe.ts";
export { askAngebot, giveErgebnis, openKopie, refuseAngebot, setTermin } from "./commands/receive-kopie.ts";
export { type Geheimnis, releaseFreigabe } from "./commands/release-freigabe.ts";
export { sendVerweis } from "./commands/send-verweis.ts";
export { answerLink, openLink } from "./commands/use-link.ts";
export { withdrawFreigabe } from "./commands/withdraw-freigabe.ts";
export {
  Ablehnung,
  Ergebnis,
  Frage,
  Freigabe,
  NeueFreigabe,
  PartnerAntwort,
  Termin,
  VerweisLink,
} from "./model/eingabe.ts";
export { ebhStandOf } from "./queries/bestand.ts";
export { setEbhStand } from "./commands/set-ebh-stand.ts";
export { EbhEingabe } from "./model/ebh.ts";
export { freigabeBlick } from "./queries/ueberblick.ts";
export { freigabenImVerlauf } from "./queries/verlauf.ts";
export { type OffeneAntwort, empfangTag, offeneAntworten } from "./queries/wartendes.ts";
