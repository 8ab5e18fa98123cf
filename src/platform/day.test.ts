import { describe, expect, test } from "vitest";
import { type Sense, birthIn, dayIn, readDay } from "./day.ts";

const TODAY = "2026-11-29";
const back = (typed: string, today = TODAY) => dayIn(typed, { today, sense: "back" });
const ahead = (typed: string, today = TODAY) => dayIn(typed, { today, sense: "ahead" });
const birth = (typed: string, today = TODAY) => dayIn(typed, { today, sense: "birth" });
const said = (typed: string, sense: Sense = "back") => {
  const read = readDay(typed, { today: TODAY, sense });
  return "problem" in read ? read.problem : read.day;
};

describe("spellings", () => {
  test.each([
    "12.03.2026",
    "12.3.2026",
    "12.3.26",
    "12.03.26.",
    " 12. 03. 2026 ",
    "12 . 3 . 2026",
    "12,3,2026",
    "12/03/2026",
    "12-3-26",
    "12–03–2026",
    "12 3 2026",
    "12.3",
    "12.3.",
    "12/3",
    "12. 3.",
    "12. März 2026",
    "12 mrz 26",
    "12. MÄRZ",
    "12. Maerz 2026",
    "12. März 2026",
    "12032026",
    "120326",
    "2026-03-12",
    "2026-3-12",
    "2026/03/12",
    "2026.03.12",
    "20260312",
    "12.03.2026",
    "12. 3. 2026",
    "１２．０３．２０２６",
    "١٢.٠٣.٢٠٢٦",
    "۱۲/۰۳/۲۰۲۶",
    "\u200e12.03.2026\u200f",
    "12\u00ad.03.2026",
    "\t12.03.2026\n",
  ])("%j is 12 March 2026", (typed) => {
    expect(back(typed)).toBe("2026-03-12");
  });

  test.each([
    ["heute", "2026-11-29"],
    ["Heute ", "2026-11-29"],
    ["gestern", "2026-11-28"],
    ["VORGESTERN", "2026-11-27"],
    ["morgen", "2026-11-30"],
    ["übermorgen", "2026-12-01"],
    ["übermorgen", "2026-12-01"],
  ])("%s is %s", (typed, day) => {
    expect(ahead(typed)).toBe(day);
  });

  test.each([
    ["31.02.2026", "Den 31.02.2026 gibt es nicht. Prüfen Sie Tag und Monat."],
    ["31.2.", "Den 31.02. gibt es nicht. Prüfen Sie Tag und Monat."],
    ["29.2.", "Den 29.02.2026 gibt es nicht. Prüfen Sie Tag und Monat."],
    ["29.02.2025", "Den 29.02.2025 gibt es nicht. Prüfen Sie Tag und Monat."],
    ["2026-02-30", "Den 30.02.2026 gibt es nicht. Prüfen Sie Tag und Monat."],
    ["31042026", "Den 31.04.2026 gibt es nicht. Prüfen Sie Tag und Monat."],
    ["0.1.2026", "Den 00.01.2026 gibt es nicht. Prüfen Sie Tag und Monat."],
    [
      "03/25/2026",
      "Den Monat 25 gibt es nicht. Schreiben Sie zuerst den Tag, dann den Monat, zum Beispiel 25.03.2026.",
    ],
    ["2026", "Schreiben Sie auch Tag und Monat, zum Beispiel 12.03.2026."],
    ["12.03.0226", "Prüfen Sie das Jahr 0226."],
    ["12.03.9999", "Prüfen Sie das Jahr 9999."],
  ])("%s is refused: %s", (typed, problem) => {
    expect(said(typed)).toBe(problem);
  });

  test.each([
    "",
    " ",
    ".",
    "12",
    "12.",
    "1.2.3",
    "12.3.202",
    "12.3.20266",
    "1.2.3.4",
    "12..3.2026",
    "-12.3.2026",
    "+12.3.2026",
    "12.3.2026 10:00",
    "2026-03-12T00:00",
    "12. Foo 2026",
    "KW 12",
    "zwölf",
    "1203",
    "12½3",
    "1e3",
    "\ud800",
  ])("%j says how", (typed) => {
    expect(said(typed)).toBe("Schreiben Sie das Datum als Tag, Monat und Jahr, zum Beispiel 12.03.2026.");
  });
});

