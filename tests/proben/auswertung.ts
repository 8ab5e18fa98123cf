import { counted } from "../support/zaehlen.ts";
import { type Probe, nur } from "../journeys/probe.ts";

export const probe: Probe = {
  wege: {
    "/auswertung": [
      nur("dezernat", "/auswertung"),
      nur("leitung", "/auswertung?von=2020-01&bis=2020-03"),
      nur("leitung", "/auswertung?von=2023-06&bis=2023-01"),
      nur("dezernat", "/auswertung?von=2098-01&bis=2098-06"),
    ],
    "/auswertung/fragen": [nur("dezernat", "/auswertung/fragen"), nur("leitung", "/auswertung/fragen")],
    "/auswertung/auslastung": [nur("koordination", "/auswertung/auslastung")],
    "/auswertung/einrichten": [nur("koordination", "/auswertung/einrichten?getan=eingetragen&n=2")],
    "/auswertung/lieferung": [
      nur("koordination", "/auswertung/lieferung?getan=gemeldet"),
      nur("leitung", "/auswertung/lieferung"),
      nur("dezernat", "/auswertung/lieferung?ab=2023-01"),
    ],
  },
  after: ["beratungen"],
  make: async ({ db }) => {
    await counted(db);
    return {};
  },
};
