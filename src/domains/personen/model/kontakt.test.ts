import { expect, test } from "vitest";
import { kontaktArt, kontaktIn, kontaktKennung } from "./kontakt.ts";

test.each([
  ["0151 0000001", "+49 151 0000001"],
  ["0151/000 00-01", "0049 (0)151 0000001"],
  ["Mira.Beispiel@example.de", "mira.beispiel@EXAMPLE.de"],
  ["+380 50 0000001", "00380500000001"],
])("%s and %s are the same", (a, b) => {
  expect(kontaktKennung(a)).toBeDefined();
  expect(kontaktKennung(a)).toBe(kontaktKennung(b));
});

test.each(["", "Schwester Jo", "@mira", "112", "Mo 9-12"])("%j is none that can be compared", (text) => {
  expect(kontaktKennung(text)).toBeUndefined();
});

test.each([
  ["Amina 0151 0000001", "telefon:01510000001", "Amina"],
  ["mira@example.de", "mail:mira@example.de", ""],
  ["Karl 01.01.1971", undefined, "Karl 01.01.1971"],
  ["01/01/1971", undefined, "01/01/1971"],
  ["01 01 1971", undefined, "01 01 1971"],
  ["Karl 1971", undefined, "Karl 1971"],
])("in a search, %s is %s beside %j", (typed, kontakt, rest) => {
  expect(kontaktIn(typed)).toEqual({ kontakt, rest });
});

test("which kind of way it is", () => {
  expect(["a@example.de", "+49 160 0000001", "02241 000001"].map(kontaktArt)).toEqual(["email", "mobil", "festnetz"]);
});
