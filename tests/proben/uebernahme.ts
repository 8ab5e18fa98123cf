import { staende } from "../support/uebernahme-staende.ts";
import { type Besuch, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");

const EIGENE = "/uebernahmen/:schwierig";
/** The pages of a list in every state that it can be in. */
const STAENDE = ["liest", "monate", "unlesbar", "uebernimmt", "uebernommen", "nimmtZurueck", "zurueckgenommen"];
const NACHGEHOLT = "/uebernahmen/:nachgeholt";
const inJedemStand = (schritt: string): Besuch[] =>
  STAENDE.map((id) => nur("beraterin", `/uebernahmen/:${id}${schritt}`));

export const probe: Probe = {
  wege: {
    "/uebernahmen": [
      beraterin("/uebernahmen"),
      nur("neue", "/uebernahmen"),
      nur("neue", "/uebernahmen?getan=verworfen"),
    ],
    "/uebernahmen/so-liest-kim": [beraterin("/uebernahmen/so-liest-kim")],
    "/uebernahmen/woerter": [nur("beraterin", "/uebernahmen/woerter"), nur("neue", "/uebernahmen/woerter")],
    "/uebernahmen/woerter/entschieden": [
      nur("beraterin", "/uebernahmen/woerter/entschieden"),
      nur("neue", "/uebernahmen/woerter/entschieden"),
      nur("beraterin", "/uebernahmen/woerter/entschieden?getan=woerter&n=3"),
    ],
    "/uebernahmen/:id": [nur("beraterin", EIGENE), ...inJedemStand("")],
    "/uebernahmen/:id/tabellen": [
      nur("beraterin", `${EIGENE}/tabellen`),
      ...inJedemStand("/tabellen"),
      nur("beraterin", "/uebernahmen/:faelle/tabellen"),
    ],
    "/uebernahmen/:id/woerter": [
      nur("beraterin", `${EIGENE}/woerter`),
      nur("beraterin", `${EIGENE}/woerter?wort=wort-4`),
      nur("beraterin", `${EIGENE}/woerter?getan=gespeichert`),
      nur("beraterin", "/uebernahmen/:monate/woerter"),
    ],
    "/uebernahmen/:id/pruefen": [
      nur("beraterin", `${EIGENE}/pruefen`),
      nur("beraterin", `${EIGENE}/pruefen?art=wiederholt`),
      nur("beraterin", "/uebernahmen/:monate/pruefen"),
      nur("beraterin", `${NACHGEHOLT}/pruefen`),
      nur("beraterin", "/uebernahmen/:fastGleich/pruefen"),
      nur("beraterin", "/uebernahmen/:faelle/pruefen"),
    ],
    "/uebernahmen/:id/ergebnis": [
      nur("beraterin", `${EIGENE}/ergebnis`),
      ...inJedemStand("/ergebnis"),
      nur("beraterin", "/uebernahmen/:personen/ergebnis"),
      nur("beraterin", "/uebernahmen/:rest/ergebnis"),
      nur("beraterin", `${NACHGEHOLT}/ergebnis`),
    ],
    "/uebernahmen/:id/zuruecknehmen": [beraterin("/uebernahmen/:uebernommen/zuruecknehmen")],
    "/uebernahmen/:id/verwerfen": [beraterin(`${EIGENE}/verwerfen`), nur("beraterin", `${NACHGEHOLT}/verwerfen`)],
  },
  arten: { "/uebernahmen/": "schwierig" },
  akten: ["/uebernahmen/"],
  make: ({ db, stelle }) => staende(db, stelle.konto.actor),
};
