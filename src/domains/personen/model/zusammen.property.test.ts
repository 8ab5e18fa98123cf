import * as fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../../tests/support/runs.ts";
import { FELDER, type Stand, type Wahl, aufgehoben, geschrieben, gewaehlt } from "./zusammen.ts";

/**
 * The layers that mergings leave behind, without a database: that any of them can be taken out as if it had not been. How it is written
 * and read back tests/zusammenfuehren.property.test.ts tries, a few times only.
 */
const NUMBER = 4;
const who = fc.nat(NUMBER - 1);
const FIELDS = ["geschlecht", "geburtsland"];
const which = fc.nat(FIELDS.length - 1);
const Step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      art: fc.constant("merge" as const),
      a: who,
      b: who,
      chosen: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      art: fc.constant("edit" as const),
      a: who,
      field: which,
    }),
  },
  { weight: 3, arbitrary: fc.record({ art: fc.constant("undo" as const), which: fc.nat(9) }) },
);
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

type Merge = { readonly id: number; readonly person: number; readonly into: number; stand: Stand };

/** What the program keeps: values of each row, and the layers in the order in which they were made. */
class Program {
  readonly werte: Record<string, string | null>[] = Array.from({ length: NUMBER }, (_, i) =>
    Object.fromEntries(FIELDS.map((field) => [field, `${field}${i}`])),
  );
  merges: Merge[] = [];
  merge(id: number, bleibt: number, geht: number, wahl: Readonly<Record<string, Wahl>>): void {
    const stand = gewaehlt(this.werte[bleibt] ?? {}, this.werte[geht] ?? {}, wahl);
    Object.assign(this.werte[bleibt] ?? {}, geschrieben(stand));
    this.merges.push({ id, person: geht, into: bleibt, stand });
  }
  /** Says in which fields something was changed since. */
  undo(z: Merge): readonly string[] {
    const later = this.merges.filter((one) => one.into === z.into && one.id > z.id);
    const result = aufgehoben(
      z.stand,
      later.map(({ stand }) => stand),
      this.werte[z.into] ?? {},
      {},
    );
    Object.assign(this.werte[z.into] ?? {}, result.bleibt);
    Object.assign(this.werte[z.person] ?? {}, result.andere);
    for (const [i, one] of later.entries()) one.stand = result.spaeter[i] ?? one.stand;
    this.merges = this.merges.filter((one) => one !== z);
    return result.seither;
  }
}

const BEGIN = -1;
const EDIT = -2;

/** What each row says is the last thing that was said of it by something that was not undone. No layers. */
class Oracle {
  said = Array.from({ length: NUMBER }, (_, i) =>
    FIELDS.map((field) => [{ by: BEGIN, at: BEGIN, value: `${field}${i}` }]),
  );
  value = (person: number, field: number): string => this.said[person]?.[field]?.at(-1)?.value ?? "";
  say(person: number, field: number, by: number, at: number, value: string): void {
    if (value !== this.value(person, field)) this.said[person]?.[field]?.push({ by, at, value });
  }
  /** Fields of which a merging knows what was said, until somebody changed them after the last one. */
  changedSince({ id, into }: Merge, merges: readonly Merge[]): string[] {
    const last = Math.max(...merges.filter((one) => one.into === into && one.id >= id).map((one) => one.id));
    return FIELDS.filter((_, field) => {
      const after = (this.said[into]?.[field] ?? []).filter(({ at }) => at > id);
      return after.length > 0 && after.every(({ by, at }) => by === EDIT && at > last);
    });
  }
  undo(by: number): void {
    this.said = this.said.map((row) => row.map((list) => list.filter((one) => one.by !== by)));
  }
}

function play(steps: readonly Step[]): void {
  const [program, oracle] = [new Program(), new Oracle()];
  const shown = (person: number): number => {
    const into = program.merges.find((one) => one.person === person)?.into;
    return into === undefined ? person : shown(into);
  };
  const agrees = () =>
    expect(program.werte.map((row) => FIELDS.map((field) => row[field]))).toEqual(
      oracle.said.map((_, person) => FIELDS.map((__, field) => oracle.value(person, field))),
    );
  const undo = (merge: Merge | undefined) => {
    if (merge === undefined) return;
    const changed = oracle.changedSince(merge, program.merges);
    expect(program.undo(merge)).toEqual(changed);
    oracle.undo(merge.id);
  };
  for (const [at, step] of steps.entries()) {
    if (step.art === "undo") undo(program.merges[step.which % Math.max(1, program.merges.length)]);
    if (step.art === "edit") {
      const [person, field] = [shown(step.a), FIELDS[step.field] ?? ""];
      oracle.say(person, step.field, EDIT, at, `edit${at}`);
      Object.assign(program.werte[person] ?? {}, { [field]: `edit${at}` });
    }
    if (step.art === "merge" && shown(step.a) !== shown(step.b)) {
      const [bleibt, geht] = [shown(step.a), shown(step.b)];
      const wahl = Object.fromEntries(
        FIELDS.map((field, i): [string, Wahl] => [field, step.chosen[i] ? "andere" : "bleibt"]),
      );
      for (const [i] of FIELDS.entries()) if (step.chosen[i]) oracle.say(bleibt, i, at, at, oracle.value(geht, i));
      program.merge(at, bleibt, geht, wahl);
    }
    agrees();
  }
  while (program.merges.length > 0) {
    undo(program.merges[0]);
    agrees();
  }
}

test("any merging can be taken out, whatever was chosen and changed since", () => {
  expect(FIELDS.every((field) => FELDER.some(({ teile }) => teile.includes(field)))).toBe(true);
  fc.assert(fc.property(fc.array(Step, { minLength: 3, maxLength: 14 }), play), runs(1000));
});
