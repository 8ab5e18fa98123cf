import * as fc from "fast-check";
import { expect, test } from "vitest";
import { QUORUM } from "./gremium.ts";
import { abstimmungProblem, istBeschlussfaehig, stimmen } from "./stimmen.ts";

const TAG = "2023-09-13";
const open = { von: "2023-01-01", bis: null };
const seat = (id: string, vertrittId: string | null = null) => ({
  id,
  stimme: vertrittId === null,
  vertrittId,
  ...open,
});

test("a voice counts once, whether the member is there, a deputy, or both", () => {
  const body = [seat("a"), seat("b"), seat("a1", "a"), seat("a2", "a"), { ...seat("gast"), stimme: false }];
  const there = (...ids: string[]) => stimmen(body, new Set(ids), TAG).da;
  expect(there("a", "a1", "a2")).toBe(1);
  expect(there("a1", "a2")).toBe(1);
  expect(there("a1", "b", "gast")).toBe(2);
  expect(there("gast")).toBe(0);
  expect(stimmen(body, new Set(), TAG).alle).toBe(2);
  expect(stimmen([{ ...seat("a"), bis: "2023-09-12" }], new Set(["a"]), TAG)).toEqual({ alle: 0, da: 0 });
});

test("never more voices than members with one, and whoever comes never takes one away", () => {
  const ids = ["a", "b", "c", "a1", "b1"];
  const body = [seat("a"), seat("b"), seat("c"), seat("a1", "a"), seat("b1", "b")];
  fc.assert(
    fc.property(fc.subarray(ids), fc.constantFrom(...ids), (there, more) => {
      const before = stimmen(body, new Set(there), TAG);
      const after = stimmen(body, new Set([...there, more]), TAG);
      expect(before.da).toBeLessThanOrEqual(before.alle);
      expect(after.da).toBeGreaterThanOrEqual(before.da);
      for (const quorum of QUORUM)
        if (istBeschlussfaehig(quorum, before)) expect(istBeschlussfaehig(quorum, after), quorum).toBe(true);
    }),
  );
});

test.each([
  ["keines", 0, true],
  ["haelfte", 2, true],
  ["mehr_als_haelfte", 2, false],
  ["mehr_als_haelfte", 3, true],
  ["zwei_drittel", 2, false],
  ["zwei_drittel", 3, true],
] as const)("four voices, rule %s, %i there: %s", (quorum, da, able) => {
  expect(istBeschlussfaehig(quorum, { alle: 4, da })).toBe(able);
});

test.each([
  ["keines", true],
  ["haelfte", false],
  ["mehr_als_haelfte", false],
  ["zwei_drittel", false],
] as const)("where nobody has a voice, rule %s: %s", (quorum, able) => {
  expect(istBeschlussfaehig(quorum, { alle: 0, da: 0 })).toBe(able);
});

test("a vote cannot have more voices than are there, and says what the voices say", () => {
  expect(abstimmungProblem({ ja: 3, nein: 0, enthaltung: 1 }, "angenommen", 4)).toBeUndefined();
  expect(abstimmungProblem({ ja: 3, nein: 1, enthaltung: 1 }, "angenommen", 4)?.field).toBe("ja");
  expect(abstimmungProblem({ ja: 2, nein: 2, enthaltung: 0 }, "angenommen", 4)?.field).toBe("ergebnis");
  expect(abstimmungProblem({ ja: 2, nein: 2, enthaltung: 0 }, "abgelehnt", 4)).toBeUndefined();
  expect(abstimmungProblem({ ja: 2, nein: 1, enthaltung: 0 }, "abgelehnt", 4)?.field).toBe("ergebnis");
});
