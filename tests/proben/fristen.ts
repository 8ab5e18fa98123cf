import { NeueFrist, doFristen, setFrist } from "../../src/domains/fristen/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");
const leitung = besuch("leitung");

/** One that is due, one that is over, one of a case that was done; the last done together. */
async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const set = (titel: string, days: number, more: object = {}) => {
    const input = { person: ids["person"], titel, am: daysFrom(today(), days), ...more };
    return writeAs(actor, (tx) => setFrist(tx, actor, NeueFrist.parse(input)));
  };
  const frist = await set("Bescheid nachfragen", 3);
  await set("Unterlagen für die Schule", -4);
  const fristDone = await set("Termin beim Amt", 1, { fall: ids["fall"] });
  const done = { tun: "erledigen", grund: "Termin ist gemacht" } as const;
  const lauf = await writeAs(actor, (tx) => doFristen(tx, actor, [{ id: fristDone, version: 1 }], done));
  return { frist, fristDone, lauf };
}

export const probe: Probe = {
  wege: {
    "/fristen": [
      beraterin("/fristen"),
      nur("beraterin", "/fristen?stand=beendet"),
      nur("beraterin", "/fristen?person=:person"),
      nur("beraterin", "/fristen?getan=erledigen&n=2&lauf=:lauf"),
      nur("neue", "/fristen?stand=offen"),
    ],
    "/fristen/neu": [
      beraterin("/fristen/neu?person=:person"),
      nur("beraterin", "/fristen/neu?fall=:fall"),
      nur("beraterin", "/fristen/neu"),
    ],
    "/fristen/auswahl": [
      beraterin("/fristen/auswahl?tun=verschieben&frist=:frist.1"),
      nur("beraterin", "/fristen/auswahl?tun=uebergeben&frist=:frist.1"),
      nur("beraterin", "/fristen/auswahl?tun=verwerfen&frist=:frist.1"),
      nur("beraterin", "/fristen/auswahl"),
    ],
    "/auslastung": [leitung("/auslastung")],
    "/fristen/erinnerung": [beraterin("/fristen/erinnerung")],
    "/fristen/zurueck/:lauf": [beraterin("/fristen/zurueck/:lauf")],
    "/fristen/:id": [beraterin("/fristen/:frist"), nur("beraterin", "/fristen/:fristDone?getan=erledigen&n=1")],
    "/fristen/:id/bearbeiten": [beraterin("/fristen/:frist/bearbeiten")],
  },
  arten: { "/fristen/zurueck/": "lauf", "/fristen/": "frist" },
  akten: ["/fristen/:id", "/fristen/zurueck/"],
  after: ["personen", "faelle"],
  make,
};
