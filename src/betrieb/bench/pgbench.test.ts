import { expect, test } from "vitest";
import { literal, skript } from "./pgbench.ts";

test("a comment inside a statement ends with its line, also as pgbench reads it", () => {
  const sql = "select id\n  -- one row: whoever was merged\n  from kim.person where id = $1";
  expect(skript([{ sql, parameters: ["a:b"] }], "simple").split("\n")).toEqual([
    "select id",
    "  -- one row: whoever was merged",
    `  from kim.person where id = ${literal("a:b")};`,
    "",
  ]);
});
