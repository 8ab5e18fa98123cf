import { expect, test } from "vitest";
import { signedIn } from "../../../../tests/support/anmelden.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto } from "../../../../tests/support/konten.ts";
import { systemActor } from "../../../platform/actor.ts";
import { type Step, watchStatements } from "../../../platform/connection.ts";
import { readOnceAs } from "../../../platform/db.ts";
import { recognise, sessionOf } from "../queries/sitzungen.ts";

const db = testDatabase();
const START = new Date("2026-11-20T08:00:00Z");

async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const steps: Step[] = [];
  watchStatements((step) => void steps.push(step));
  try {
    await work();
  } finally {
    watchStatements(undefined);
  }
  return steps.flatMap((step) => ("sql" in step ? [step.sql] : []));
}

/** Every table in a plan, whatever view led there. */
function tablesIn(plan: unknown): string[] {
  if (typeof plan !== "object" || plan === null) return [];
  const [schema, name] = ["Schema", "Relation Name"].map((key): unknown => Reflect.get(plan, key));
  return [
    ...(name === undefined ? [] : [`${String(schema)}.${String(name)}`]),
    ...Object.values(plan).flatMap(tablesIn),
  ];
}

test("every table that says who somebody is gives the Kreis another version when it changes", async () => {
  const konto = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  const cookie = await signedIn(konto, START);
  const [statement = ""] = await statementsOf(() =>
    readOnceAs(systemActor("05382"), (tx) => sessionOf(tx, cookie, START)),
  );
  const [row] = await db.admin(`explain (generic_plan, verbose, format json) ${statement}`);
  const read = new Set(tablesIn(row?.["QUERY PLAN"]));
  // The session itself is read each time; the name of a Kreis changes with the program.
  for (const always of ["kim.sitzung", "kim.zugang_stand", "ref.kim_kommune"])
    expect(read.delete(always), always).toBe(true);
  const watched = await db.admin(`
    select distinct t.tgrelid::regclass::text as tabelle from pg_trigger t
    where t.tgfoid = 'zugang.neue_fassung'::regproc and t.tgenabled = 'O' and t.tginitdeferred`);
  expect(watched.map(({ tabelle }) => String(tabelle)).toSorted()).toEqual([...read].toSorted());
});

test("who somebody is is asked again when anything of it changed, and only then", async () => {
  const konto = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  const other = await testKonto({ kreis: "05111", rollen: ["cm_lokal"] });
  const [cookie, there] = [await signedIn(konto, START), await signedIn(other, START)];
  const asked = async (of: string, at = START) => (await statementsOf(() => recognise(of, at))).length;
  expect([await asked(cookie), await asked(cookie)]).toEqual([2, 1]);
  expect([await asked(there), await asked(there)]).toEqual([2, 1]);
  const { kontoId, traegerId } = konto.actor;
  const changes: readonly (readonly [string, unknown[]])[] = [
    ["update kim.konto set name = name where id = $1", [kontoId]],
    ["update kim.rolle set bis = '2026-12-31' where konto_id = $1", [kontoId]],
    ["update kim.traeger set name = name || ' neu' where id = $1", [traegerId]],
    [
      "insert into kim.vorgabe (kreis, konto_id, formular, werte) values ('05382', $1, 'tasten', '{\"an\": false}')",
      [kontoId],
    ],
    ["update tresor.schluessel set version = version where id = $1", [kontoId]],
    ["update tresor.traeger_schluessel set version = version where traeger_id = $1", [traegerId]],
    ["delete from kim.vorgabe where konto_id = $1", [kontoId]],
  ];
  for (const [statement, values] of changes) {
    await db.admin(statement, values);
    expect([await asked(cookie), await asked(cookie)], statement).toEqual([2, 1]);
  }
  // Of another form, of a person, of a sign of life nothing is said.
  await db.admin("insert into kim.vorgabe (kreis, konto_id, formular, werte) values ('05382', $1, 'beratung', '{}')", [
    kontoId,
  ]);
  await db.admin("update kim.sitzung set zuletzt = zuletzt where konto_id = $1", [kontoId]);
  expect([await asked(cookie), await asked(there)]).toEqual([1, 1]);
  // The next day roles may have begun or ended, though nobody wrote anything.
  await db.admin("update kim.sitzung set angelegt = $1, zuletzt = $1", [new Date("2026-11-21T08:00:00Z")]);
  const morgen = new Date("2026-11-21T08:00:00Z");
  expect([await asked(cookie, morgen), await asked(cookie, morgen)]).toEqual([2, 1]);
});

test("what is not committed yet is seen by nobody, and what is taken back changes nothing", async () => {
  const konto = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  const cookie = await signedIn(konto, START);
  await recognise(cookie, START);
  const before = await db.admin("select fassung from kim.zugang_stand where kreis = '05382'");
  await db.admin(
    "do $$ begin update kim.konto set status = 'deaktiviert'; raise exception 'nein'; exception when others then null; end $$",
  );
  expect(await db.admin("select fassung from kim.zugang_stand where kreis = '05382'")).toEqual(before);
  expect((await recognise(cookie, START)).stand).toBe("offen");
});
