import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Beratungsstelle, beratungsstelle, erfasse } from "../../../../tests/support/beratungsstelle.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { asWorker } from "../../../../tests/support/zaehlen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, sql, writeAs } from "../../../platform/db.ts";
import { beratungOf } from "../../beratungen/queries/beratungen.ts";
import { beratungenOf } from "../../beratungen/index.ts";
import { changePerson } from "../commands/change-person.ts";
import { mergePersons } from "../commands/merge-persons.ts";
import { eintrag, splitPerson } from "../commands/split-person.ts";
import { NameEingabe, PersonEingabe, createPerson } from "../index.ts";
import { giveRecords } from "../jobs/give-records.ts";
import { nameValues } from "../model/form-values.ts";
import type { Wahl } from "../model/zusammen.ts";
import { personList } from "../queries/page-of-persons.ts";
import { personOf } from "../queries/person.ts";
import { seitherOf } from "../queries/seither.ts";
import { geltende, zusammenfuehrungOf } from "../queries/zusammenfuehrungen.ts";

const db = testDatabase();
let stelle: Beratungsstelle;
let mira: Actor;
beforeAll(async () => {
  stelle = await beratungsstelle();
  mira = stelle.konto.actor;
});

const NUMBER = 4;
const STATES = ["166", "163", "423", "475"];
const who = fc.nat(NUMBER - 1);
const Step = fc.oneof(
  fc.record({ art: fc.constant("merge" as const), a: who, b: who, name: fc.boolean(), staat: fc.boolean() }),
  fc.record({ art: fc.constant("edit" as const), a: who }),
  fc.record({ art: fc.constant("record" as const), a: who }),
  fc.record({ art: fc.constant("undo" as const), which: fc.nat(9), given: fc.nat(255) }),
);
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

type Set = { readonly by: string; readonly value: string };
type Merge = { readonly id: string; readonly person: number; readonly into: number; readonly at: number };

/**
 * The oracle: what each row says is the last thing that was said of it by something that was not undone; each record has one owner.
 * No layers, no pointers.
 */
class Oracle {
  readonly said: Record<"name" | "staat", Set[][]> = { name: [], staat: [] };
  readonly records = new Map<string, { owner: number; since: number; note: string }>();
  merges: Merge[] = [];
  clock = 0;

  value(field: "name" | "staat", person: number): string {
    return this.said[field][person]?.at(-1)?.value ?? "";
  }
  shown(person: number): number {
    const into = this.merges.find((m) => m.person === person);
    return into === undefined ? person : this.shown(into.into);
  }
  group(person: number): number[] {
    return Array.from({ length: NUMBER }, (_, i) => i).filter((i) => this.shown(i) === this.shown(person));
  }
  /** What was written since by whoever is on the way from a person to the one that is shown. */
  since(person: number): string[] {
    const link = this.merges.find((m) => m.person === person);
    if (link === undefined) return [];
    const here = [...this.records].filter(([, r]) => r.owner === link.into && r.since > link.at).map(([id]) => id);
    return [...here, ...this.since(link.into)];
  }
  undo(merge: Merge): void {
    this.merges = this.merges.filter((m) => m !== merge);
    for (const field of ["name", "staat"] as const)
      this.said[field] = this.said[field].map((list) => list.filter(({ by }) => by !== merge.id));
  }
}

let number = 0;
/** Told apart letter by letter, so that nobody is like anybody else. */
const fresh = (): string => `Name${(number += 1).toString(26).replaceAll(/\d/g, (d) => "abcdefghij"[Number(d)] ?? "")}`;

async function play(steps: readonly Step[]): Promise<void> {
  const oracle = new Oracle();
  const ids: string[] = [];
  for (const staat of STATES) {
    const name = fresh();
    const person = { person_vorname: name, person_staatsangehoerigkeit: staat };
    ids.push(await writeAs(mira, (tx) => createPerson(tx, mira, PersonEingabe.parse(person))));
    oracle.said.name.push([{ by: "begin", value: name }]);
    oracle.said.staat.push([{ by: "begin", value: staat }]);
  }
  for (const step of steps) {
    oracle.clock += 1;
    await does(oracle, ids, step);
    await agrees(oracle, ids);
  }
  await countsThem(oracle, ids);
  // Whatever was done: with everything undone each of them is as if nobody had been merged.
  while (oracle.merges.length > 0) {
    await does(oracle, ids, { art: "undo", which: 0, given: 0 });
    await agrees(oracle, ids);
  }
}

async function does(oracle: Oracle, ids: readonly string[], step: Step): Promise<void> {
  if (step.art === "merge") return merges(oracle, ids, step);
  if (step.art === "undo") return undoes(oracle, ids, step);
  const a = oracle.shown(step.a);
  const id = ids[a] ?? "";
  if (step.art === "record") {
    const note = `Notiz ${oracle.clock}`;
    const record = await erfasse(stelle, { stufe: "2", person: id, notiz: note, themen: ["sprache"] });
    oracle.records.set(record, { owner: a, since: oracle.clock, note });
    return;
  }
  const name = fresh();
  await writeAs(mira, async (tx) => {
    const person = await personOf(tx, mira, id);
    const typed = { ...nameValues(person), person_vorname: [name] };
    const values = Object.fromEntries(Object.entries(typed).map(([field, [first]]) => [field, first]));
    await changePerson(tx, mira, { id, version: person.version }, NameEingabe.parse(values));
  });
  oracle.said.name[a]?.push({ by: "edit", value: name });
}

