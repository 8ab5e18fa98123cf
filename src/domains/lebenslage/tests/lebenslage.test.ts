import { beforeAll, describe, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { kollegin } from "../../../../tests/support/vertretung.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { PersonEingabe, createPerson } from "../../personen/index.ts";
import { changeEintrag } from "../commands/change-eintrag.ts";
import { recordEintrag } from "../commands/record-eintrag.ts";
import { AufenthaltEingabe } from "../model/aufenthalt.ts";
import { SchutzEingabe } from "../model/schutzbedarf.ts";
import { aufenthalte } from "../queries/aufenthalte.ts";
import { fassungen } from "../queries/fassungen.ts";
import { schutzbedarf } from "../queries/schutzbedarf.ts";
import { AUFENTHALT } from "../rows/aufenthalt.ts";
import { SCHUTZBEDARF } from "../rows/schutzbedarf.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;
let person: string;

beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
  person = await writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse({ person_vorname: "Jo" })));
});

const titel = (status: string, more: object = {}) => AufenthaltEingabe.parse({ status, ...more });
const record = (e: AufenthaltEingabe, actor = mira) =>
  writeAs(actor, (tx) => recordEintrag(tx, actor, AUFENTHALT, person, e));
const change = (id: string, version: number, e: AufenthaltEingabe, falsch = false) =>
  writeAs(mira, (tx) => changeEintrag(tx, mira, AUFENTHALT, { id, version }, { falsch, e }));

describe("an entry", () => {
  test("is changed where it stands; what stood there stays, sealed, with who and when", async () => {
    const id = await record(titel("gestattung", { von: "2024-01-01", notiz: "Anhörung steht aus" }));
    const ended = titel("gestattung", { von: "2024-01-01", bis: "2025-01-01" });
    await change(id, 1, ended);
    await expect(change(id, 1, ended)).rejects.toThrow(Stale);
    await expect(change(id, 2, ended)).rejects.toThrow(Refused);
    await change(id, 2, ended, true);
    const [now] = await readAs(mira, (tx) => aufenthalte(tx, mira, { id }));
    expect(now).toMatchObject({ version: 3, falsch: true, daten: { bis: "2025-01-01", notiz: null } });
    const before = await readAs(mira, (tx) => fassungen(tx, mira, person, ["aufenthalt"]));
    expect(before.map(({ werte }) => [werte["notiz"], werte["bis"], werte["falsch"]])).toEqual([
      [[""], ["2025-01-01"], []],
      [["Anhörung steht aus"], [""], []],
    ]);
    const stored = JSON.stringify(await db.admin("select * from kim.aufenthalt, kim.lage_fassung"));
    expect(stored).not.toContain("Anhörung");
  });

  test("of somebody else's person is none, for reading and for writing", async () => {
    const { actor } = await kollegin(stelle);
    const id = await record(titel("p24"));
    await expect(record(titel("p24"), actor)).rejects.toThrow(NotFound);
    expect(await readAs(actor, (tx) => aufenthalte(tx, actor, { person }))).toEqual([]);
    const foreign = { falsch: true, e: titel("p24") };
    await expect(
      writeAs(actor, (tx) => changeEintrag(tx, actor, AUFENTHALT, { id, version: 1 }, foreign)),
    ).rejects.toThrow(NotFound);
  });
});

test("a need for protection tells nothing in the database: neither what, nor since when", async () => {
  const bedarf = SchutzEingabe.parse({ arten: ["gewalt"], von: "2026-05-05", hinweis: "Anschrift nicht nennen" });
  await writeAs(mira, (tx) => recordEintrag(tx, mira, SCHUTZBEDARF, person, bedarf));
  const [read] = await readAs(mira, (tx) => schutzbedarf(tx, mira, { person }));
  expect(read?.daten).toEqual(bedarf);
  const stored = JSON.stringify(await db.admin("select * from kim.schutzbedarf"));
  for (const told of ["gewalt", "2026-05", "Anschrift"]) expect(stored).not.toContain(told);
  const log = await db.admin("select art, gegenstand_id, zweck from kim.protokoll where art like 'schutzbedarf.%'");
  expect(log).toEqual([{ art: "schutzbedarf.eingetragen", gegenstand_id: person, zweck: "schutzbedarf" }]);
});
