import { describe, expect, test } from "vitest";
import { NotFound } from "./form.ts";
import { idOf, isId } from "./ids.ts";
import { notices } from "./notices.ts";
import { anzahl } from "./words.ts";

const getan = notices({
  angelegt: "Angelegt.",
  liste: (n) => `${anzahl(n, "Eintrag", "Einträge")} gespeichert.`,
  achtung: { kind: "warning", text: "Bitte prüfen." },
});
const shown = (address: string) => getan.flash(new URL(address, "https://kim.example.de"));

describe("what a redirect says", () => {
  test("the next page says it", () => {
    expect(shown(getan.after("/stellen/1", "angelegt"))).toEqual({ kind: "success", text: "Angelegt." });
    expect(shown(getan.after("/stellen", "achtung"))).toEqual({ kind: "warning", text: "Bitte prüfen." });
  });

  test("with a number, and with what stood in the address before", () => {
    const to = getan.after("/beratungen?von=2026-01-02", "liste", 1204);
    expect(to).toBe("/beratungen?von=2026-01-02&getan=liste&n=1204");
    expect(shown(to)?.text).toBe("1.204 Einträge gespeichert.");
  });

  test.each(["/", "/?getan=erfunden", "/?getan=__proto__", "/?getan="])("%s says nothing", (address) => {
    expect(shown(address)).toBeUndefined();
  });

  test("without its number a sentence says nothing", () => {
    expect(shown("/?getan=liste&n=-7")).toBeUndefined();
    expect(shown("/?getan=liste")).toBeUndefined();
  });

  test("an address that says something already says only the new", () => {
    expect(getan.after("/stellen?getan=liste&n=3&ab=50", "angelegt")).toBe("/stellen?getan=angelegt&ab=50");
  });
});

describe("ids in addresses", () => {
  const visit = (id: string) => ({ params: { id } });

  test("an id as the program writes it", () => {
    const id = crypto.randomUUID();
    expect(idOf(visit(id))).toBe(id);
  });

  test.each(["", "1", "neu", crypto.randomUUID().toUpperCase(), `${crypto.randomUUID()}\n`])("%j is none", (text) => {
    expect(isId(text)).toBe(false);
    expect(() => idOf(visit(text))).toThrow(NotFound);
  });
});
