import * as fc from "fast-check";
import { expect, test } from "vitest";
import { UNVOKALISIERT, VOKALISIERT, beginningDistance, letterDistance } from "./buchstabenabstand.ts";

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
