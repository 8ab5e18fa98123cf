import { notices } from "../../../platform/notices.ts";

/** What the pages of this room say after a change. */
export const getan = notices({
  angelegt: "Angelegt.",
  gespeichert: "Gespeichert.",
  rolle: "Die Rolle ist vergeben. Sie gilt ab der nächsten Seite, die aufgerufen wird.",
  rolle_beendet: "Die Rolle endet wie angegeben.",
  bestaetigt: "Bestätigt. Die Akten dieses Zugangs sind wieder offen.",
  deaktiviert: "Der Zugang ist deaktiviert. Offene Sitzungen enden mit der nächsten Anfrage.",
});
