import { beforeAll, describe, expect, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { catchUpWithKeys } from "../../../betrieb/nachtrag.ts";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { writeAs } from "../../../platform/db.ts";
import { readMarks } from "../../../platform/installation-marks.ts";
import { daysFrom } from "../../../platform/span.ts";
import { changePerson } from "../../personen/commands/change-person.ts";
import { personOf } from "../../personen/index.ts";
import { NameEingabe } from "../../personen/model/teile.ts";
import { followGeburt } from "../commands/follow-geburt.ts";
import { type Ziel, einwilligungen } from "./verben.ts";

const db = testDatabase();
let actor: Actor;
let v: Awaited<ReturnType<typeof einwilligungen>>;
const actorOf = () => actor;

beforeAll(async () => {
  actor = (await beratungsstelle()).konto.actor;
  v = await einwilligungen(actor);
});

describe("the word of the guardians", () => {
  /** Born 18 years before a day so many days from today. */
  const born = (days: number) => {
    const tag = daysFrom(today(), days);
    return `${Number(tag.slice(0, 4)) - 18}${tag.slice(4).replace("-02-29", "-02-28")}`;
  };
  const given = async (wer: string, empfaenger: string) => {
    const id = await v.draft({ empfaenger, kategorien: ["kontakt"], wer });
    await v.explain(id);
    // Given while she was a child: nobody could write it down so today.
    await db.admin(
      `update kim.einwilligung set stand = 'erteilt', durch = 'sorge', form = 'papier', gueltig_ab = '2020-01-01' where id = '${id}'`,
    );
  };

  test("lets nothing out from the 18th birthday on, by the day, and says to ask her herself", async () => {
    const gestern = await v.neuePerson(born(-1));
    const ziel: Ziel = { empfaenger: "Schule am Wald", kategorien: ["kontakt"], wer: gestern };
    await given(gestern, ziel.empfaenger);
    await expect(v.send(ziel)).rejects.toThrow("Fragen Sie sie selbst");
    const heute = { ...ziel, wer: await v.neuePerson(born(0)) };
    await given(heute.wer, ziel.empfaenger);
    expect(await v.may(heute)).toBe(false);
    const kind = { ...ziel, wer: await v.neuePerson(daysFrom(today(), -17 * 365)) };
    await given(kind.wer, ziel.empfaenger);
    expect(await v.may(kind)).toBe(true);
    // A guess is told on the page, and stops nothing.
    await db.admin(`update kim.person set geburt_geschaetzt = true where id = '${heute.wer}'`);
    expect(await v.may(heute)).toBe(true);
  });

  test("is due to be asked anew in the month of her birthday, and follows a birth that was put right", async () => {
    const wer = await v.neuePerson(daysFrom(today(), -3650));
    const id = await v.draft({ empfaenger: "Schule am Berg", kategorien: ["kontakt"], wer });
    await v.explain(id);
    await v.give(id, { durch: "sorge" });
    const frist = () => db.admin(`select am::text from kim.frist where einwilligung_id = '${id}' and stand = 'offen'`);
    const monat = `${String(Number(daysFrom(today(), -3650).slice(0, 4)) + 18)}${daysFrom(today(), -3650).slice(4, 8)}01`;
    expect(await frist()).toEqual([{ am: monat }]);
    await writeAs(actorOf(), async (tx) => {
      const { version } = await personOf(tx, actorOf(), wer);
      const jo = { person_vorname: "Jo", person_nachname: "Muster", person_geburtsdatum: "2015-06-20" };
      await changePerson(tx, actorOf(), { id: wer, version }, NameEingabe.parse(jo));
      await followGeburt(tx, actorOf(), wer);
    });
    expect(await frist()).toEqual([{ am: "2033-06-01" }]);
    // Given before the month was kept: the first start that knows it writes it, and no later one looks again.
    const before = () => db.admin(`update kim.einwilligung set volljaehrig_monat = null where id = '${id}'`);
    const start = async () => catchUpWithKeys(db.urlOf, await readMarks(db.urlOf("kim_owner")));
    await before();
    expect(await frist()).toEqual([]);
    await start();
    expect(await frist()).toEqual([{ am: "2033-06-01" }]);
    await before();
    await start();
    expect(await frist()).toEqual([]);
    // Nothing in the clear says the day.
    expect(JSON.stringify(await db.admin(`select * from kim.einwilligung where id = '${id}'`))).not.toContain("06-20");
  });
});
