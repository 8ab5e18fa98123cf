import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  NOTHING,
  ags,
  confirmed,
  day,
  id,
  line,
  optionalCode,
  optionalDay,
  optionalId,
  optionalLine,
  yes,
} from "./fields.ts";
import { readForm } from "./form.ts";
import { isId } from "./ids.ts";
import { notices } from "./notices.ts";
import { IN_ORDER, gilt, inOrder, overlap, tagDanach, tagDavor, tagText } from "./span.ts";
import { anzahl } from "./words.ts";

const TODAY = "2026-01-31";

const Schema = z
  .object({
    name: line(5, "Geben Sie den Namen an."),
    ort: optionalLine(5),
    von: day("Geben Sie den ersten Tag an."),
    bis: optionalDay(),
    grund: optionalCode(),
    konto: optionalId("Wählen Sie einen Zugang."),
    aktiv: yes,
  })
  .refine(inOrder, IN_ORDER);

const typed = (fields: Readonly<Record<string, string>>) =>
  readForm(Schema, Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])), TODAY);

const said = (fields: Readonly<Record<string, string>>) => {
  const form = typed(fields);
  return form.ok ? [] : form.errors.map((e) => `${e.field}: ${e.message}`);
};

const FULL = { name: " Mira ", von: "2026-01-31" };

describe("fields", () => {
  test("what is optional is null when it is empty, blank or missing", () => {
    const nothing = { ort: null, bis: null, grund: null, konto: null, aktiv: false };
    const expected = { ok: true, value: { name: "Mira", von: "2026-01-31", ...nothing } };
    expect(typed(FULL)).toMatchObject(expected);
    expect(typed({ ...FULL, ort: "  ", bis: "", grund: "", konto: "" })).toMatchObject(expected);
  });

  test("each says at its field what to do", () => {
    expect(said({})).toEqual(["name: Geben Sie den Namen an.", "von: Geben Sie den ersten Tag an."]);
    expect(said({ name: "x".repeat(6), ort: "y".repeat(6), von: "31.2.", bis: "32", grund: "?!", konto: "1" })).toEqual(
      [
        "name: Das sind 6 Zeichen, 5 passen hinein. Kürzen Sie um 1 Zeichen.",
        "ort: Das sind 6 Zeichen, 5 passen hinein. Kürzen Sie um 1 Zeichen.",
        "von: Den 31.02. gibt es nicht. Prüfen Sie Tag und Monat.",
        "bis: Schreiben Sie das Datum als Tag, Monat und Jahr, zum Beispiel 12.03.2026.",
        "grund: Wählen Sie einen Eintrag aus der Liste.",
        "konto: Wählen Sie einen Zugang.",
      ],
    );
  });

  test("a span that ends before it begins", () => {
    expect(said({ ...FULL, bis: "2026-01-30" })).toEqual(["bis: Der letzte Tag liegt vor dem ersten."]);
    expect(said({ ...FULL, bis: "2026-01-31", aktiv: "ja" })).toEqual([]);
  });

  test("codes, ids and confirmations by their form", () => {
    expect(ags("x").safeParse("05382060").success).toBe(true);
    expect(ags("x").safeParse("5382").success).toBe(false);
    expect(id().safeParse("keine").success).toBe(false);
    expect(confirmed("Bestätigen Sie das.").safeParse(undefined).error?.issues[0]?.message).toBe("Bestätigen Sie das.");
    expect(readForm(NOTHING, { mehr: ["1"] }, TODAY).ok).toBe(false);
    expect(isId(crypto.randomUUID())).toBe(true);
    expect(isId(`${crypto.randomUUID()} `)).toBe(false);
  });
});

describe("spans, days and words", () => {
  test("both ends belong to a span", () => {
    const span = { von: "2026-01-01", bis: "2026-01-31" };
    expect(["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01"].map((at) => gilt(span, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(gilt({ von: "2026-01-01", bis: null }, "2030-01-01")).toBe(true);
    expect(overlap(span, { von: "2026-01-31", bis: null })).toBe(true);
    expect(overlap(span, { von: "2026-02-01", bis: null })).toBe(false);
  });

  test("the days around one, over months, years and the change of the clocks", () => {
    expect([tagDanach("2026-12-31"), tagDanach("2026-03-28"), tagDavor("2024-03-01")]).toEqual([
      "2027-01-01",
      "2026-03-29",
      "2024-02-29",
    ]);
    expect(tagText("2023-09-01")).toBe("01.09.2023");
    expect([1, 0, 1234].map((n) => anzahl(n, "Beratung", "Beratungen"))).toEqual([
      "1 Beratung",
      "0 Beratungen",
      "1.234 Beratungen",
    ]);
  });
});

describe("notices", () => {
  const done = notices({
    angelegt: "Angelegt.",
    erfasst: (n) => `${anzahl(n, "Beratung", "Beratungen")} erfasst.`,
    weg: { kind: "info", text: "Schon weg.", link: { label: "Liste", href: "/liste" } },
  });
  const shown = (path: string) => done.flash(new URL(path, "http://kim.invalid"));

  test("an address says what was done, beside what stands in it", () => {
    expect(done.after("/stellen", "angelegt")).toBe("/stellen?getan=angelegt");
    expect(shown(done.after("/liste?von=2026-01-01", "erfasst", 3))).toEqual({
      kind: "success",
      text: "3 Beratungen erfasst.",
    });
    expect(shown(done.after("/liste", "weg"))).toMatchObject({ kind: "info", link: { href: "/liste" } });
  });

  test("what nobody knows says nothing", () => {
    expect(shown("/liste?getan=toString")).toBeUndefined();
    expect(shown("/liste?getan=erfasst&n=<b>")).toBeUndefined();
    expect(shown("/liste")).toBeUndefined();
  });
});
