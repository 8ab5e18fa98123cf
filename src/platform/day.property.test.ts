import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Sense, birthIn, dayIn, readDay } from "./day.ts";
import { daysFrom, tagText } from "./span.ts";

const TODAY = "2026-11-29";
const back = (typed: string, today: string) => dayIn(typed, { today, sense: "back" });
const ahead = (typed: string, today: string) => dayIn(typed, { today, sense: "ahead" });
const birth = (typed: string, today: string) => dayIn(typed, { today, sense: "birth" });

/** Every day that a field takes. */
const days = fc
  .integer({ min: 0, max: 146_096 })
  .map((n) => daysFrom("1800-01-01", n))
  .filter((day) => day <= "2199-12-31");
const senses = fc.constantFrom<Sense>("back", "ahead", "birth");

describe("for every day", () => {
  const spellings = (day: string): string[] => {
    const [year = "", month = "", date = ""] = day.split("-");
    const short = `${Number(date)}.${Number(month)}.${year}`;
    const signs = [".", "/", "-", " ", ",", ". ", " / "].map((sign) => [date, month, year].join(sign));
    return [day, tagText(day), short, ...signs, `${date}${month}${year}`, `${year}${month}${date}`];
  };

  test("each of its spellings is that day again", () => {
    fc.assert(
      fc.property(days, senses, (day, sense) => {
        for (const typed of spellings(day)) {
          const read = dayIn(typed, { today: TODAY, sense });
          expect(read, typed).toBe(sense === "birth" && day > TODAY ? undefined : day);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("without a year it is the nearest on its side, whatever today is", () => {
    fc.assert(
      fc.property(days, days, (day, today) => {
        const typed = tagText(day).slice(0, 6);
        const was = back(typed, today);
        const comes = ahead(typed, today);
        if (was !== undefined) expect(was <= today && was > daysFrom(today, -366), typed).toBe(true);
        if (comes !== undefined) expect(comes >= daysFrom(today, -31) && comes < daysFrom(today, 336)).toBe(true);
        for (const read of [was, comes]) if (read !== undefined) expect(read.slice(5)).toBe(day.slice(5));
      }),
      { numRuns: 500 },
    );
  });

  test("two digits of a birth go back by less than a hundred years", () => {
    fc.assert(
      fc.property(days, days, (day, today) => {
        const [year = "", month, date] = day.split("-");
        const read = birth(`${date}.${month}.${year.slice(2)}`, today);
        if (read !== undefined) expect(read <= today && read > `${Number(today.slice(0, 4)) - 101}`).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("whatever is typed", () => {
  const signs = fc.constantFrom(..."0123456789./-, TMärzhute–٣３\u00a0");
  const typed = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.string({ unit: signs, maxLength: 12 }),
    fc.tuple(fc.nat(40), fc.nat(15), fc.nat(2300)).map((parts) => parts.join(".")),
  );

  test("gives a day that exists or a sentence, and never throws", () => {
    fc.assert(
      fc.property(typed, days, senses, (text, today, sense) => {
        const read = readDay(text, { today, sense });
        if ("problem" in read) {
          expect(read.problem).toMatch(/\.$/);
          return;
        }
        expect(new Date(`${read.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.day);
        if (sense === "birth") expect(read.day <= today).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("a search never throws either", () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(birthIn(text, TODAY)).toHaveProperty("rest");
      }),
    );
  });
});
