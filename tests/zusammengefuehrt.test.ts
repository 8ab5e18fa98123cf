import { expect, test } from "vitest";
import { isTest, readSource, sourceFiles } from "./support/import-graph.ts";

/**
 * Persons that are the same one stay rows of their own. Whatever belongs to "this person" belongs to any of them, so nothing
 * compares `person_id` with one id alone: a table of tomorrow would otherwise lose the records of whoever was merged.
 */
const ONE_ID = [
  /["'](?:\w+\.)?person_id["'],\s*(?:"="|"in"),\s*(?!\s|ofPersons?\(|eachPerson\b)/,
  /(?<!\w)person_id\s*=\s*(?:p\.id|(?:any\()?\$\{(?!OF_P|OF_SAME|ofPersons?\())/,
];
/** Said beside the few that mean one row: what is written anew for it, and merging itself. */
const ONE_ROW = /(?:\/\/|--) one row:/;

const compared = (file: string): string[] => {
  const lines = readSource(file).split("\n");
  return lines.flatMap((line, i) => {
    if (!ONE_ID.some((form) => form.test(line))) return [];
    if (ONE_ROW.test(line) || ONE_ROW.test(lines[i - 1] ?? "")) return [];
    return `${file}:${i + 1} ${line.trim()}`;
  });
};

test("what belongs to a person is asked for with ofPerson, ofPersons (room personen), so that those merged into her belong to it", () => {
  const files = sourceFiles("src").filter((file) => !isTest(file));
  expect(files.flatMap(compared)).toEqual([]);
});

test("a query that forgets it would be found", () => {
  const found = (line: string) => ONE_ID.some((form) => form.test(line));
  expect(found('.where("k.person_id", "=", id)')).toBe(true);
  expect(found('.where("person_id", "=", anyOf(ids))')).toBe(true);
  expect(found("where x.person_id = ${id}::uuid")).toBe(true);
  expect(found('.where("person_id", "=", ofPerson(id))')).toBe(false);
  expect(found('.where("person_id", "=", eachPerson)')).toBe(false);
  expect(found("where x.person_id = p.id")).toBe(true);
  expect(found("where x.person_id = ${OF_P}")).toBe(false);
});
