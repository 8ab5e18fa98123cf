import * as fc from "fast-check";
import { expect, test } from "vitest";
import { WORTARTEN } from "../../../listen/index.ts";
import { liesWortliste, wortliste } from "./wortliste.ts";

const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .map((text) =>
    text
      .normalize("NFC")
      .replaceAll(/[\p{C}\p{Z}]+/gu, " ")
      .trim(),
  )
  // Whoever writes an apostrophe before a formula by hand loses it.
  .filter((text) => text !== "" && !text.startsWith("'"));

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
      const text = wortliste(words);
      expect(text).not.toMatch(/(?:^|;)"?[=+@-]/mu);
      expect(liesWortliste(Buffer.from(text))).toEqual(words);
    }),
  );
});
