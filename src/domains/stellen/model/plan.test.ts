import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Span, gilt, tagDanach, tagDavor } from "../../../platform/span.ts";
import {
  type Besetzung,
  type Stelle,
  besetztAm,
  grundAm,
  kommunenVorOrt,
  personen,
  planAm,
  stellenJson,
  ueberbesetztAb,
  vakanzen,
} from "./plan.ts";
import { hundertstel, vzaeText } from "./stelle.ts";

const START = "2023-02-20";
const DAYS = 40;
const dayOf = (n: number): string => (n <= 0 ? START : tagDanach(dayOf(n - 1)));
const ALL = Array.from({ length: DAYS }, (_, n) => dayOf(n));

const zeitraum: fc.Arbitrary<Span> = fc
  .record({ from: fc.nat(DAYS - 1), length: fc.option(fc.nat(15), { nil: null }) })
  .map(({ from, length }) => ({ von: dayOf(from), bis: length === null ? null : dayOf(from + length) }));

const besetzung: fc.Arbitrary<Besetzung> = fc
  .record({ z: zeitraum, anteil: fc.constantFrom(25, 50, 75, 100), kontoId: fc.constantFrom(null, "a", "b") })
  .map(({ z, anteil, kontoId }) => ({ ...z, anteil, kontoId }));

const grund = (von: string, code: string) => ({ von, code, name: code, persoenlich: false });

const stelle: fc.Arbitrary<Stelle> = fc
  .record({
    z: zeitraum,
    modul: fc.constantFrom("I", "II", "III"),
    vzae: fc.constantFrom(50, 100, 150),
    besetzungen: fc.array(besetzung, { maxLength: 5 }),
    gruende: fc.uniqueArray(fc.nat(DAYS - 1).map(dayOf), { maxLength: 4 }),
  })
  .map(({ z, modul, vzae, besetzungen, gruende }) => ({
    ...z,
    id: "s",
    traegerId: "t",
    traeger: "T",
    art: "cm_lokal",
    artName: "CM",
    modul,
    bezeichnung: null,
    vzae,
    besetzungen,
    kommunen: [
      {
        ags: "05382060",
        name: "Siegburg",
      },
    ],
    gruende: gruende.map((von) => grund(von, "anderes")),
  }));

/** Day by day and without any idea: what somebody with a calendar and a pencil would count. */
const counted = (s: Stelle, day: string): number => {
  if (day < s.von || (s.bis !== null && day > s.bis)) return 0;
  let sum = 0;
  for (const b of s.besetzungen) if (b.von <= day && (b.bis === null || b.bis >= day)) sum += b.anteil;
  return sum;
};
const vacantOn = (s: Stelle, day: string): boolean => gilt(s, day) && counted(s, day) < s.vzae;

