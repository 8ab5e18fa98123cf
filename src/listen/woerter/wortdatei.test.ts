import * as fc from "fast-check";
import { expect, test } from "vitest";
import { WORTARTEN } from "./verzeichnis.ts";
import { liesWortdatei, wortdatei } from "./wortdatei.ts";

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) =>
    text
      .normalize("NFC")
      .replaceAll(/[\p{C}\p{Z}]+/gu, " ")
      .trim(),
  )
  .filter((text) => text !== "");

test("words come back as they were, whatever signs they hold, and nothing of them runs in a spreadsheet", () => {
  const entry = fc.record({
    spalte: fc.constantFrom(...WORTARTEN),
    wort: fc.oneof(
      word,
      word.map((text) => `=${text}`),
      word.map((text) => `a;"${text}`),
    ),
    code: fc.constantFrom("wohnen", "05382036", null),
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), (words) => {
      const text = wortdatei(words);
      expect(text).not.toMatch(/(?:^|;)"?[=+@-]/mu);
      expect(liesWortdatei(Buffer.from(text))).toEqual(words);
    }),
  );
});

test.each([
  ["Datum;Thema\n1.1.2024;Wohnen\n", "Die erste Zeile muss"],
  ["art;wort;code\nfarbe;rot;x\n", "Zeile 2"],
  ["", "Die erste Zeile muss"],
])("what is no such file is told: %j", (text, sentence) => {
  expect(() => liesWortdatei(Buffer.from(text))).toThrow(sentence);
});
