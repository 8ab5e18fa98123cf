import { notices } from "../../../platform/notices.ts";

export const LIST = "/faelle";

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Der Fall ist angelegt.",
  gespeichert: "Gespeichert.",
  weiter: "Der Schritt ist eingetragen.",
  beendet: "Der Fall ist beendet. Er steht jetzt bei den beendeten; was ihn beendet hat, bleibt in seinem Verlauf.",
});