async function merges(oracle: Oracle, ids: readonly string[], step: Extract<Step, { art: "merge" }>): Promise<void> {
  const [a, b] = [oracle.shown(step.a), oracle.shown(step.b)];
  if (a === b) return;
  const chosen = (other: boolean): Wahl => (other ? "andere" : "bleibt");
  const wahl = { name: chosen(step.name), staatsangehoerigkeit: chosen(step.staat) };
  const shown = ids.indexOf(await writeAs(mira, (tx) => mergePersons(tx, mira, [ids[a] ?? "", ids[b] ?? ""], wahl)));
  const gone = shown === a ? b : a;
  const [row] = await db.admin("select id from kim.zusammenfuehrung where person_id = $1 and aufgehoben_am is null", [
    ids[gone],
  ]);
  const id = String(row?.["id"]);
  for (const [field, other] of [
    ["name", step.name],
    ["staat", step.staat],
  ] as const) {
    const value = oracle.value(field, gone);
    if (other && value !== oracle.value(field, shown)) oracle.said[field][shown]?.push({ by: id, value });
  }
  oracle.merges.push({ id, person: gone, into: shown, at: oracle.clock });
}

async function undoes(oracle: Oracle, ids: readonly string[], step: Extract<Step, { art: "undo" }>): Promise<void> {
  const merge = oracle.merges[step.which % Math.max(1, oracle.merges.length)];
  if (merge === undefined) return;
  const candidates = oracle.since(merge.person).toSorted();
  const offered = await readAs(mira, async (tx) => {
    const z = await zusammenfuehrungOf(tx, mira, merge.id);
    return z === undefined ? [] : seitherOf(tx, z, await geltende(tx, mira, z.in));
  });
  expect(offered.map(({ id }) => id).toSorted()).toEqual(candidates);
  const given = candidates.filter((_, i) => (step.given >> i) % 2 === 1);
  const eintraege = given.map((id) => eintrag({ tabelle: "kim.beratung", id }));
  await writeAs(mira, (tx) => splitPerson(tx, mira, merge.id, { eintraege, felder: {} }));
  if (given.length > 0) await asWorker(db, () => giveRecords({ kreis: stelle.kreis, id: merge.id }));
  oracle.undo(merge);
  for (const id of given) {
    const record = oracle.records.get(id);
    if (record !== undefined) oracle.records.set(id, { ...record, owner: merge.person, since: oracle.clock });
  }
  expect(ids.length).toBe(NUMBER);
}

async function agrees(oracle: Oracle, ids: readonly string[]): Promise<void> {
  await readAs(mira, async (tx) => {
    const listed = (await personList(tx, mira)).persons.map(({ id }) => id).filter((id) => ids.includes(id));
    const shown = [...new Set(ids.map((_, i) => oracle.shown(i)))].map((i) => ids[i]);
    expect(listed.toSorted()).toEqual(shown.toSorted());
    for (const [i, id] of ids.entries()) {
      const person = await personOf(tx, mira, id);
      const of = oracle.shown(i);
      expect([person.id, person.name.vorname, person.staatsangehoerigkeit?.code]).toEqual([
        ids[of],
        oracle.value("name", of),
        oracle.value("staat", of),
      ]);
      const group = oracle.group(i);
      const records = [...oracle.records].filter(([, { owner }]) => group.includes(owner)).map(([record]) => record);
      expect((await beratungenOf(tx, id)).zeilen.map((b) => b.id).toSorted()).toEqual(records.toSorted());
    }
    for (const [id, { owner, note }] of oracle.records) {
      const record = await beratungOf(tx, mira, id);
      expect([record?.personen, record?.notiz]).toEqual([[ids[owner]], { text: note }]);
    }
  });
}

/** The figures count whoever is one as one. */
async function countsThem(oracle: Oracle, ids: readonly string[]): Promise<void> {
  const counted = await asWorker(db, () =>
    readAs({ ...mira, sicht: "kreis" }, (tx) =>
      sql<{ id: string }>`select distinct person_id as id from auswertung.person_tag`.execute(tx),
    ),
  );
  const came = new Set([...oracle.records.values()].map(({ owner }) => ids[oracle.shown(owner)]));
  expect(
    counted.rows
      .map(({ id }) => id)
      .filter((id) => ids.includes(id))
      .toSorted(),
  ).toEqual([...came].toSorted());
}

test("merging, editing, recording and undoing in any order is what a list of who said what would be", async () => {
  await fc.assert(fc.asyncProperty(fc.array(Step, { minLength: 4, maxLength: 12 }), play), {
    ...runs(3),
    interruptAfterTimeLimit: 60_000,
  });
}, 120_000);
