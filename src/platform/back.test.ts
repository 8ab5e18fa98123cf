import { describe, expect, test } from "vitest";
import { carried } from "./back.ts";

const LIST = "/beratungen?thema=wohnen&nach=dauer";
const ONE = "/beratungen/7";
const below = `${ONE}?liste=${encodeURIComponent(LIST)}`;

describe("the way back to a filtered list", () => {
  test("goes along to a page below it, further down, and back", () => {
    expect(carried(LIST, ONE)).toBe(below);
    expect(carried(below, `${ONE}/korrigieren`)).toBe(`${ONE}/korrigieren?liste=${encodeURIComponent(LIST)}`);
    expect(carried(`${ONE}/korrigieren?liste=${encodeURIComponent(LIST)}`, `${ONE}?getan=korrektur`)).toBe(
      `${ONE}?getan=korrektur&liste=${encodeURIComponent(LIST)}`,
    );
    expect(carried(below, "/beratungen")).toBe(LIST);
  });

  test("a list without a filter, and what lies elsewhere, stay as they are", () => {
    expect(carried("/beratungen", ONE)).toBe(ONE);
    expect(carried("/beratungen?getan=liste&n=3", ONE)).toBe(ONE);
    expect(carried(below, "/personen/7")).toBe("/personen/7");
    expect(carried(below, "#am")).toBe("#am");
    expect(carried(below, "mailto:kim@kim.example")).toBe("mailto:kim@kim.example");
  });

  test("the list itself loses its filter by its own link", () => {
    expect(carried(LIST, "/beratungen")).toBe("/beratungen");
    expect(carried(LIST, "/beratungen?stufe=1")).toBe("/beratungen?stufe=1");
  });

  test("an address that somebody made leads nowhere else", () => {
    for (const evil of ["https://example.org/beratungen?a=1", "//example.org/beratungen?a=1", "/personen?a=1", "x"])
      expect(carried(`${ONE}?liste=${encodeURIComponent(evil)}`, "/beratungen")).toBe("/beratungen");
  });
});
