import { readFileSync, readdirSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { today } from "../../../platform/clock.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { CAUGHT_UP, migrate } from "../../../platform/migrate.ts";
import { daysFrom } from "../../../platform/span.ts";
import { LEISTUNG, LeistungEingabe, recordEintrag } from "../../lebenslage/index.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { doFristen } from "../commands/do-fristen.ts";
import { verlaufOf } from "../queries/frist.ts";
import { fristListe } from "../queries/liste.ts";

const db = testDatabase();

/** What the first start of another version does. */
async function update(): Promise<void> {
  await db.admin("update betrieb.merkmal set wert = 'eine Fassung davor' where name = $1", [CAUGHT_UP]);
  await start();
}

async function start(): Promise<void> {
  const [row] = await db.admin("select current_database() as name");
  await migrate({
    adminUrl: inject("adminUrl"),
    database: String(row?.["name"]),
    passwords: inject("passwords"),
  });
}

test("what stood in files of each Kreis before there were Fristen gets its own once, and no wall ever stood aside", async () => {
  const stellen = [await beratungsstelle("05382"), await beratungsstelle("05378")];
  const antrag = LeistungEingabe.parse({ art: "sgb2", beantragt_am: daysFrom(today(), -10) });
  await db.admin("alter table kim.leistung disable trigger frist_folgt");
  const personen = await Promise.all(
    stellen.map(async ({ konto: { actor } }) => {
      const person = await writeAs(actor, (tx) =>
        createPerson(tx, actor, PersonEingabe.parse({ person_vorname: "Jo" })),
      );
      await writeAs(actor, (tx) => recordEintrag(tx, actor, LEISTUNG, person, antrag));
      return { actor, person };
    }),
  );
  await db.admin("alter table kim.leistung enable trigger frist_folgt");
  // The role that gives it owns no table: what it does, it does through the walls.
  const owns = await db.admin("select from pg_tables where tableowner = 'kim_web'");
  expect(owns).toEqual([]);
  await update();
  for (const { actor, person } of personen) {
    const offen = () =>
      readAs(actor, async (tx) => (await fristListe(tx, actor, { auswahl: "offen", person }, {})).fristen);
    const [frist, ...more] = await offen();
    expect([frist?.art, frist?.am, more.length]).toEqual(["antwort", daysFrom(today(), 20), 0]);
    if (frist === undefined) continue;
    expect(await readAs(actor, (tx) => verlaufOf(tx, actor, frist))).toHaveLength(1);
    const done = { tun: "erledigen", grund: null } as const;
    await writeAs(actor, (tx) => doFristen(tx, actor, [{ id: frist.id, version: frist.version }], done));
  }
  await update();
  const staende = await db.admin("select stand, version from kim.frist");
  expect(staende).toEqual(personen.map(() => ({ stand: "erledigt", version: 2 })));
  // Another start of the same version looks for nothing.
  const [one] = stellen;
  await db.admin("delete from kim.frist where kreis = $1", [one?.kreis]);
  await start();
  expect(await db.admin("select from kim.frist where kreis = $1", [one?.kreis])).toEqual([]);
  const force = "no force row level security";
  for (const file of readdirSync("db/code")) expect(readFileSync(`db/code/${file}`, "utf8"), file).not.toContain(force);
});
