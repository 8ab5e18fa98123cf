import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { besetzung, getippteBesetzung, stelle } from "../../../../tests/support/stellen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { changeBesetzung } from "../commands/change-besetzung.ts";
import { amTag, besetztAm, personen, vakanzen } from "../model/plan.ts";
import { stelleOf } from "../queries/stellen.ts";

testDatabase();
let actor: Actor;
beforeAll(async () => {
  actor = (await testKonto({ kreis: "05382", rollen: ["kim_koordination"] })).actor;
});
const own = () => stelle(actor, actor.traegerId);
const read = (id: string) => readAs(actor, (tx) => stelleOf(tx, actor, id));

describe("two on one post, one on two", () => {
  test("while it is handed over, both are entered with the reason, and the post is filled once", async () => {
    const id = await own();
    await besetzung(actor, id, { bis: "2023-06-30" });
    const next = { name: "Jo Muster", von: "2023-06-01" };
    await expect(besetzung(actor, id, next)).rejects.toThrow("geben Sie den Grund der Überschneidung an");
    await expect(besetzung(actor, id, next)).rejects.toBeInstanceOf(Refused);
    await besetzung(actor, id, { ...next, ueberschneidung: "einarbeitung" });
    const stelle = await read(id);
    for (const day of ["2023-05-31", "2023-06-15", "2023-07-01"]) expect(besetztAm(stelle, day)).toBe(100);
    expect(vakanzen(stelle)).toEqual([]);
    expect(personen([amTag(stelle, "2023-06-15")])).toBe(2);
  });

  test("somebody without an account on two half posts is one person, whatever the spaces", async () => {
    const [one, other, third] = [await own(), await own(), await own()];
    const halves = [
      await besetzung(actor, one, { name: "Ada Halbtag", anteil: "0,5" }),
      await besetzung(actor, other, { name: "ada  halbtag", anteil: "0,5" }),
    ];
    const rows = async () => [await read(one), await read(other), await read(third)].map((s) => amTag(s, "2023-03-01"));
    expect(personen(await rows())).toBe(1);
    await besetzung(actor, third, { name: "Ida Halbtag", anteil: "0,5" });
    expect(personen(await rows())).toBe(2);
    const at = { stelle: other, besetzung: halves[1] ?? "", version: 1 };
    const input = getippteBesetzung({ name: "Uta Halbtag", anteil: "0,5" });
    await writeAs(actor, (tx) => changeBesetzung(tx, actor, at, input));
    expect(personen(await rows())).toBe(3);
  });
});
