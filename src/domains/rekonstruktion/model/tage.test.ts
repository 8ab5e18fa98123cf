import { expect, test } from "vitest";
import { tageIn } from "./tage.ts";

test("a day is found however it is written; a month, a span, a law and a number of the list are none", () => {
  const days = [
    "Am 12.3. kam der Brief.",
    "am 12.03.2026",
    "seit 3. März",
    "12. Dezember 2025",
    "2026-03-12",
    "12/03/26",
  ];
  expect(days.filter((text) => tageIn(text).length === 0)).toEqual([]);
  const none = [
    "nach 3 Wochen",
    "im März",
    "im März 2026",
    "§ 25.3 AufenthG",
    "1. Termin",
    "2. Mahnung",
    "um 10.30 Uhr",
    "B1",
  ];
  expect(none.filter((text) => tageIn(text).length > 0)).toEqual([]);
});
