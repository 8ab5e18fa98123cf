import { gueltige } from "../../../platform/schritte.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { STAENDE, STAND, type SchrittKurz, UEBERGAENGE, hindernis, schritteAus, standAus, uebergang } from "./stand.ts";

const TAG = "2026-11-20";
const frei = { seit: TAG, offeneThemen: 0, heute: "2026-11-30" };
const am = "2026-11-25";

test("every state has a way out, none leads to itself, and each way stands once", () => {
  for (const stand of STAND) expect(schritteAus(stand).length, stand).toBeGreaterThan(0);
  for (const { von, nach } of UEBERGAENGE) expect(von).not.toBe(nach);
  expect(new Set(UEBERGAENGE.map(({ von, nach }) => `${von}/${nach}`)).size).toBe(UEBERGAENGE.length);
  // Nobody has an orientation behind her whom nobody met.
  for (const { von, nach } of UEBERGAENGE) if (nach === "orientierung") expect(von).toBe("erstkontakt");
});

test("a step is allowed exactly where the table has it, and every refusal says in German what to do", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STAND),
      fc.constantFrom(...STAND),
      fc.constantFrom(null, "niemand_da" as const),
      fc.nat(2),
      (stand, nach, grund, offeneThemen) => {
        const problem = hindernis({ ...frei, stand, offeneThemen }, { nach, am, grund });
        const way = uebergang(stand, nach);
        const missing = (way?.grund === true && grund === null) || (nach === "orientierung" && offeneThemen > 0);
        expect(problem === undefined).toBe(way !== undefined && !missing);
        if (problem !== undefined) {
          expect(problem.satz).toMatch(/^\p{Lu}.*[.]$/u);
          expect(["nach", "am", "grund"]).toContain(problem.field);
        }
        if (way === undefined) expect(problem?.satz).toContain(STAENDE[nach]);
      },
    ),
  );
});

test("days go forward, but the list may come later than the people", () => {
  const step = { nach: "erstkontakt", grund: null } as const;
  expect(hindernis({ ...frei, stand: "angekommen" }, { ...step, am: "2026-11-19" })?.field).toBe("am");
  expect(hindernis({ ...frei, stand: "angekuendigt" }, { ...step, am: "2026-11-19" })).toBeUndefined();
  expect(hindernis({ ...frei, stand: "angekuendigt" }, { ...step, am: "2026-12-01" })?.field).toBe("am");
});

test("taking back the last step always leads to where it was before", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 12 }), (choices) => {
      const steps: SchrittKurz[] = [{ nach: STAND[0], am: TAG, zurueckgenommen: false }];
      for (const choice of choices) {
        const now = standAus(steps)?.nach ?? "angekuendigt";
        const ways = schritteAus(now);
        const way = ways[choice % ways.length];
        if (way === undefined) continue;
        steps.push({ nach: way.nach, am, zurueckgenommen: false });
        const undone = [...steps.slice(0, -1), { nach: way.nach, am, zurueckgenommen: true }];
        expect(standAus(undone)?.nach).toBe(now);
        expect(gueltige(undone)).toHaveLength(gueltige(steps).length - 1);
      }
    }),
  );
});
