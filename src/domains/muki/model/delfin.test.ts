import { expect, test } from "vitest";
import { ENDE, STAENDE, STAND, UEBERGAENGE, hindernis, schritteAus } from "./delfin.ts";

test("the table of steps names every state, has each step once, and reaches all of them from the invitation", () => {
  expect(STAND).toEqual(Object.keys(STAENDE));
  const steps = UEBERGAENGE.map(({ von, nach }) => `${von} ${nach}`);
  expect(new Set(steps).size).toBe(steps.length);
  const seen = new Set<string>(["eingeladen"]);
  for (const stand of seen) for (const { von, nach } of UEBERGAENGE) if (von === stand) seen.add(nach);
  expect([...seen].toSorted()).toEqual([...STAND].toSorted());
});

test("leads on from every state but the ends, and says of every other step what is possible instead", () => {
  for (const von of STAND) {
    expect(schritteAus(von).length > 0, von).toBe(!ENDE.some((ende) => ende === von));
    for (const nach of STAND) {
      const known = UEBERGAENGE.some((one) => one.von === von && one.nach === nach);
      if (known) expect(hindernis(von, nach)).toBeUndefined();
      else
        expect(hindernis(von, nach)).toMatch(
          /^Von „.*“ geht es nicht zu „.*“\. (Möglich ist: „.+“\.|Von hier geht es nicht weiter\.)$/,
        );
    }
  }
});

test("no child is told to have a place, or to visit anything, before it was tested", () => {
  for (const { von, nach } of UEBERGAENGE) {
    if (von === "eingeladen") expect(["bedarf", "kein_bedarf", "verzogen"]).toContain(nach);
  }
});
