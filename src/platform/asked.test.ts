import { expect, test } from "vitest";
import { z } from "zod";
import { askedFor } from "./asked.ts";

const Query = z.object({ person: z.uuid().optional(), art: z.enum(["kurz", "lang"]).default("kurz") });
const PERSON = "6f1d3c52-8a0e-4c56-9d0b-2f6d1f0a7b11";
const visit = { url: new URL(`https://kim.example/neu?person=${PERSON}&art=lang`) };

test("a page is asked by its address, a form that came back by its own fields, and by neither for what fits no field", () => {
  expect(askedFor(Query, visit, undefined)).toEqual({ person: PERSON, art: "lang" });
  const back = (values: Readonly<Record<string, readonly string[]>>) => askedFor(Query, visit, { values, errors: [] });
  expect(back({ person: [PERSON], art: ["lang"], text: ["x"] })).toEqual({ person: PERSON, art: "lang" });
  expect(back({ person: ["keine Kennung"], art: ["x"] })).toEqual({ art: "kurz" });
});
