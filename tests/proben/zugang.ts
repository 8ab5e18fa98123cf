import { invite } from "../../src/domains/zugang/commands/invite.ts";
import { offerNewTotp } from "../../src/domains/zugang/commands/own-konto.ts";
import { endWege } from "../../src/domains/zugang/rows/anmeldewege.ts";
import { markAccepted, recordErneuerung } from "../../src/domains/zugang/rows/erneuerungen.ts";
import { systemActor } from "../../src/platform/actor.ts";
import { writeAs } from "../../src/platform/db.ts";
import { subjectKeys } from "../../src/platform/tresor/keys.ts";
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
    "/konto/erneuerung": [
      { wer: "erneuert", path: "/konto/erneuerung" },
      nur("dezernat", "/konto/erneuerung"),
      nur("beraterin", "/konto/erneuerung?getan=frei"),
    ],
    "/konto/angefangen": [beraterin("/konto/angefangen"), nur("neue", "/konto/angefangen")],
    "/konto/passwort": [beraterin("/konto/passwort")],
    "/konto/zweiter-faktor": [beraterin("/konto/zweiter-faktor")],
    "/konto/zweiter-faktor/bestaetigen": [beraterin("/konto/zweiter-faktor/bestaetigen")],
    "/konto/codes": [beraterin("/konto/codes")],
    "/demo": [niemand("/demo")],
  },
  // Somebody who is about to take another telephone: the page that confirms it exists only then. Somebody whose way in was
  // renewed and used, and somebody whose address was changed.
  make: async ({ stelle, actorOf }) => {
    const { actor, passwort } = stelle.konto;
    await offerNewTotp(actor, { passwort, address: newAddress() });
    const [leitung, erneuert, dezernat] = [actorOf("leitung"), actorOf("erneuert"), actorOf("dezernat")];
    await writeAs(leitung, async (tx) => {
      await invite(tx, leitung, erneuert.kontoId, { art: "zurueckgesetzt" });
      const key = (await subjectKeys(tx, leitung.kreis, [dezernat.kontoId])).get(dezernat.kontoId);
      if (key !== undefined) await recordErneuerung(tx, leitung, { ...dezernat, key }, "adresse");
    });
    await writeAs(systemActor(stelle.kreis), async (tx) => {
      await endWege(tx, erneuert, { prove: true });
      await markAccepted(tx, erneuert.kontoId);
    });
    return { erneuert: erneuert.kontoId };
  },
};
