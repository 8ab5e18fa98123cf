import { expect, test } from "vitest";
import { isTest, readSource, sourceFiles } from "../../../../tests/support/import-graph.ts";
import { RECHTE } from "../../zugang/model/rechte.ts";
import { GRUPPEN, ereignis, gegenstandWort } from "./ereignisse.ts";

/** Every event and every subject that the program writes, by the literals of the files that write one. */
function written(pattern: RegExp): string[] {
  const files = sourceFiles("src").filter((f) => !isTest(f) && /\b(recordEvent|openRecordAs)\(/.test(readSource(f)));
  // Names of jobs and lines of the operating log look the same.
  const source = (f: string) => readSource(f).replaceAll(/(enqueue\(tx, |log\.\w+\()"[^"]+"/g, "");
  const found = files.flatMap((f) => [...source(f).matchAll(pattern)].map(([, word]) => word ?? ""));
  return [...new Set(found)].filter((word) => !(word in RECHTE) && !/^(kim|tresor|betrieb|app|ref)\./.test(word));
}

test("every event that is written has its words, and belongs to a kind", () => {
  const events = written(/"([a-z]{3,}\.[a-z_]+)"/g);
  expect(events.length).toBeGreaterThan(40);
  expect(events.filter((event) => ereignis(event) === event)).toEqual([]);
  const kinds = new Set<string>(GRUPPEN.flatMap(({ wovon }) => wovon));
  expect(events.filter((event) => !event.endsWith(".geoeffnet") && !kinds.has(event.split(".")[0] ?? ""))).toEqual([]);
});

test("every kind of subject has its word", () => {
  const subjects = written(/gegenstand(?:: | = )\{ art: "([a-z_]+)"/g);
  expect(subjects.length).toBeGreaterThan(8);
  expect(subjects.filter((subject) => gegenstandWort(subject) === subject)).toEqual([]);
});
