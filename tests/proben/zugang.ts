import { offerNewTotp } from "../../src/domains/zugang/commands/own-konto.ts";
import { newAddress } from "../support/anmelden.ts";
import { type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");
const niemand = besuch("niemand");

export const probe: Probe = {
  wege: {
    "/anmelden": [niemand("/anmelden"), nur("niemand", "/anmelden?grund=abgelaufen&weiter=%2Fberatungen")],
    "/anmelden/code": [
      { wer: "wartet", path: "/anmelden/code" },
      { wer: "wartet", path: "/anmelden/code?weg=wiederherstellung" },
    ],
    "/anmelden/einrichten": [{ wer: "erstmals", path: "/anmelden/einrichten" }],
    "/einladung/:token": [niemand("/einladung/:einladung"), { ...niemand("/einladung/alt"), status: 404 }],
    "/einrichten/:token": [niemand("/einrichten/:einrichten"), niemand("/einrichten/alt")],
    "/sperre": [{ wer: "gesperrt", path: "/sperre?weiter=%2Fberatungen" }],
    "/konto": [beraterin("/konto?getan=code")],
    "/konto/passwort": [beraterin("/konto/passwort")],
    "/konto/zweiter-faktor": [beraterin("/konto/zweiter-faktor")],
    "/konto/zweiter-faktor/bestaetigen": [beraterin("/konto/zweiter-faktor/bestaetigen")],
    "/konto/codes": [beraterin("/konto/codes")],
    "/demo": [niemand("/demo")],
  },
  // Somebody who is about to take another telephone: the page that confirms it exists only then.
  make: async ({ stelle }) => {
    const { actor, passwort } = stelle.konto;
    await offerNewTotp(actor, { passwort, address: newAddress() });
    return {};
  },
};
