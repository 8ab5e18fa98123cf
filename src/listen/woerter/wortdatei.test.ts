import { expect, test } from "vitest";
import { liesWortdatei } from "./wortdatei.ts";

test.each([
  ["Datum;Thema\n1.1.2024;Wohnen\n", "Die erste Zeile muss"],
  ["art;wort;code\nfarbe;rot;x\n", "Zeile 2"],
  ["", "Die erste Zeile muss"],
])("what is no such file is told: %j", (text, sentence) => {
  expect(() => liesWortdatei(Buffer.from(text))).toThrow(sentence);
});
