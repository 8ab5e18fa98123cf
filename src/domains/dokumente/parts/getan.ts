import { notices } from "../../../platform/notices.ts";

export const ONE = "/dokumente";
export const VORLAGEN = "/briefvorlagen";
export const LISTEN = "/mitbringlisten";
export const listOf = (person: string): string => `/personen/${person}/dokumente`;
export const briefOf = (person: string): string => `${listOf(person)}/brief`;
export const mitbringenOf = (person: string): string => `${listOf(person)}/mitbringen`;

/** What the pages of this room say after a change. */
export const getan = notices({
  abgelegt: "Abgelegt.",
  geschrieben: "Der Brief ist geschrieben, und eine Kopie liegt bei den Dokumenten. Verschickt ist er noch nicht.",
  gespeichert: "Gespeichert.",
  zurueckgezogen: "Zurückgezogen. 30 Tage lang können Sie es zurückholen, dann ist es fort.",
  zurueckgeholt: "Wieder da.",
  vorlage: "Die Vorlage ist hochgeladen und wird angeboten.",
  vorlagefort: "Die Vorlage wird nicht mehr angeboten. Laden Sie eine mit demselben Namen hoch, ist sie wieder da.",
  entfernt: "Entfernt.",
  uebersetzt: "Gespeichert. Gedruckt wird es so, sobald es unter „Übersetzungen“ freigegeben ist.",
});
