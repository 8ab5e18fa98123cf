import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  UNVOKALISIERT,
  VOKALISIERT,
  beginningDistance,
  firstStep,
  leastDistance,
  letterDistance,
} from "./buchstabenabstand.ts";

const form = fc.string({ unit: fc.constantFrom(..."aeioubdghklmnrstvxqAIU"), minLength: 1, maxLength: 12 });

test("the way to any beginning of a word is the shortest of the ways to each of them", () => {
  fc.assert(
    fc.property(
      form,
      form,
      fc.nat(6),
      fc.nat(8),
      fc.constantFrom(VOKALISIERT, UNVOKALISIERT),
      (a, b, from, more, kosten) => {
        const least = 2 + from;
        const most = least + more;
        const each = Array.from({ length: b.length + 1 }, (_, n) => n).filter((n) => n >= least && n <= most);
        const ways = each.map((n) => letterDistance(a, b.slice(0, n), kosten));
        expect(beginningDistance(a, b, least, most, kosten)).toBe(Math.min(Infinity, ...ways));
      },
    ),
    { numRuns: 500 },
  );
});

test("what tells quickly that two forms are apart never says more than the way between them", () => {
  fc.assert(
    fc.property(form, form, fc.nat(8), fc.constantFrom(VOKALISIERT, UNVOKALISIERT), (a, b, most, kosten) => {
      const first = firstStep(a, b, kosten);
      expect(first).toBeLessThanOrEqual(letterDistance(a, b, kosten));
      expect(first).toBeLessThanOrEqual(beginningDistance(a, b, 2, most, kosten));
      expect(leastDistance(a, b)).toBeLessThanOrEqual(letterDistance(a, b, VOKALISIERT));
    }),
    { numRuns: 500 },
  );
});
