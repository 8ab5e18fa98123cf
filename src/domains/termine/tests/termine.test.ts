import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { beginSprechstunde, toggleAusfall } from "../commands/set-sprechstunde.ts";
import { changeTermin, endTermin, makeTermin } from "../commands/set-termin.ts";
import { SprechstundeEingabe } from "../model/sprechstunde.ts";
import { NeuerTermin, STAND, type Stand, TerminAngaben, hindernis, schrittText } from "../model/termin.ts";
import { terminOf, verlaufOf } from "../queries/termin.ts";
import { eintraege } from "../queries/woche.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
});

const TAG = "2027-03-30";
const typed = (more: object = {}) => ({
  tag: TAG,
  beginn: "9:30",
  dauer: "45",
  betreff: "Ehepaar Musterlich",
  ...more,
});
const make = (more: object = {}) => writeAs(mira, (tx) => makeTermin(tx, mira, NeuerTermin.parse(typed(more))));
const one = (id: string, actor = mira) => readAs(actor, (tx) => terminOf(tx, actor, id));

describe("an appointment", () => {
  test("with a person lies in her file, without one sealed under the Träger; nobody else finds it", async () => {
    const jo = PersonEingabe.parse({ person_vorname: "Jo" });
    const person = await writeAs(mira, (tx) => createPerson(tx, mira, jo));
    const ids = [await make({ person }), await make()];
    for (const id of ids) expect((await one(id)).betreff).toBe("Ehepaar Musterlich");
    const stored = await db.admin("select encode(betreff, 'escape') as b from kim.termin");
    expect(JSON.stringify(stored)).not.toContain("Musterlich");
    const fremd = (await kollegin(stelle)).actor;
    for (const id of ids) await expect(one(id, fremd)).rejects.toThrow(NotFound);
  });

  test("that is moved tells from when; each end can be taken back, and nothing of it is forgotten", async () => {
    const id = await make();
    const moved = TerminAngaben.parse(typed({ beginn: "14", grund: "Kind krank" }));
    await writeAs(mira, (tx) => changeTermin(tx, mira, { id, version: 1 }, moved));
    await writeAs(mira, (tx) => endTermin(tx, mira, { id, version: 2 }, "nicht_erschienen"));
    await expect(writeAs(mira, (tx) => changeTermin(tx, mira, { id, version: 3 }, moved))).rejects.toThrow(Refused);
    await writeAs(mira, (tx) => endTermin(tx, mira, { id, version: 3 }, "geplant"));
    const verlauf = await readAs(mira, async (tx) => verlaufOf(tx, mira, await terminOf(tx, mira, id)));
    expect(verlauf.map((s, i) => schrittText(s, verlauf[i - 1]))).toEqual([
      "ausgemacht für 30.03.2027, 9:30 Uhr",
      "verlegt von 30.03.2027, 9:30 Uhr auf 30.03.2027, 14:00 Uhr",
      "nicht erschienen",
      "wieder geplant",
    ]);
    expect(verlauf[1]?.grund).toBe("Kind krank");
  });

  test.each(STAND.flatMap((von) => STAND.map((nach): [Stand, Stand] => [von, nach])))(
    "from %s to %s as the table says",
    async (von, nach) => {
      const id = await make();
      let version = 1;
      const to = (stand: Stand) => writeAs(mira, (tx) => endTermin(tx, mira, { id, version }, stand));
      if (von !== "geplant") {
        await to(von);
        version += 1;
      }
      const done = to(nach);
      await (hindernis(von, nach) === undefined ? done : expect(done).rejects.toThrow(Refused));
    },
  );
});

test("a week has the hours of a series but for the days that are off, and says what is at the same time", async () => {
  const jo = (await kollegin(stelle)).actor;
  const serie = { standort: stelle.standortId, wochentag: "2", rhythmus: "woche", beginn: "9", ende: "12" };
  const id = await writeAs(jo, (tx) =>
    beginSprechstunde(tx, jo, SprechstundeEingabe.parse({ ...serie, von: "2027-01-01" })),
  );
  for (const beginn of ["9:00", "9:30", "10:15"])
    await writeAs(jo, (tx) => makeTermin(tx, jo, NeuerTermin.parse(typed({ beginn }))));
  await writeAs(jo, (tx) => toggleAusfall(tx, jo, { id, version: 1 }, TAG));
  const off = writeAs(jo, (tx) => toggleAusfall(tx, jo, { id, version: 2 }, "2027-03-31"));
  await expect(off).rejects.toThrow("keine Sprechstunde");
  const week = await readAs(jo, (tx) => eintraege(tx, jo, [jo.kontoId], ["2027-03-29", "2027-04-04"]));
  expect(week.map(({ art, stand, gleichzeitig }) => [art, stand, gleichzeitig])).toEqual([
    ["sprechstunde", "ausfall", false],
    ["termin", "geplant", true],
    ["termin", "geplant", true],
    ["termin", "geplant", false],
  ]);
});
