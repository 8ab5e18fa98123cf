import { notices } from "../../../platform/notices.ts";
import { anzahl } from "../../../platform/words.ts";

export const LIST = "/faelle";

/** What the pages of the room say after a change. */
export const getan = notices({
  angelegt: "Der Fall ist angelegt.",
  gespeichert: "Gespeichert.",
  kontakt: "Der Kontakt ist gespeichert.",
  geklaert: "Die Klärung ist eingetragen. Entscheiden Sie unten, wie es weitergeht.",
  vereinbart: "Der Punkt steht jetzt bei den offenen.",
  erledigt: "Der Punkt ist nicht mehr offen. Er bleibt im Verlauf.",
  im_plan: "Der Punkt ist jetzt ein Schritt im Entwurf des Hilfeplans. Er gilt, sobald Sie ihn vereinbaren.",
  wieder: "Der Punkt ist wieder offen.",
  nachgefragt: "Die Nachsorge ist erledigt.",
  stille: (n) => `${anzahl(n, "Fall ist", "Fälle sind")} ausgeführt.`,
  teils: (n) => `${anzahl(n, "Fall ist", "Fälle sind")} ausgeführt, andere nicht. Sehen Sie in der Liste nach.`,
  weiter: "Der Schritt ist eingetragen.",
  // After a report that was begun here (luecken/parts/zurueck.ts).
  luecke_gemeldet:
    "Danke. Die Lücke ist gemeldet; was daraus wird, steht unter „Meine Meldungen“ und auf Ihrer Startseite.",
  luecke_bestaetigt:
    "Danke. Ihre Meldung zählt jetzt mit; was daraus wird, steht unter „Meine Meldungen“ und auf Ihrer Startseite.",
  beendet: "Der Fall ist beendet. Er steht jetzt bei den beendeten; was ihn beendet hat, bleibt in seinem Verlauf.",
});
