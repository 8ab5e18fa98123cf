import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../../tests/support/db.ts";
import { testKonto, testTraeger } from "../../../../tests/support/konten.ts";
import { besetzung, getippteBesetzung, getippteStelle, stelle } from "../../../../tests/support/stellen.ts";
import type { Actor } from "../../../platform/actor.ts";
import { readAs, writeAs } from "../../../platform/db.ts";
import { NotFound, Refused, Stale } from "../../../platform/form.ts";
import { changeBesetzung } from "../commands/change-besetzung.ts";
import { changeStelle } from "../commands/change-stelle.ts";
import { removeBesetzung } from "../commands/remove-besetzung.ts";
import { removeStelle } from "../commands/remove-stelle.ts";
import { endBesetzung, noteVakanz, stellenplan } from "../index.ts";
import { tagDanach } from "../../../platform/span.ts";
import { besetztAm } from "../model/plan.ts";
import { stelleOf } from "../queries/stellen.ts";

const db = testDatabase();
const KREIS = "05382";
let actor: Actor;

beforeAll(async () => {
  actor = (await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor;
  await db.admin("insert into kim.kommune (kreis, ags, name) values ('05382', '05382060', 'Siegburg')");
});

const own = (more: Readonly<Record<string, unknown>> = {}) => stelle(actor, actor.traegerId, more);
const read = (id: string) => readAs(actor, (tx) => stelleOf(tx, actor, id));

/** Field and sentence of a refusal; "gelungen" where there was none. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "gelungen",
    (error: unknown) =>
      error instanceof Refused ? error.errors.map((e) => `${e.field}: ${e.message}`).join(" | ") : String(error),
  );

describe("never filled above what was approved", () => {
  const START = "2023-02-20";
  const DAYS = 20;
  const dayOf = (n: number): string => (n <= 0 ? START : tagDanach(dayOf(n - 1)));
  const span = fc
    .record({ from: fc.nat(DAYS - 1), length: fc.option(fc.nat(8), { nil: null }) })
    .map(({ from, length }) => ({ von: dayOf(from), bis: length === null ? "" : dayOf(from + length) }));
  const step = fc.record({
    span,
    anteil: fc.constantFrom("0,25", "0,5", "1"),
    correct: fc.boolean(),
    which: fc.nat(5),
  });

  test("whatever is entered and corrected in whatever order: each day fits, or a sentence names the day", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        const id = await own({ von: START, bis: dayOf(DAYS) });
        for (const { span, anteil, correct, which } of steps) {
          const before = await read(id);
          const input = getippteBesetzung({ ...span, anteil });
          const target = before.besetzungen[which];
          const said = await refusal(
            correct && target !== undefined
              ? writeAs(actor, (tx) =>
                  changeBesetzung(tx, actor, { stelle: id, besetzung: target.id, version: target.version }, input),
                )
              : besetzung(actor, id, { ...span, anteil }),
          );
          const others = before.besetzungen.filter((b) => !correct || b.id !== target?.id);
          const next = { ...before, besetzungen: [...others, { ...input, kontoId: null }] };
          const days = Array.from({ length: DAYS + 1 }, (_, n) => dayOf(n));
          const over = days.find((day) => besetztAm(next, day) > before.vzae);
          const late = input.bis !== null && input.bis > dayOf(DAYS);
          expect(said === "gelungen").toBe(over === undefined && !late);
          if (over !== undefined && !late) expect(said).toContain(`Am ${over.split("-").toReversed().join(".")} wären`);
          const after = await read(id);
          for (const day of days) expect(besetztAm(after, day)).toBeLessThanOrEqual(after.vzae);
          if (said !== "gelungen") expect(after.besetzungen).toEqual(before.besetzungen);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("two at the same instant: one gets through", async () => {
    const id = await own();
    const both = await Promise.all([refusal(besetzung(actor, id)), refusal(besetzung(actor, id))]);
    expect(both.filter((said) => said === "gelungen")).toHaveLength(1);
    expect(both.join(" ")).toContain("anteil: Am 01.01.2023 wären 2 VZÄ besetzt; genehmigt sind 1.");
  });

  test("the next one on the day after; not on the same", async () => {
    const id = await own();
    await besetzung(actor, id, { bis: "2023-06-30" });
    expect(await refusal(besetzung(actor, id, { von: "2023-06-30" }))).toContain("Am 30.06.2023 wären 2 VZÄ");
    expect(await refusal(besetzung(actor, id, { von: "2023-07-01" }))).toBe("gelungen");
  });
});

describe("changing a Stelle", () => {
  const change = (id: string, version: number, more: Readonly<Record<string, unknown>>) => {
    const input = getippteStelle(actor.traegerId, more);
    return writeAs(actor, (tx) => changeStelle(tx, actor, { id, version }, input));
  };

  test("covers who fills it, in time and in share", async () => {
    const id = await own();
    await besetzung(actor, id, { von: "2023-02-01", bis: "2023-06-30" });
    expect(await refusal(change(id, 1, { von: "2023-02-02" }))).toMatch(/^von: .*ab dem 01\.02\.2023 besetzt/);
    expect(await refusal(change(id, 1, { bis: "2023-06-29" }))).toMatch(/^bis: /);
    expect(await refusal(change(id, 1, { vzae: "0,5" }))).toMatch(/^vzae: Am 01\.02\.2023 wären 1 VZÄ/);
    expect(await refusal(change(id, 1, { von: "2023-02-01", bis: "2023-06-30", vzae: "1,25" }))).toBe("gelungen");
    expect(await read(id)).toMatchObject({ von: "2023-02-01", bis: "2023-06-30", vzae: 125, version: 2 });
  });

  test("an end in force ends an open share too; nobody comes after it", async () => {
    const id = await own();
    await besetzung(actor, id);
    await change(id, 1, { bis: "2023-06-30" });
    const sum = async (day: string) =>
      (await readAs(actor, (tx) => stellenplan(tx, day))).zeilen.find((z) => z.stelle.id === id)?.ist;
    expect([await sum("2023-06-30"), await sum("2023-07-01")]).toEqual([100, undefined]);
    expect(await refusal(besetzung(actor, id, { von: "2023-07-01" }))).toContain("nur bis zum 30.06.2023");
    expect(await refusal(besetzung(actor, id, { von: "2022-12-31" }))).toContain("erst ab dem 01.01.2023");
  });

  test("an old version is shown both states", async () => {
    const id = await own();
    await change(id, 1, { bezeichnung: "Nummer 7" });
    const error = await change(id, 1, { bezeichnung: "Nummer 8" }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Stale);
    expect((await read(id)).bezeichnung).toBe("Nummer 7");
  });

  test("kind, Kommunen and Träger are those of the lists", async () => {
    const there = await testTraeger(KREIS);
    await db.admin("update kim.traeger set aktiv = false where id = $1", [there]);
    expect(await refusal(stelle(actor, there))).toMatch(/^traegerId: Bei „Träger“ steht „Musterverband .* nicht mehr/);
    expect(await refusal(own({ art: "gaertner" }))).toMatch(/^art: Bei „Art der Stelle“ gibt es diese Auswahl nicht/);
    const ort = { art: "cm_lokal", kommunen: ["05382999"] };
    expect(await refusal(own(ort))).toMatch(/^kommunen: Bei „Kommunen“ gibt es/);
    expect(await refusal(own({ ...ort, kommunen: ["05382060", "05382060"] }))).toBe("gelungen");
  });

  test("is removed only when it was never filled", async () => {
    const id = await own();
    const row = await besetzung(actor, id);
    const remove = () => writeAs(actor, (tx) => removeStelle(tx, actor, { id }));
    expect(await refusal(remove())).toContain("war schon besetzt");
    await writeAs(actor, (tx) => removeBesetzung(tx, actor, { stelle: id, besetzung: row }));
    expect(await refusal(remove())).toBe("gelungen");
    await expect(read(id)).rejects.toThrow(NotFound);
  });
});

describe("ending and giving a reason", () => {
  const end = (id: string, row: string, bis: string, grund: string | null) =>
    writeAs(actor, (tx) => endBesetzung(tx, actor, { stelle: id, besetzung: row }, { bis, grund }));
  const note = (id: string, von: string, grund = "ausschreibung") =>
    writeAs(actor, (tx) => noteVakanz(tx, actor, { id }, { von, grund }));

  test("the last day counts; the reason holds from the next; ending twice is refused", async () => {
    const id = await own();
    const row = await besetzung(actor, id);
    expect(await refusal(end(id, row, "2022-12-31", null))).toMatch(/^bis: Das liegt vor dem ersten Tag/);
    await end(id, row, "2023-08-31", "weggang");
    expect(await refusal(end(id, row, "2023-09-30", null))).toMatch(/^bis: Die Besetzung endet schon am 31\.08\.2023/);
    expect((await read(id)).gruende).toMatchObject([{ von: "2023-09-01", code: "weggang", persoenlich: true }]);
  });

  test("a reason for a day that is not vacant is refused, and then nothing is ended either", async () => {
    const id = await own();
    const first = await besetzung(actor, id, { anteil: "0,5" });
    await besetzung(actor, id, { anteil: "0,5", von: "2023-02-01" });
    expect(await refusal(note(id, "2023-01-31"))).toBe("gelungen");
    expect(await refusal(note(id, "2023-02-01"))).toMatch(/^von: Am 01\.02\.2023 ist die Stelle voll besetzt/);
    expect(await refusal(note(id, "2022-12-31"))).toMatch(/^von: .*nicht genehmigt/);
    await besetzung(actor, await own({ vzae: "2" }));
    expect(await refusal(end(id, first, "2023-03-31", "gibt_es_nicht"))).toMatch(/^grund: /);
    expect((await read(id)).besetzungen.every((b) => b.bis === null)).toBe(true);
  });

  test("a second reason of the same day replaces the first", async () => {
    const id = await own();
    await note(id, "2023-03-01", "anderes");
    await note(id, "2023-03-01", "mittel");
    expect((await read(id)).gruende.map((g) => g.code)).toEqual(["mittel"]);
  });
});

describe("who", () => {
  test("an account of the Träger or a name, not both, not nobody, not somebody else's account", async () => {
    const mine = (await testKonto({ kreis: KREIS, traegerId: actor.traegerId, rollen: ["cm_lokal"] })).actor.kontoId;
    const theirs = (await testKonto({ kreis: KREIS, rollen: ["cm_lokal"] })).actor.kontoId;
    const id = await own({ vzae: "4" });
    expect(await refusal(besetzung(actor, id, { konto: mine }))).toMatch(/^name: .*nicht beides/);
    expect(await refusal(besetzung(actor, id, { name: "" }))).toMatch(/^name: Wählen Sie einen Zugang oder/);
    expect(await refusal(besetzung(actor, id, { konto: theirs, name: "" }))).toMatch(/^konto: Bei „Zugang“ gibt es/);
    expect(await refusal(besetzung(actor, id, { konto: mine, name: "" }))).toBe("gelungen");
    expect((await read(id)).besetzungen[0]).toMatchObject({ kontoId: mine, name: null });
  });

  test("a correction by somebody who cannot read the name keeps who it was; others name somebody", async () => {
    const id = await own();
    const row = await besetzung(actor, id);
    const before = (await read(id)).besetzungen[0];
    const input = getippteBesetzung({ name: "", anteil: "0,5" });
    const correct = (who: Actor) =>
      writeAs(who, (tx) => changeBesetzung(tx, who, { stelle: id, besetzung: row, version: 1 }, input));
    expect(await refusal(correct(actor))).toMatch(/^name: /);
    expect(await refusal(correct((await testKonto({ kreis: KREIS, rollen: ["kim_koordination"] })).actor))).toBe(
      "gelungen",
    );
    expect((await read(id)).besetzungen[0]).toMatchObject({ anteil: 50, version: 2, name: before?.name });
  });
});

test("every change is in the log, by ids only", async () => {
  const rows = await db.admin(
    "select distinct art from kim.protokoll where art like 'stelle.%' or art like 'besetzung.%'",
  );
  expect(rows.map((row) => row["art"]).toSorted()).toEqual([
    "besetzung.angelegt",
    "besetzung.beendet",
    "besetzung.entfernt",
    "besetzung.geaendert",
    "stelle.angelegt",
    "stelle.entfernt",
    "stelle.geaendert",
    "stelle.vakanz_begruendet",
  ]);
});
