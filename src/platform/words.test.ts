import { expect, test } from "vitest";
import { testDatabase } from "../../tests/support/db.ts";
import { compareNames } from "./words.ts";

const db = testDatabase();

const GERMAN = [
  "Ägidius",
  "Aktiv e. V.",
  "Ärzte im Dialog",
  "Asyl-Café",
  "AWO",
  "Öffentliche Beratung",
  "Olpe",
  "Standort 2",
  "Standort 10",
  "Straßenfest",
  "Strassenfest Süd",
  "Übach",
  "Uckerath",
  "Zülpich",
];

test("names stand as Germans look for them, the same in the database and here", async () => {
  const mixed = GERMAN.toReversed();
  expect(mixed.toSorted(compareNames)).toEqual(GERMAN);
  const rows = await db.admin("select n from unnest($1::text[]) as n order by n collate kim.deutsch", [mixed]);
  expect(rows.map(({ n }) => n)).toEqual(GERMAN);
});

test("every name in the clear of a Kreis is sorted so", async () => {
  const rows = await db.admin(`
    select a.attrelid::regclass::text as tabelle, a.attname as spalte
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'kim' and c.relkind = 'r' and a.attname in ('name', 'bezeichnung') and a.atttypid = 'text'::regtype
      and a.attcollation <> 'kim.deutsch'::regcollation`);
  expect(rows).toEqual([]);
});
