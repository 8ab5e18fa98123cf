import { expect, test } from "vitest";
import { besetzt } from "./gespraech.ts";

const sitz = (id: string, vorname: string) => (reihe: number) => ({
  id,
  row: { [`m${reihe}_id`]: [id], [`m${reihe}_vorname`]: [vorname] },
});

test("a half-typed talk follows its people when the household changed: nobody's name lands at somebody else", () => {
  const typed = {
    am: ["1.11.2026"],
    m1_id: ["a"],
    m1_vorname: ["Amal (neu)"],
    m2_id: ["b"],
    m2_vorname: ["Basil"],
    m2_zurersten: ["kind"],
    m3_vorname: ["Zusatz"],
  };
  const [a, b, c] = [sitz("a", "Amal"), sitz("b", "Basil"), sitz("c", "Cem")];
  // Nobody moved: the very same, whatever else was typed.
  expect(besetzt(typed, [a(1), b(2), undefined])).toBe(typed);
  // A went elsewhere, C came.
  const now = besetzt(typed, [b(1), c(2), undefined, undefined]);
  expect(now).toMatchObject({
    am: ["1.11.2026"],
    m1_id: ["b"],
    m1_vorname: ["Basil"],
    m1_zurersten: ["kind"],
    m2_id: ["c"],
    m2_vorname: ["Cem"],
    m3_vorname: ["Zusatz"],
  });
  expect(JSON.stringify(now)).not.toContain("Amal");
});
