import {
  NeuerTermin,
  SprechstundeEingabe,
  beginSprechstunde,
  endTermin,
  makeTermin,
  toggleAusfall,
} from "../../src/domains/termine/index.ts";
import { today } from "../../src/platform/clock.ts";
import { writeAs } from "../../src/platform/db.ts";
import { daysFrom } from "../../src/platform/span.ts";
import { type Ids, type Ort, type Probe, besuch, nur } from "../journeys/probe.ts";

const beraterin = besuch("beraterin");
const LAST = "2020-01-06";

/** A day with two appointments at the same time, one that was cancelled, and a series of which one day is off. */
async function make({ stelle, ids }: Ort): Promise<Ids> {
  const { actor } = stelle.konto;
  const set = (beginn: string, more: object = {}) =>
    writeAs(actor, (tx) =>
      makeTermin(
        tx,
        actor,
        NeuerTermin.parse({ tag: today(), beginn, dauer: "45", standort: stelle.standortId, ...more }),
      ),
    );
  const termin = await set("10:00", { person: ids["person"], betreff: "Bescheid mitbringen", raum: "Raum 2" });
  await set("10:30", { betreff: "Ehepaar, Arabisch" });
  const terminAbgesagt = await set("14", {});
  await writeAs(actor, (tx) => endTermin(tx, actor, { id: terminAbgesagt, version: 1 }, "abgesagt", "krank"));
  const typed = { standort: stelle.standortId, wochentag: "1", rhythmus: "woche", beginn: "9", ende: "12", von: LAST };
  const sprechstunde = await writeAs(actor, (tx) =>
    beginSprechstunde(tx, actor, SprechstundeEingabe.parse({ ...typed, raum: "Raum 1" })),
  );
  const monday = daysFrom(LAST, 7 * Math.ceil((Date.parse(today()) - Date.parse(LAST)) / (7 * 86_400_000)));
  await writeAs(actor, (tx) => toggleAusfall(tx, actor, { id: sprechstunde, version: 1 }, monday));
  return { termin, terminAbgesagt, sprechstunde };
}

export const probe: Probe = {
  wege: {
    "/termine": [beraterin("/termine"), nur("beraterin", "/termine?tag=2027-03-28"), nur("neue", "/termine")],
    "/termine/neu": [beraterin("/termine/neu?person=:person"), nur("beraterin", "/termine/neu")],
    "/termine/:id": [
      beraterin("/termine/:termin"),
      nur("beraterin", "/termine/:termin?getan=gleichzeitig&n=1"),
      nur("beraterin", "/termine/:terminAbgesagt"),
    ],
    "/termine/:id/bearbeiten": [beraterin("/termine/:termin/bearbeiten")],
    "/termine/:id/stand": [
      beraterin("/termine/:termin/stand?nach=abgesagt"),
      nur("beraterin", "/termine/:terminAbgesagt/stand?nach=geplant"),
    ],
    "/sprechstunden": [beraterin("/sprechstunden"), nur("neue", "/sprechstunden")],
    "/sprechstunden/neu": [beraterin("/sprechstunden/neu")],
    "/sprechstunden/:id": [beraterin("/sprechstunden/:sprechstunde")],
    "/kalender": [beraterin("/kalender"), nur("beraterin", "/kalender?getan=weg")],
  },
  dateien: ["/kalender/abo/:token"],
  arten: { "/termine/": "termin", "/sprechstunden/": "sprechstunde" },
  akten: ["/termine/:id", "/sprechstunden/:id"],
  after: ["personen"],
  make,
};
