import { notices } from "../../../platform/notices.ts";

export const PATH = "/auswertung";
export const LIEFERUNG = `${PATH}/lieferung`;

/** What the pages of the room say after a change. */
export const getan = notices({
  gemeldet: "Gemeldet.",
  zurueckgenommen: "Die Meldung ist zurückgenommen.",
});
