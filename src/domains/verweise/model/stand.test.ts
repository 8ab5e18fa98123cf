import { expect, test } from "vitest";
import { ENDEN, STAENDE, STAND, UEBERGAENGE, hindernis, isOffener, schritteAus } from "./stand.ts";

test("the table of steps names every state, has each step once, and reaches all of them from the first", () => {
  expect(STAND).toEqual(Object.keys(STAENDE));
  const steps = UEBERGAENGE.map(({ von, nach }) => `${von} ${nach}`);
  expect(new Set(steps).size).toBe(steps.length);
  const seen = new Set<string>(["offen"]);
  for (const stand of seen) for (const { von, nach } of UEBERGAENGE) if (von === stand) seen.add(nach);
  expect([...seen].toSorted()).toEqual([...STAND].toSorted());
});

test("no state is without a way out, an end leads only back to the beginning, and whatever is open can end", () => {
  for (const von of STAND) {
    const nach = schritteAus(von).map((one) => one.nach);
    if (isOffener(von)) for (const ende of ENDEN) expect(nach, von).toContain(ende);
    else expect(nach, von).toEqual(["offen"]);
  }
});

test("says of every other step what is possible instead", () => {
  for (const von of STAND) {
    for (const nach of STAND) {
      const known = UEBERGAENGE.some((one) => one.von === von && one.nach === nach);
      if (known) expect(hindernis(von, nach)).toBeUndefined();
      else expect(hindernis(von, nach)).toMatch(/^Dieser Verweis ist „.+“\. Möglich ist: „.+“\.$/);
    }
  }
});