test("what is too long is not read at all", () => {
  for (const typed of ["x".repeat(100_000), "12.03.2026 ".repeat(20), " ".repeat(100_000)]) {
    expect(said(typed)).toContain("zum Beispiel");
  }
});

describe("what is meant", () => {
  test("back: the most recent one, today included", () => {
    expect(back("29.11.")).toBe("2026-11-29");
    expect(back("30.11.")).toBe("2025-11-30");
    expect(back("31.12.", "2026-01-02")).toBe("2025-12-31");
  });

  test("ahead: the coming one, or that of the last 31 days", () => {
    expect(ahead("31.12.")).toBe("2026-12-31");
    expect(ahead("1.3.")).toBe("2027-03-01");
    expect(ahead("29.11.")).toBe("2026-11-29");
    expect(ahead("30.10.")).toBe("2026-10-30");
    expect(ahead("29.10.")).toBe("2026-10-29");
    expect(ahead("28.10.")).toBe("2027-10-28");
    expect(ahead("31.12.", "2026-01-02")).toBe("2025-12-31");
    expect(ahead("31.12.", "2026-03-02")).toBe("2026-12-31");
  });

  test("two digits: around today, for a birth never ahead", () => {
    expect([back("1.1.27"), back("1.1.45"), back("1.1.46"), back("1.1.99")]).toEqual([
      "2027-01-01",
      "2045-01-01",
      "1946-01-01",
      "1999-01-01",
    ]);
    expect(back("1.1.05", "2095-06-01")).toBe("2105-01-01");
    expect([birth("1.1.92"), birth("29.11.26"), birth("30.11.26"), birth("29.2.00")]).toEqual([
      "1992-01-01",
      "2026-11-29",
      "1926-11-30",
      "2000-02-29",
    ]);
  });

  test("a birth needs its year and lies behind", () => {
    expect(said("12.3.", "birth")).toBe("Schreiben Sie auch das Jahr, zum Beispiel 12.03.1985.");
    expect(said("morgen", "birth")).toBe("Dieser Tag liegt in der Zukunft. Prüfen Sie das Datum.");
    expect(said("30.11.2026", "birth")).toBe("Dieser Tag liegt in der Zukunft. Prüfen Sie das Datum.");
    expect(birth("gestern")).toBe("2026-11-28");
    expect(said("gestern früh", "birth")).toContain("12.03.1985");
  });
});

describe("in a search", () => {
  test.each([
    ["1.1.92", "", "1992-01-01", undefined],
    ["01/01/1992", "", "1992-01-01", undefined],
    ["1. 1. 1992", "", "1992-01-01", undefined],
    ["1992-01-01", "", "1992-01-01", undefined],
    ["1992", "", null, "1992"],
    ["Probe 1.1.92", "Probe", "1992-01-01", undefined],
    ["1971 Karl Probe", "Karl Probe", null, "1971"],
    ["Karl Probe", "Karl Probe", null, undefined],
    ["J. M.", "J. M.", null, undefined],
    ["Zimmer 12", "Zimmer 12", null, undefined],
    ["Mühlprobe-Beispiel", "Mühlprobe-Beispiel", null, undefined],
    ["فاطمة ١٩٧١", "فاطمة", null, "1971"],
  ])("%s", (text, rest, day, year) => {
    expect(birthIn(text, TODAY)).toEqual({ rest, day, year, problem: undefined });
  });

  test.each(["31.02.1990", "1.1.", "30.11.2026", "13.13.1990"])("%s is told, not searched", (text) => {
    expect(birthIn(`Probe ${text}`, TODAY)).toMatchObject({ day: null, problem: expect.stringMatching(/\.$/) });
  });
});
