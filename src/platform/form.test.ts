import { describe, expect, test } from "vitest";
import { z } from "zod";
import { day, line, optionalDay } from "./fields.ts";
import { asDay, first, overtaken, readBefore, readForm, readQuery, valuesOf } from "./form.ts";

const TODAY = "2026-11-29";
const Schema = z.object({
  titel: line(40, "Geben Sie einen Titel an."),
  von: day("Geben Sie den ersten Tag an.", "back"),
  bis: optionalDay().transform((typed) => typed ?? ""),
  frei: asDay(z.string().max(200), "birth").optional(),
});

describe("days in a form", () => {
  const read = (values: Readonly<Record<string, string>>) => {
    const lists = Object.fromEntries(Object.entries({ titel: "T", ...values }).map(([name, v]) => [name, [v]]));
    const form = readForm(Schema, lists, TODAY);
    return form.ok ? form.value : form.errors.map(({ field, message }) => `${field}: ${message}`);
  };

  test("are read as they are typed, also behind what a schema makes of them", () => {
    expect(read({ von: "12.3.", bis: "31.12.", frei: "1.1.92" })).toMatchObject({
      von: "2026-03-12",
      bis: "2026-12-31",
      frei: "1992-01-01",
    });
    expect(read({ von: "heute", bis: " " })).toMatchObject({ von: TODAY, bis: "" });
  });

  test("a last day that is none is never no last day", () => {
    expect(read({ von: "heute", bis: "31.02." })).toEqual(["bis: Den 31.02. gibt es nicht. Prüfen Sie Tag und Monat."]);
    expect(read({ von: "", bis: "bald" })).toEqual([
      "von: Geben Sie den ersten Tag an.",
      "bis: Schreiben Sie das Datum als Tag, Monat und Jahr, zum Beispiel 12.03.2026.",
    ]);
  });

  test("one that its schema takes as text stays as it was typed", () => {
    expect(read({ von: "heute", frei: "irgendwann" })).toMatchObject({ frei: "irgendwann" });
  });
});

describe("names that every object knows", () => {
  const NAMES = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];
  const one = z.object({ titel: z.string().optional() });
  const any = z.object({}).catchall(z.array(z.string()));

  test.each(NAMES.filter((name) => name !== "prototype"))("%s is an unknown field, also where any is taken", (name) => {
    for (const schema of [one, any]) {
      const form = readForm(schema, valuesOf(`${name}=x`), TODAY);
      expect(form.ok || form.errors[0]?.message).toBe(`Unbekanntes Feld im Formular: ${name}.`);
    }
  });

  test.each(NAMES)("%s in an address, in what a form carries along, and as a field that was not sent", (name) => {
    expect(readQuery(one, new URL(`http://kim.example/?${name}=x`))).toEqual({});
    expect(readBefore({ _gelesen: [`{"${name}":["x"],"titel":["T"]}`] })?.["titel"]).toEqual(["T"]);
    expect(first({}, name)).toBe("");
    expect(Object.prototype).not.toHaveProperty("x");
  });
});

describe("a form that met a newer record", () => {
  const reading = { schema: Schema, today: TODAY };
  const was = { titel: ["1.3.2026"], von: ["2026-03-01"], bis: ["2026-12-31"] };
  const typed = (values: Readonly<Record<string, string>>) => ({
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]])),
    _gelesen: [JSON.stringify(was)],
  });

  test("compares days by what they mean, and text by its letters", () => {
    const stored = { titel: ["neu"], von: ["2026-04-01"], bis: ["2027-01-31"] };
    const form = overtaken(
      typed({ titel: "01.03.2026", von: "1.3.2026", bis: "31.1.27" }),
      { version: 2, stored },
      reading,
    );
    // Left as it was read, so it takes what is stored now; typed to mean what is stored now, so nothing differs.
    expect(form.values).toMatchObject({ titel: ["01.03.2026"], von: ["2026-04-01"], bis: ["2027-01-31"] });
  });

  test("what was typed otherwise stays as it was typed", () => {
    const stored = { titel: ["neu"], von: ["2026-04-01"], bis: [""] };
    const form = overtaken(typed({ titel: "meins", von: "2.3.", bis: "31.02." }), { version: 2, stored }, reading);
    expect(form.values).toMatchObject({ titel: ["meins"], von: ["2.3."], bis: ["31.02."] });
  });
});
