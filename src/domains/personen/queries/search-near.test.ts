import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { createPerson, findPersons, PersonEingabe } from "../index.ts";
import { similarIds } from "./candidates.ts";

testDatabase();
let mira: Actor;

const PEOPLE = [
  ["Олена", "Мустерченко", "1990-05-17"],
  ["Karl", "Probe"],
  ["Karla", "Probst"],
  ["Anneliese", "Probe"],
  ["Karl", "Quandt"],
  ["Xaver", "Brobe"],
];

beforeAll(async () => {
  mira = (await testKonto({ kreis: "05382", rollen: ["cm_lokal"] })).actor;
  for (const [person_vorname, person_nachname, person_geburtsdatum] of PEOPLE) {
    const eingabe = PersonEingabe.parse({ person_vorname, person_nachname, person_geburtsdatum });
    await writeAs(mira, (tx) => createPerson(tx, mira, eingabe));
  }
});

const find = (text: string, ab?: number) => readAs(mira, (tx) => findPersons(tx, mira, text, ab));

test("whoever is far from a whole name is opened where one goes on, and at once where a birth was asked for", async () => {
  const all = await readAs(mira, (tx) => similarIds(tx, mira, { name: "Karl Probe", geburtsdatum: null }));
  const near = all.filter(({ nah }) => nah).length;
  expect([near > 0, near < all.length]).toEqual([true, true]);
  const first = await find("Karl Probe");
  expect([first.treffer[0]?.name, first.weiter]).toEqual(["Karl Probe", near]);
  expect((await find("Karl Probe", near)).weiter).toBeUndefined();
  // Births tell apart by themselves: all are looked at.
  const born = await find("Karl Probe 17.5.1990");
  expect(born.treffer.map(({ name }) => name)).toContain("Олена Мустерченко");
  expect(born.weiter).toBeUndefined();
});
