import { notices } from "../../../platform/notices.ts";

/** What the pages of this room say after a change. */
export const getan = notices({
  angelegt: "Angelegt.",
  gespeichert: "Gespeichert.",
  rolle: "Die Rolle ist vergeben. Sie gilt ab der nächsten Seite, die aufgerufen wird.",
  rolle_wartet:
    "Die Rolle ist vergeben. Erneuerte Zugänge bestätigt die Person erst, wenn jemand anderes unter „Erneuerte Zugänge“ zugestimmt hat.",
  zugestimmt: "Sie haben zugestimmt. Die Person kann jetzt erneuerte Zugänge bestätigen.",
  rolle_beendet: "Die Rolle endet wie angegeben.",
  bestaetigt: "Bestätigt. Die Akten dieses Zugangs sind wieder offen.",
  deaktiviert: "Der Zugang ist deaktiviert. Offene Sitzungen enden mit der nächsten Anfrage.",
});
