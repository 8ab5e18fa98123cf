import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath, signInPath } from "./weiter.ts";

const ORIGIN = "https://kim.example.de";

test.each([
  "//boese.example",
  "/\\boese.example",
  "\\\\boese.example",
  "https://boese.example",
  "javascript:alert(1)",
  "/\t/boese.example",
  "/.//boese.example",
  "/x/..//boese.example",
  "/%2e//boese.example",
  "/\n/boese.example",
  "beratungen",
  "",
  `/${"x".repeat(2001)}`,
])("goes nowhere else: %j", (text) => {
  expect(ownPath(text)).toBe("/");
});

test.each(["/", "/beratungen", "/beratungen?von=2026-01-01&ort=Köln", "/beratungen/neu?entwurf=1"])(
  "goes on where somebody was: %s",
  (text) => {
    expect(new URL(ownPath(text), ORIGIN).href).toBe(new URL(text, ORIGIN).href);
  },
);

test("whatever comes in, what comes out leads to a page of ours", () => {
  const part = fc.constantFrom("/", "\\", "//", ":", "@", "boese.example", "\t", "\n", "?", "#", ".", "..", "%2e", "ä");
  const text = fc.oneof(
    fc.string(),
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const path = ownPath(typed);
      expect(path.startsWith("/")).toBe(true);
      expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
    }),
    { numRuns: 2000 },
  );
});

test("the way to sign in depends on what became of the session", () => {
  expect(signInPath("gesperrt", "/beratungen")).toBe("/sperre?weiter=%2Fberatungen");
  expect(signInPath("abgelaufen", "/beratungen")).toBe("/anmelden?grund=abgelaufen&weiter=%2Fberatungen");
  expect(signInPath("unbekannt", "/")).toBe("/anmelden");
  expect(signInPath("unbekannt", "//boese.example")).toBe("/anmelden");
});
