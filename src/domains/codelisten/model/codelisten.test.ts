import { expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { systemActor } from "../../../platform/actor.ts";
import { readAs } from "../../../platform/db.ts";
import { LISTEN } from "./codelisten.ts";
import { DRUCKSPRACHE } from "./druck-sprachen.ts";
import { MITBRINGEN, MITBRINGSEL, codelisten, kodesAm, kurzOf, mitbringWort, nameOf } from "../index.ts";

testDatabase();

test("reads every list in its order", async () => {
  const lists = await readAs(systemActor("05382"), codelisten);
  for (const list of LISTEN) expect(lists[list].length, list).toBeGreaterThan(2);
  expect(lists.handlungsfeld.map((k) => k.taste).join("")).toBe("123456789ebt");
  expect(lists.stufe.map((k) => k.code)).toEqual(["0", "1", "2"]);
  expect(lists.verstaendigung.filter((k) => k.hinweis).map((k) => k.code)).toEqual(["kind_dolmetscht"]);
});

test("an ended code is not offered any more, unless the record has it already", () => {
  const common = { taste: null, hinweis: false, gruppe: null, ab: "2020-01-01" };
  const list = [
    { ...common, code: "alt", name: "Alt", kurz: "A", bis: "2024-12-31" },
    { ...common, code: "neu", name: "Neu", kurz: "N", bis: null },
  ];
  expect(kodesAm(list, "2024-12-31")).toHaveLength(2);
  expect(kodesAm(list, "2025-01-01").map((k) => k.code)).toEqual(["neu"]);
  expect(kodesAm(list, "2025-01-01", ["alt"])).toHaveLength(2);
  expect(nameOf(list, "alt")).toBe("Alt");
  expect(kurzOf(list, "fremd")).toBe("fremd");
  expect(nameOf(list, null)).toBe("");
});

test("what to bring is called as its kind of document, each by words of its own in every language", async () => {
  const { dokumentart } = await readAs(systemActor("05382"), codelisten);
  expect(Object.keys(MITBRINGEN).toSorted()).toEqual(MITBRINGSEL.toSorted());
  for (const one of MITBRINGSEL) {
    const { art, name } = MITBRINGEN[one];
    if (art !== null) expect(nameOf(dokumentart, art), one).toBe(name);
  }
  // Everything that is filed can be asked for, save what was written here and what has no name.
  const asked = MITBRINGSEL.flatMap((one) => MITBRINGEN[one].art ?? []);
  expect(dokumentart.map(({ code }) => code).filter((code) => !asked.some((one) => one === code))).toEqual([
    "brief",
    "anderes",
  ]);
  for (const sprache of DRUCKSPRACHE) {
    const worte = MITBRINGSEL.map((one) => mitbringWort(sprache, one));
    expect(new Set(worte).size, sprache).toBe(worte.length);
  }
  const lists = DRUCKSPRACHE.map((sprache) => MITBRINGSEL.map((one) => mitbringWort(sprache, one)).join());
  expect(new Set(lists).size).toBe(DRUCKSPRACHE.length);
});