describe("against counting day by day", () => {
  test("sums of every day and Modul", () => {
    fc.assert(
      fc.property(fc.array(stelle, { maxLength: 5 }), (stellen) => {
        for (const day of ALL) {
          const plan = planAm(stellen, day);
          for (const modul of ["I", "II", "III"] as const) {
            const there = stellen.filter((s) => s.modul === modul && gilt(s, day));
            const soll = there.reduce((sum, s) => sum + s.vzae, 0);
            const ist = there.reduce((sum, s) => sum + counted(s, day), 0);
            expect(plan.module[modul]).toEqual({ soll, ist, vakant: soll - ist });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("filled above what was approved is found on its first day, or never happens", () => {
    fc.assert(
      fc.property(stelle, (s) => {
        const over = ALL.find((day) => counted(s, day) > s.vzae);
        const found = ueberbesetztAb(s);
        expect(found?.tag).toBe(over);
        if (over !== undefined) expect(found?.ist).toBe(counted(s, over));
      }),
    );
  });

  test("vacant spans: every vacant day lies in one, no other day does, none touches the next", () => {
    fc.assert(
      fc.property(stelle, (s) => {
        const spans = vakanzen(s);
        for (const day of ALL) expect(spans.filter((v) => gilt(v, day)).length, day).toBe(vacantOn(s, day) ? 1 : 0);
        for (const v of spans) {
          expect(vacantOn(s, tagDavor(v.von))).toBe(false);
          if (v.bis !== null) expect(vacantOn(s, tagDanach(v.bis))).toBe(false);
        }
      }),
    );
  });

  test("since when, how much and why", () => {
    fc.assert(
      fc.property(stelle, fc.constantFrom(...ALL), (s, day) => {
        const vakanz = planAm([s], day).zeilen[0]?.vakanz;
        expect(vakanz !== undefined).toBe(vacantOn(s, day));
        if (vakanz === undefined) return;
        let seit = day;
        while (vacantOn(s, tagDavor(seit))) seit = tagDavor(seit);
        const named = s.gruende.filter((g) => g.von >= seit && g.von <= day).map((g) => g.von);
        expect(vakanz).toEqual({
          vzae: s.vzae - counted(s, day),
          seit,
          grund: named.length === 0 ? undefined : grund(named.toSorted().at(-1) ?? "", "anderes"),
          wieder: seit > s.von,
        });
      }),
    );
  });
});

const post = (more: Partial<Stelle>): Stelle => ({
  id: "s",
  traegerId: "t",
  traeger: "T",
  art: "cm_lokal",
  artName: "CM",
  modul: "II",
  bezeichnung: null,
  vzae: 100,
  von: "2023-01-01",
  bis: null,
  kommunen: [],
  besetzungen: [],
  gruende: [],
  ...more,
});
const wer = (von: string, bis: string | null, anteil = 100, kontoId: string | null = null): Besetzung => ({
  von,
  bis,
  anteil,
  kontoId,
});

describe("edges", () => {
  test("first and last day count; the next one begins the day after without a gap and without being too many", () => {
    const s = post({ besetzungen: [wer("2023-01-01", "2023-02-28"), wer("2023-03-01", null)] });
    expect(ueberbesetztAb(s)).toBeUndefined();
    expect(vakanzen(s)).toEqual([]);
    const sameDay = post({ besetzungen: [wer("2023-01-01", "2023-03-01"), wer("2023-03-01", null)] });
    expect(ueberbesetztAb(sameDay)).toEqual({ tag: "2023-03-01", ist: 200 });
    const gap = post({ besetzungen: [wer("2023-01-01", "2023-02-27"), wer("2023-03-01", null)] });
    expect(vakanzen(gap)).toEqual([{ von: "2023-02-28", bis: "2023-02-28" }]);
  });

  test("a post that ended is neither approved nor filled nor vacant", () => {
    const s = post({ bis: "2023-06-30", besetzungen: [wer("2023-01-01", null)] });
    expect(besetztAm(s, "2023-06-30")).toBe(100);
    expect(besetztAm(s, "2023-07-01")).toBe(0);
    expect(planAm([s], "2023-07-01").zeilen).toEqual([]);
    expect(planAm([s], "2022-12-31").zeilen).toEqual([]);
  });

  test("a reason holds until the post is filled again, not for the next vacancy", () => {
    const gruende = [grund("2023-03-01", "weggang"), grund("2023-04-01", "ausschreibung")];
    const s = post({ besetzungen: [wer("2023-01-01", "2023-02-28"), wer("2023-05-01", "2023-05-31")], gruende });
    const [first, second] = vakanzen(s);
    expect([first, second]).toEqual([
      { von: "2023-03-01", bis: "2023-04-30" },
      { von: "2023-06-01", bis: null },
    ]);
    if (first === undefined || second === undefined) throw new Error("no vacancy");
    expect(grundAm(s, first, "2023-03-31")?.code).toBe("weggang");
    expect(grundAm(s, first, "2023-04-30")?.code).toBe("ausschreibung");
    expect(grundAm(s, second, "2023-07-01")).toBeUndefined();
  });

  test("people and Kommunen: two accounts on three posts are two people; a vacant post serves nowhere", () => {
    const [a, b] = [
      { ags: "05382060", name: "Siegburg" },
      { ags: "05382028", name: "Lohmar" },
    ];
    const plan = planAm(
      [
        post({ kommunen: [a, b], vzae: 50, besetzungen: [wer("2023-01-01", null, 50, "k1")] }),
        post({ kommunen: [a], besetzungen: [wer("2023-01-01", null, 50, "k1"), wer("2023-01-01", null, 50)] }),
        post({ kommunen: [{ ags: "05382072", name: "Wachtberg" }] }),
      ],
      "2023-06-30",
    );
    expect(personen(plan.zeilen)).toBe(2);
    expect(kommunenVorOrt(plan)).toBe(2);
    expect(stellenJson(plan)).toEqual({
      I: { soll: 0, ist: 0 },
      II: { soll: 2.5, ist: 1.5 },
      III: { soll: 0, ist: 0 },
    });
  });
});

test("full-time equivalents are exact in hundredths", () => {
  expect(["3,5", "0.1", "3.50", "12"].map(hundertstel)).toEqual([350, 10, 350, 1200]);
  expect([350, 100, 1105, 25].map(vzaeText)).toEqual(["3,5", "1", "11,05", "0,25"]);
  fc.assert(fc.property(fc.nat(9999), (h) => hundertstel(vzaeText(h)) === h));
});
