import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../db/codelisten/", import.meta.url);

function readList(file: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(new URL(file, folder), "utf8").trimEnd().split("\n");
  const columns = head.split(";");
  return lines.map((line) => {
    const cells = line.split(";");
    expect(cells, `${file}: ${line}`).toHaveLength(columns.length);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
}

const codesOf = (file: string) => new Set(readList(file).map((row) => row["code"]));
const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));

describe.each(files)("%s", (file) => {
  const rows = readList(file);

  test("has code, name, rang and days of validity", () => {
    for (const row of rows) {
      expect(row["code"]).toMatch(/^[a-z0-9_+-]+$/);
      expect(row["name"]).not.toBe("");
      expect(row["rang"]).toMatch(/^\d+$/);
      expect(row["gueltig_ab"]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(row["gueltig_bis"]).toMatch(/^(\d{4}-\d{2}-\d{2})?$/);
    }
  });

  test("has every code, every name and every rank only once", () => {
    for (const column of ["code", "rang"]) {
      expect(new Set(rows.map((row) => row[column])).size, column).toBe(rows.length);
    }
    // Kreis and city of Aachen are different KIM-Kommunen with different names, so names are unique as well.
    expect(new Set(rows.map((row) => row["name"])).size).toBe(rows.length);
  });

  test("holds nothing that puts people in danger (§ 87 AufenthG)", () => {
    const forbidden = /abschieb|illegal|unerlaubt|ohne papiere|verdacht|religi|polizei|straf/i;
    for (const row of rows) expect(Object.values(row).join(" ")).not.toMatch(forbidden);
  });
});

test("54 KIM-Kommunen, and every Kommune belongs to one", () => {
  const kreise = codesOf("kim_kommune.csv");
  expect(kreise.size).toBe(54);
  for (const kommune of readList("kommune.csv")) {
    expect(kreise.has(kommune["kreis"])).toBe(true);
    expect(kommune["code"]?.startsWith(kommune["kreis"] ?? "-")).toBe(true);
    expect(kommune["code"]).toMatch(/^05\d{6}$/);
  }
});

test("every nationality has a Herkunftsgruppe, every group at least one state", () => {
  const used = new Set(readList("staatsangehoerigkeit.csv").map((row) => row["herkunftsgruppe"]));
  expect([...used].toSorted()).toEqual([...codesOf("herkunftsgruppe.csv")].toSorted());
});

test("twelve Handlungsfelder in a fixed order, each with its own key", () => {
  expect(
    readList("handlungsfeld.csv")
      .map((row) => row["taste"])
      .join(""),
  ).toBe("123456789ebt");
});

test("Altersgruppen follow one another without a gap", () => {
  const groups = readList("altersgruppe.csv");
  expect(groups[0]?.["von"]).toBe("0");
  for (const [index, group] of groups.entries()) {
    const next = groups[index + 1];
    expect(group["bis"]).toBe(next ? String(Number(next["von"]) - 1) : "");
  }
});

test("a child that interprets is the only Verständigung with a hint", () => {
  const flagged = readList("verstaendigung.csv").filter((row) => row["hinweis"] === "true");
  expect(flagged.map((row) => row["code"])).toEqual(["kind_dolmetscht"]);
});
