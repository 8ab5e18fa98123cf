import { expect, test } from "vitest";
import { ertrag } from "./ertrag.ts";

test.each([
  [{ art: "einzeln", beratungen: 1 }, "1 Beratung"],
  [{ art: "summen", beratungen: 0, personen: 0, faelle: 0 }, "0 Beratungen"],
  [{ art: "personen", beratungen: 0, personen: 1, faelle: 0 }, "1 Person"],
  [{ art: "personen", beratungen: 0 }, "0 Personen"],
  [{ art: "faelle", beratungen: 0, personen: 2, faelle: 1 }, "2 Personen und 1 Fall"],
  [{ art: "faelle", beratungen: 0, personen: 0, faelle: 1200 }, "1.200 Fälle"],
  [{ art: "einzeln", beratungen: 3, personen: 2, faelle: 1 }, "3 Beratungen, 2 Personen und 1 Fall"],
] as const)("what a list brings is told by what it is about: %j", (zahlen, text) => {
  expect(ertrag(zahlen)).toBe(text);
});
