import * as fc from "fast-check";
import { describe, test } from "vitest";
import { type Testzelle, dayCell } from "../../tests/support/listen-datei.ts";
import { code, sollVon, tag, thema } from "../../tests/support/listen-beratungen.ts";
import { type Liste, prueft } from "../../tests/support/listen-soll.ts";

/** Group G: marks below the names of themes; undefined where nobody can tell what a mark says. */
const KREUZ: readonly (readonly [zelle: Testzelle, sagt: boolean | undefined])[] = [
  ["x", true],
  ["X", true],
  ["✓", true],
  ["xx", true],
  ["ja", true],
  [1, true],
  [true, true],
  [null, false],
  ["-", false],
  ["nein", false],
  ["k.A.", false],
  ["(x)", undefined],
  ["?", undefined],
  ["evtl.", undefined],
  ["o", undefined],
  ["nicht", undefined],
];
const kreuze = fc
  .array(fc.array(fc.nat({ max: KREUZ.length - 1 }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 8 })
  .map((rows): Liste => {
    const lines = rows.map((marks, i): Testzelle[] => [
      dayCell(tag(i)),
      `Fall ${i + 1}`,
      ...marks.map((m) => KREUZ[m]?.[0] ?? null),
    ]);
    const took = rows.map((marks, i) => ({
      am: tag(i),
      themen: marks.flatMap((m, at) => (KREUZ[m]?.[1] === true ? [code(at)] : [])),
    }));
    return {
      blaetter: [{ name: "Liste", rows: [["Much"], ["Datum", "Name", ...[0, 1, 2, 3].map(thema)], ...lines] }],
      soll: sollVon(took),
    };
  });

/** Group J: rows that are crossed out, coloured, or remarked on. */
const gezeichnet = fc
  .record({
    rows: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.constantFrom("", "", "gestrichen", "farbe", "kommentar", "teil")), {
      minLength: 3,
      maxLength: 8,
    }),
    rot: fc.constantFrom(
      "FF3030",
      "FFC7CE",
      'indexed="10"',
      'theme="5"',
      'theme="5" tint="0.6"',
      'theme="5" tint="-0.25"',
    ),
    legende: fc.constantFrom(
      "rot = abgesagt",
      "Legende: grün = erledigt; rot = zählt nicht",
      "rot: nicht gekommen, gelb: offen",
    ),
  })
  .map(({ rows, rot, legende }): Liste => {
    const cell = (value: string, how: string): Testzelle => {
      if (how === "gestrichen") return { styled: value, struck: true };
      if (how === "farbe") return { styled: value, fill: rot };
      return how === "teil" ? { runs: [{ text: value, struck: true }, { text: " Kita" }] } : value;
    };
    const lines = rows.map(([t, how], i): Testzelle[] => [dayCell(tag(i)), cell(thema(t), how)]);
    const remarks = rows.flatMap(([, how], i) =>
      how === "kommentar" ? [[`B${i + 4}`, "A. Beispiel:\nabgesagt"]] : [],
    );
    const took = rows.flatMap(([t, how], i) => (how === "" ? [{ am: tag(i), themen: [code(t)] }] : []));
    return {
      blaetter: [
        {
          name: "Liste",
          rows: [["Much"], [legende], ["Datum", "Anliegen"], ...lines],
          comments: Object.fromEntries(remarks),
        },
      ],
      soll: sollVon(took),
    };
  });

const KOEPFE = [
  ["vormittags", "nachmittags"],
  ["9-10 Uhr", "10-11 Uhr", "11-12 Uhr"],
  ["Gruppe A", "Gruppe B"],
  ["Büro", "unterwegs"],
  ["AM", "PM"],
  ["1. Termin", "2. Termin", "3. Termin"],
  ["Termin 1", "Termin 2"],
] as const;
const jeTag = fc
  .record({
    kopf: fc.constantFrom(...KOEPFE),
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 6,
    }),
    namen: fc.boolean(),
  })
  .map(({ kopf, rows, namen }): Liste => {
    const used = rows.map((row) => row.slice(0, kopf.length));
    const cells = used.map((row, i): Testzelle[] => [
      dayCell(tag(i)),
      ...row.map((k): Testzelle => (k === 0 ? null : namen ? `Fr. ${"ABCDE"[k]}.` : k)),
    ]);
    const each = (k: number) => (namen ? Math.min(1, k) : k);
    const all = used.flat().reduce((sum, k) => sum + each(k), 0);
    return { blaetter: [{ name: "Liste", rows: [["Much"], ["Datum", ...kopf], ...cells] }], soll: { beratungen: all } };
  });

/** Minutes as lists write them; null where nobody can tell. */
const DAUER: readonly (readonly [zelle: Testzelle, minuten: number | null])[] = [
  ["30 Min", 30],
  ["1 h", 60],
  ["0,5 Std.", 30],
  ["1:30", 90],
  ["halbe Stunde", 30],
  ["1/4 Std.", 15],
  ["1 Stunde", 60],
  [45, 45],
  ["1,5", null],
  [1.5, null],
  [2, null],
  ["1.30", null],
  ["lang", null],
  ["9:00-9:30", null],
  [5000, null],
  [{ styled: 45, struck: true }, null],
];
const dauern = fc.array(fc.nat({ max: DAUER.length - 1 }), { minLength: 3, maxLength: 8 }).map((rows): Liste => {
  const lines = rows.map((d, i): Testzelle[] => [dayCell(tag(i)), thema(i), DAUER[d]?.[0] ?? null]);
  return {
    blaetter: [{ name: "Liste", rows: [["Much"], ["Datum", "Anliegen", "Dauer"], ...lines] }],
    soll: { beratungen: rows.length, dauer: rows.map((d) => DAUER[d]?.[1] ?? null) },
  };
});

describe("marks made at random: every figure is right, or something waits", () => {
  test("marks below themes", () => prueft(kreuze, 40), 60_000);
  test("rows that are crossed out, coloured or remarked on", () => prueft(gezeichnet, 40), 60_000);
  test("days with columns that nobody knows", () => prueft(jeTag, 30), 60_000);
  test("how long it took", () => prueft(dauern, 30), 60_000);
});
