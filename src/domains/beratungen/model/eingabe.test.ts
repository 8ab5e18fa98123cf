import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { typed, valuesOf } from "../../../../tests/support/beratungsstelle.ts";
import { today } from "../../../platform/clock.ts";
import { readForm } from "../../../platform/form.ts";
import { BeratungEingabe, KorrekturEingabe, inOrder } from "./eingabe.ts";
import { kodeVon, passende } from "./suche.ts";

const stelle = { standortId: randomUUID() };

/** The mistakes of a form in its order, as `field: sentence`. */
function problems(more: Record<string, string | readonly string[]>, schema: typeof BeratungEingabe = BeratungEingabe) {
  const form = readForm(schema, valuesOf(typed(stelle, more)), today());
  return form.ok ? [] : inOrder(form.errors).map((e) => `${e.field}: ${e.message}`);
}

test("a typical record is taken", () => {
  expect(problems({})).toEqual([]);
  expect(problems({ stufe: "0", sprache: "", verstaendigung: "", ergebnis: "" })).toEqual([]);
});

test("an empty form says everything at once, in the order of the form", () => {
  const empty = { am: "", ort: "", kontaktweg: "", stufe: "", themen: [], dauer: "" };
  expect(problems(empty).map((p) => p.split(":")[0])).toEqual(["am", "ort", "kontaktweg", "stufe", "themen", "dauer"]);
});

test.each(["0", "601", "9999", "-5", "1,5", "eine Stunde", "30 min"])("no duration: %s", (dauer) => {
  expect(problems({ dauer })).toHaveLength(1);
});

test.each(["1", "600", " 45 "])("a duration: %s", (dauer) => {
  expect(problems({ dauer })).toEqual([]);
});

describe("with a person", () => {
  test("needs one, chosen or new", () => {
    expect(problems({ stufe: "2" })[0]).toMatch(/^suche: Wählen Sie mindestens eine Person/);
    expect(problems({ stufe: "2", person: randomUUID() })).toEqual([]);
    expect(problems({ stufe: "2", neu1_vorname: "Mira" })).toEqual([]);
  });

  test("a half-typed search asks for hits instead of saving", () => {
    expect(problems({ stufe: "2", person: randomUUID(), suche: "Mira" })).toEqual(["ansicht: suchen"]);
    expect(problems({ stufe: "2", person: randomUUID(), suche: "Mira", gesucht: "Mira" })).toEqual([]);
    expect(problems({ stufe: "1", suche: "Mira" })).toEqual([]);
  });
});

test("a field that the form does not have is refused", () => {
  expect(problems({ konto_id: randomUUID() })[0]).toContain("Unbekanntes Feld");
});

test("a correction needs a reason", () => {
  const form = readForm(KorrekturEingabe, valuesOf(typed(stelle, { grund: "  " })), today());
  expect(form.ok ? [] : form.errors.map((e) => e.field)).toEqual(["grund"]);
});

describe("choosing by typing the name", () => {
  const list = [
    { code: "de", name: "Deutsch" },
    { code: "kmr", name: "Kurdisch (Kurmandschi)" },
    { code: "ckb", name: "Kurdisch (Sorani)" },
    { code: "an_jobcenter", name: "vermittelt an Jobcenter", kurz: "Jobcenter" },
    { code: "ne", name: "Niger" },
    { code: "ng", name: "Nigeria" },
  ];

  test.each([
    ["deu", "de"],
    ["DEUTSCH ", "de"],
    ["sorani", "ckb"],
    ["job", "an_jobcenter"],
    ["Niger", "ne"],
    ["nigeri", "ng"],
  ])("%s", (typedName, code) => {
    expect(kodeVon(typedName, list)).toEqual({ code });
  });

  test("says what is meant where it can be several, and that it is none", () => {
    expect(kodeVon("kurd", list)).toEqual({
      problem: "Schreiben Sie es aus: Kurdisch (Kurmandschi), Kurdisch (Sorani).",
      mehrere: true,
    });
    expect(passende("kurd", list).map((k) => k.name)).toEqual(["Kurdisch (Kurmandschi)", "Kurdisch (Sorani)"]);
    expect(kodeVon("Klingonisch", list)).toMatchObject({ problem: expect.stringContaining("„Klingonisch“") });
  });
});
