import { notices } from "../../../platform/notices.ts";

export const ONE = "/freigaben";
export const KOPIEN = "/kopien";
export const BESTAND = "/kopien/bestand";
export const ANGEBOTE = "/uebergabe-angebote";
export const LINK = "/kopie";

/** Where the releases of a person stand. */
export const listOf = (person: string): string => `/personen/${person}/freigaben`;

/** What the pages say after a change. */
export const getan = notices({
  angefragt:
    "Die Fallbesprechung ist angefragt. Hinausgegangen ist noch nichts: Als Nächstes kommt die Freigabe der Person.",
  vorbereitet: "Vorbereitet. Hinausgegangen ist noch nichts: Wählen Sie jetzt aus, was in die Kopie kommt.",
  freigegeben: "Freigegeben. Was die andere Stelle antwortet, steht hier.",
  verworfen: "Verworfen. Es ist nichts hinausgegangen.",
  zurueckgezogen: "Zurückgezogen. Ab jetzt kann niemand die Kopie mehr öffnen.",
  geantwortet: "Ihre Antwort ist beim anderen Träger.",
  erledigt: "Erledigt.",
  gelesen: "Als gelesen vermerkt.",
  uebernommen: "Die Antwort steht jetzt im Verweis.",
});

export const kopieGetan = notices({
  stand: "Der Stand steht jetzt auch in der Akte, aus der die Kopie kommt.",
  termin: "Der Termin steht jetzt in der Akte, aus der die Kopie kommt.",
  abgesagt: "Der Termin ist abgesagt. Ihr Grund steht jetzt in der Akte, aus der die Kopie kommt.",
  ergebnis: "Das Ergebnis steht jetzt in der Akte, aus der die Kopie kommt.",
  gefragt: "Ihre Rückfrage ist beim anderen Träger.",
  angenommen: "Übernommen. Die Person und ihr Fall sind jetzt in Ihrer Akte.",
  abgelehnt: "Abgelehnt. Der andere Träger sieht Ihren Grund.",
});
