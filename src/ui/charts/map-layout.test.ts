import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FONT_SIZE } from "./frame.tsx";
import { type Around, BROAD, type Box, SLIM, layoutMap } from "./map-layout.ts";
import { directionOf, textWidth, wrapped } from "./text-size.ts";

const NAMES = [
  "Mo",
  "Rima Al-Beispiel",
  "Donaudampfschifffahrtsgesellschaftskapitänin Beispiel-Musterhausen",
  "أم خالد البيسبيل من المدينة القديمة",
  "WWWWWWWWWWWWWWWWWWWWWWWW",
  "Jobcenter, Frau Platzhalter-Sonnenschein",
  "王小明",
  " ",
];
const around = fc.record({
  label: fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: "grapheme", maxLength: 120 })),
  note: fc.constantFrom("Familie", "Behörde, Amt, belastet", "Sprachkurs, Ausbildung, belastet"),
  near: fc.constantFrom<Around["near"]>(1, 2, 3),
  group: fc.constantFrom("nah", "amt", "fachstelle"),
});
const maps = fc.array(around, { maxLength: 24 });
const shapes = fc.constantFrom(BROAD, SLIM);

const share = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("a map", () => {
  test("puts no text on another, nor on the middle, and none outside", () => {
    fc.assert(
      fc.property(maps, shapes, fc.constantFrom(...NAMES), (all, shape, center) => {
        const { placed, middle, width, height } = layoutMap(center, all, shape);
        expect(placed).toHaveLength(all.length);
        const boxes = [middle.box, ...placed.map(({ box }) => box)];
        for (const [i, box] of boxes.entries()) {
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(width);
          expect(box.bottom).toBeLessThanOrEqual(height);
          expect(boxes.slice(0, i).some((other) => share(box, other))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("what is closer stands nearer, whatever there is besides", () => {
    fc.assert(
      fc.property(maps, shapes, (all, shape) => {
        const { placed } = layoutMap("Mo", all, shape);
        for (const [i, one] of placed.entries())
          for (const [j, other] of placed.entries())
            if ((all[i]?.near ?? 0) > (all[j]?.near ?? 0)) expect(one.far).toBeLessThan(other.far);
      }),
      { numRuns: 60 },
    );
  });

  test("looks the same every time", () => {
    const all = NAMES.map((label): Around => ({ label, note: "Familie", near: 2, group: "nah" }));
    expect(layoutMap("Mo", all, BROAD)).toEqual(layoutMap("Mo", all, BROAD));
  });

  test("of forty strong ones is still a map, and quick", () => {
    const all = Array.from({ length: 40 }, (): Around => ({
      label: NAMES[2] ?? "",
      note: "Amt",
      near: 3,
      group: "amt",
    }));
    expect(layoutMap("Mo", all, SLIM).placed).toHaveLength(40);
  });
});

describe("text without a browser to measure it", () => {
  test("fits into its lines, and says where it was cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const lines = wrapped(text, 90, FONT_SIZE);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(textWidth(line, FONT_SIZE)).toBeLessThanOrEqual(90);
        const whole = lines.join("").replaceAll(/\s/gu, "") === text.replaceAll(/\s/gu, "");
        expect(whole || lines.at(-1)?.endsWith("…")).toBe(true);
      }),
    );
  });

  test("has the direction of its first letter", () => {
    expect(["Rima (ريما)", "(1) ريما Rima", "12", "עדן"].map(directionOf)).toEqual(["ltr", "rtl", "ltr", "rtl"]);
  });
});
