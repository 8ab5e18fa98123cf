import { describe, expect, test } from "vitest";
import { spurenIn, spurenSatz } from "./erkennbar.ts";

const WER = { namen: ["Amina Beispiel-Yılmaz", "محمد Muster"], aktenzeichen: "2026-0042" };
const found = (text: string) => spurenIn(text, WER, "2026-11-29").map((one) => one.text);

describe("what tells who a text is about", () => {
  test.each<readonly [string, string, readonly string[]]>([
    ["as it is written", "Frau Beispiel sucht eine Wohnung.", ["Beispiel"]],
    ["in the genitive, in small letters", "aminas Schwester", ["aminas"]],
    ["in Arabic", "قالت أمينة إنها تبحث", ["أمينة"]],
    ["in Latin where the record is Arabic", "Mohammed kommt mit.", ["Mohammed"]],
    ["without its own letters", "Herr Yilmaz", ["Yilmaz"]],
    ["the number of the case", "Siehe 2026-0042 und 2026/42.", ["2026-0042", "2026/42"]],
    ["telephone and birth date", "geb. 12.03.1991, Tel. 0151 23456789", ["geb. 12.03.1991", "0151 23456789"]],
  ])("%s", (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("what is said about Person A tells nobody", () => {
    expect(
      found(
        "Person A (27 bis 39 Jahre, spricht Arabisch) ist seit 5 Monaten im Case Management. Themen: Wohnen, Sprache. Drei Ämter sind beteiligt, die Muttersprache ist Arabisch.",
      ),
    ).toEqual([]);
  });

  test("the place is told with what stands around it", () => {
    const satz = spurenSatz(spurenIn("Gestern sagte Amina, die Wohnung sei zu klein geworden.", WER, "2026-11-29"));
    expect(satz).toContain("„Gestern sagte Amina, die Wohnung sei zu…“ (ein Name");
  });
});
