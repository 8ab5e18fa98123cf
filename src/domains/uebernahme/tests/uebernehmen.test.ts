import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { erwartet } from "../../../../tests/support/handlisten.ts";
import { HANDLISTEN, handliste, kommunenVon, listen } from "../../../../tests/support/uebernahme.ts";
import { alsJson } from "../model/als-json.ts";
import type { Uebernahme } from "../model/uebernahme.ts";

const db = testDatabase();
const { hoch, uebernimm, nimmZurueck } = listen(db);
let stelle: Beratungsstelle;
const taken = new Map<string, Uebernahme>();

const actor = () => stelle.konto.actor;
const pairs = (rows: Record<string, unknown>[]) =>
  Object.fromEntries(rows.map((row) => [String(row["k"]), Number(row["n"])]));

/** The figures of a list as they stand in the database. */
async function stored(id: string) {
  const count = async (statement: string) => pairs(await db.admin(statement, [id]));
  const [row] = await db.admin(
    `select (select count(*) from kim.beratung where uebernahme_id = $1)
       + (select coalesce(sum(beratungen), 0) from kim.summe where uebernahme_id = $1) as beratungen,
       (select count(*) from kim.beratung where uebernahme_id = $1 and neuzuweisung) as neuzuweisungen`,
    [id],
  );
  return {
    beratungen: Number(row?.["beratungen"]),
    neuzuweisungen: Number(row?.["neuzuweisungen"]),
    themen: await count(
      `select handlungsfeld as k, sum(n) as n from (
         select t.handlungsfeld, 1 as n from kim.beratung_thema t join kim.beratung b on b.id = t.beratung_id
         where b.uebernahme_id = $1
         union all select t.handlungsfeld, t.anzahl from kim.summe_thema t join kim.summe s on s.id = t.summe_id
         where s.uebernahme_id = $1) as alle group by 1`,
    ),
    kommunen: await count(
      `select k.name as k, sum(n) as n from (
         select ags, 1 as n from kim.beratung where uebernahme_id = $1
         union all select ags, beratungen from kim.summe where uebernahme_id = $1) as alle
       join kim.kommune k using (ags) group by 1`,
    ),
    monate: await count(
      `select to_char(am, 'YYYY-MM') as k, count(*) as n from kim.beratung where uebernahme_id = $1 group by 1`,
    ),
  };
}

/** Everything that an import can leave, by table. */
const bestand = async () =>
  pairs(
    await db.admin(`
      select 'beratung' as k, count(*) as n from kim.beratung
      union all select 'thema', count(*) from kim.beratung_thema
      union all select 'beratung_person', count(*) from kim.beratung_person
      union all select 'beratung_wort', count(*) from kim.beratung_wort
      union all select 'person', count(*) from kim.person
      union all select 'person_sprache', count(*) from kim.person_sprache
      union all select 'token', count(*) from kim.person_token
      union all select 'summe', count(*) from kim.summe
      union all select 'summe_thema', count(*) from kim.summe_thema
      union all select 'wort', count(*) from kim.wort
      union all select 'schluessel', count(*) from tresor.schluessel where art in ('person', 'beratung')`),
  );

beforeAll(async () => {
  stelle = await beratungsstelle();
  await kommunenVon("05382");
});

describe("the four lists of the teams", () => {
  test.each(HANDLISTEN)("%s: the database has the expected figures", async (datei) => {
    const read = await hoch(actor(), datei, handliste(datei));
    expect(read.stand).toBe("gelesen");
    const done = await uebernimm(actor(), read);
    expect(done).toMatchObject({ stand: "uebernommen", fortschritt: 100 });
    taken.set(datei, done);
    const expected = erwartet.dateien[datei];
    const { monate, neuzuweisungen, ...figures } = await stored(done.id);
    expect(figures).toEqual({
      beratungen: expected?.beratungen,
      themen: expected?.themen,
      kommunen: expected?.kommunen,
    });
    expect(neuzuweisungen).toBe(expected?.neuzuweisungen ?? 0);
    expect(monate).toEqual(expected?.summen === true ? {} : (expected?.monate ?? monate));
  });

  test("nobody is named outside the tresor", async () => {
    const [row] = await db.admin("select count(*) as n from kim.beratung_person");
    expect(Number(row?.["n"])).toBeGreaterThan(100);
    const persons = [...taken.values()].flatMap(({ befund }) => befund?.zeilen ?? []);
    expect(persons.length).toBeGreaterThan(0);
  });

  test("the same file again changes nothing and says why", async () => {
    const before = await bestand();
    for (const datei of HANDLISTEN) {
      const read = await hoch(actor(), datei, handliste(datei));
      const { befund, zahlen } = read;
      expect(befund?.schonUebernommen?.beratungen).toBe(erwartet.dateien[datei]?.beratungen);
      expect(zahlen).toMatchObject({ uebernommen: 0, beratungen: 0 });
      if (befund !== null) expect(alsJson(befund).uebernommen).toBe(0);
      expect((await uebernimm(actor(), read)).stand).toBe("uebernommen");
    }
    expect(await bestand()).toEqual(before);
  });

  test("taken back nothing is left, and the file can be taken over again", async () => {
    for (const list of taken.values()) expect((await nimmZurueck(actor(), list)).stand).toBe("zurueckgenommen");
    expect(Object.values(await bestand()).every((n) => n === 0)).toBe(true);
    const [datei] = HANDLISTEN;
    const again = await uebernimm(actor(), await hoch(actor(), datei, handliste(datei)));
    expect((await stored(again.id)).beratungen).toBe(erwartet.dateien[datei]?.beratungen);
  });
});
