import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Unterschrift, isUnterschrift, pfadOf, svgOf } from "./unterschrift.ts";

test("whatever is sent: it is strokes of points or refused, and no markup reaches the picture", () => {
  const punkt = fc.tuple(fc.nat(600), fc.nat(200)).map(([x, y]) => `${x},${y}`);
  const strich = fc.array(punkt, { minLength: 1, maxLength: 20 }).map((list) => list.join(" "));
  const striche = fc.array(strich, { minLength: 1, maxLength: 4 }).map((list) => list.join(";"));
  fc.assert(
    fc.property(striche, (typed) => {
      expect(Unterschrift.parse(typed)).toBe(typed);
      expect(pfadOf(typed)).toMatch(/^(M\d+,\d+(L\d+,\d+)*)+$/);
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('"/><script>', "1,1;", "1,1 ;2,2", "9999,1")), (typed) => {
      const read = Unterschrift.safeParse(typed);
      if (read.success && read.data !== null) expect(svgOf(read.data)).toMatch(/ d="[MLl\d,]+" /);
    }),
  );
  expect(Unterschrift.safeParse("1,1 ".repeat(6000)).success).toBe(false);
});

test("a dot is no signature, nothing is null", () => {
  expect([
    Unterschrift.parse(""),
    isUnterschrift("10,10 11,11"),
    isUnterschrift("1,1 2,2 3,3 4,4;5,5 6,6 7,7 8,8"),
  ]).toEqual([null, false, true]);
});
