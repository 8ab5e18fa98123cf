import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAND, UEBERGAENGE, hindernis, schritteAus, uebergang, wirdGeschrieben } from "./stand.ts";

const ALLES = { grund: "Weil.", ergebnis: "Gefunden.", befund: "Eine.", gruppe: 1, stationen: 1 };
const NICHTS = { grund: null, ergebnis: null, befund: null, gruppe: 0, stationen: 0 };
const stand = fc.constantFrom(...STAND);

describe("the way of a reconstruction", () => {
  test("every state is reached from the first, and from each the end is reached again", () => {
    const from = (begin: (typeof STAND)[number]) => {
      const seen = new Set([begin]);
      for (const at of seen) for (const { nach } of schritteAus(at)) seen.add(nach);
      return seen;
    };
    expect([...from("begonnen")].toSorted()).toEqual([...STAND].toSorted());
    for (const one of STAND) expect(from(one).has("abgeschlossen"), one).toBe(true);
  });

  test("nothing is closed that was not worked on, and what is closed is not written until it is opened again", () => {
    const into = UEBERGAENGE.filter(({ nach }) => nach === "abgeschlossen");
    expect(into.every(({ von, fragt }) => wirdGeschrieben(von) && fragt === "ergebnis")).toBe(true);
    expect(schritteAus("abgeschlossen").map(({ nach }) => nach)).toEqual(["wieder_offen"]);
  });

  test("a step is in the table once, or is refused with what is possible; back needs a reason, on what it asks for", () => {
    fc.assert(
      fc.property(stand, stand, (von, nach) => {
        const step = uebergang(von, nach);
        expect(UEBERGAENGE.filter((one) => one.von === von && one.nach === nach).length).toBe(
          step === undefined ? 0 : 1,
        );
        expect(hindernis(von, nach, ALLES) === undefined).toBe(step !== undefined);
        if (step === undefined) expect(hindernis(von, nach, ALLES)?.satz).toContain("Möglich ist: „");
        else expect(hindernis(von, nach, NICHTS)?.field).toBe(step.grund === true ? "grund" : "nach");
      }),
    );
    const written = { ...NICHTS, stationen: 2 };
    expect(hindernis("in_arbeit", "abgeschlossen", written)?.field).toBe("ergebnis");
    expect(hindernis("in_arbeit", "abgeschlossen", { ...written, ergebnis: "x" })?.field).toBe("befund");
  });
});
