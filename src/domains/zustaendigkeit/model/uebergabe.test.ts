import { expect, test } from "vitest";
import { KINDS_OF_WORK } from "../../../platform/file-tables.ts";
import { artWort } from "./uebergabe.ts";

test("every kind of open work has its word, one and many: a Leitung reads no name of a table", () => {
  const arten = KINDS_OF_WORK.map((table) => table.replace("kim.", ""));
  expect(arten.filter((art) => [1, 2].some((n) => artWort(art, n) === art))).toEqual([]);
});
