import * as fc from "fast-check";
import { describe, test } from "vitest";
import { type Testzelle, dayCell } from "../../tests/support/listen-datei.ts";
import { code, sollVon, tag, thema } from "../../tests/support/listen-beratungen.ts";
import { type Liste, prueft } from "../../tests/support/listen-soll.ts";

const de = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
const MONATE = ["Januar", "Februar", "März", "April", "Mai", "Juni"];
const WOCHENTAG = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
const am = (day: string): string => WOCHENTAG[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";

/** Group I: somebody did not come, or nobody was advised; where and how people write that. */
const FEHLT: readonly ((t: string) => readonly [anliegen: Testzelle, bemerkung: Testzelle, status: Testzelle])[] = [
  (t) => [`${t} - abgesagt`, null, null],
  (t) => [`${t} (nicht erschienen)`, null, null],
  (t) => [`${t}, storniert`, null, null],
  (t) => [t, "hat abgesagt", null],
  (t) => [t, "nicht gekommen, neuer Termin", null],
  (t) => [t, null, "ausgefallen"],
  (t) => [t, null, "geplant"],
  (t) => [t, null, "No-Show"],
  (t) => [t, "doppelt eingetragen", null],
  () => ["Urlaub", null, null],
  () => ["Feiertag", null, null],
  () => ["Teamsitzung", null, null],
  () => ["Büro", null, null],
  () => [null, "krank", null],
  () => [null, "keine Sprechstunde", null],
  () => [null, null, null],
  () => ["--", null, null],
  () => ["Fortbildung", null, null],
];
const abwesend = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.option(fc.nat({ max: FEHLT.length - 1 }), { nil: undefined })), {
    minLength: 3,
    maxLength: 10,
  })
  .map((rows): Liste => {
    const lines = rows.map(([t, off], i): Testzelle[] => {
      const words = off === undefined ? [thema(t), null, "erledigt"] : (FEHLT[off]?.(thema(t)) ?? []);
      return [dayCell(tag(i)), ...words];
    });
    const took = rows.flatMap(([t, off], i) => (off === undefined ? [{ am: tag(i), themen: [code(t)] }] : []));
    return {
      blaetter: [{ name: "Liste", rows: [["Much"], ["Datum", "Anliegen", "Bemerkung", "Status"], ...lines] }],
      soll: sollVon(took),
    };
  });

/** The same where nothing is kept but the day, what was done and how long it took. */
const FORT = ["Fortbildung", "Teamsitzung", "Fahrt", "Urlaub", "Netzwerktreffen Schule", "Supervision"];
const zeitbuch = fc
  .record({
    rows: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.option(fc.constantFrom(...FORT), { nil: undefined })), {
      minLength: 3,
      maxLength: 10,
    }),
    kopf: fc.constantFrom("Anliegen", "Thema", "Tätigkeit"),
    dauer: fc.boolean(),
  })
  .map(({ rows, kopf, dauer }): Liste => {
    const lines = rows.map(([t, fort], i): Testzelle[] => [
      dayCell(tag(i)),
      fort ?? thema(t),
      ...(dauer ? ["1 Std."] : []),
    ]);
    const took = rows.flatMap(([t, fort], i) => (fort === undefined ? [{ am: tag(i), themen: [code(t)] }] : []));
    const head = ["Datum", kopf, ...(dauer ? ["Dauer"] : [])];
    return { blaetter: [{ name: "Liste", rows: [["Much"], head, ...lines] }], soll: sollVon(took) };
  });

/** Group E: a day as lists write it; null where it is not one day. */
const TAGE: readonly ((day: string) => readonly [zelle: Testzelle, wie: number])[] = [
  (day) => [dayCell(day), 1],
  (day) => [de(day), 1],
  (day) => [`${am(day)}, ${de(day)}`, 1],
  (day) => [`${am(day)} ${de(day)}`, 1],
  (day) => [`${Number(day.slice(8))}.${Number(day.slice(5, 7))}.25`, 1],
  (day) => [day, 1],
  (day) => [`${Number(day.slice(8))}. ${MONATE[Number(day.slice(5, 7)) - 1]} 2025`, 1],
  (day) => [`${de(day)} 10:30`, 1],
  (day) => [`${de(day)} + ${de(day)}`, 0],
  (day) => [`${de(day)}, ${de(day)}`, 0],
  (day) => [`${day.slice(8)}./${Number(day.slice(8)) + 1}.${day.slice(5, 7)}.2025`, 0],
  (day) => [`${day.slice(8)}.-${Number(day.slice(8)) + 1}.${day.slice(5, 7)}.2025`, 0],
  (day) => [`${MONATE[Number(day.slice(5, 7)) - 1]} 2025`, 0],
  (day) => [`31.02.${day.slice(0, 4)}`, 0],
  () => ["KW 7", 0],
  () => ["s.o.?", 0],
  () => [{ runs: [{ text: "03.02.2025", struck: true }, { text: " 04.02.2025" }] }, 0],
];
const zeiten = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: TAGE.length - 1 })), { minLength: 3, maxLength: 9 })
  .map((rows): Liste => {
    const cells = rows.map(([t, at], i) => ({ t, day: tag(i), cell: TAGE[at]?.(tag(i)) ?? ([null, 0] as const) }));
    return {
      blaetter: [
        {
          name: "Liste",
          rows: [["Much"], ["Datum", "Anliegen"], ...cells.map(({ t, cell }): Testzelle[] => [cell[0], thema(t)])],
        },
      ],
      soll: sollVon(cells.flatMap(({ t, day, cell }) => (cell[1] === 1 ? [{ am: day, themen: [code(t)] }] : []))),
    };
  });

/** The same with a column each for day, month and year; a day that the month does not have waits. */
const geteilt = fc
  .record({
    rows: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 6 })), {
      minLength: 3,
      maxLength: 8,
    }),
    monat: fc.constantFrom<(m: number) => Testzelle>(
      (m) => m,
      (m) => MONATE[m - 1] ?? "",
    ),
    jahr: fc.boolean(),
  })
  .map(({ rows, monat, jahr }): Liste => {
    const lines = rows.map(([t, d, m], i): Testzelle[] => [
      d,
      monat(m),
      ...(jahr ? [2025] : []),
      `Fall ${i}`,
      thema(t),
    ]);
    const exists = (d: number, m: number) => new Date(Date.UTC(2025, m - 1, d)).getUTCDate() === d;
    const took = rows.flatMap(([t, d, m]) =>
      exists(d, m) ? [{ am: `2025-0${m}-${String(d).padStart(2, "0")}`, themen: [code(t)] }] : [],
    );
    const head = ["Tag", "Monat", ...(jahr ? ["Jahr"] : []), "Name", "Anliegen"];
    return { blaetter: [{ name: "Liste", rows: [["Much 2025"], head, ...lines] }], soll: sollVon(took) };
  });

/** A row that is several consultations, or a day with columns that nobody knows. */
const MEHRERE: readonly ((t: string) => Testzelle)[] = [
  (t) => `2x ${t}`,
  (t) => `${t} (3x)`,
  (t) => `${t} 2 mal`,
  (t) => `3 Beratungen: ${t}`,
  (t) => `4 Telefonate ${t}`,
];
const mehrere = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.option(fc.nat({ max: MEHRERE.length - 1 }), { nil: undefined })), {
    minLength: 3,
    maxLength: 8,
  })
  .map((rows): Liste => {
    const lines = rows.map(([t, at], i): Testzelle[] => [
      dayCell(tag(i)),
      at === undefined ? thema(t) : (MEHRERE[at]?.(thema(t)) ?? null),
    ]);
    const took = rows.flatMap(([t, at], i) => (at === undefined ? [{ am: tag(i), themen: [code(t)] }] : []));
    return { blaetter: [{ name: "Liste", rows: [["Much"], ["Datum", "Anliegen"], ...lines] }], soll: sollVon(took) };
  });

/** Group B and F: the same rows on a second sheet, with notes between them that name other places and years. */
const nochmal = fc
  .record({
    rows: fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 6 }),
    form: fc.nat({ max: 7 }),
    mehr: fc.boolean(),
    notiz: fc.constantFrom("Frau Windeck nur vormittags", "ab 2024 in Eitorf", "siehe Akte Siegburg", "Rest folgt"),
  })
  .map(({ rows, form, mehr, notiz }): Liste => {
    const first = rows.map((t, i): Testzelle[] => [dayCell(tag(i)), thema(t)]);
    const again = rows.map((t, i): Testzelle[] => [
      TAGE[form]?.(tag(i))[0] ?? null,
      ` ${thema(t).toUpperCase()}`,
      ...(mehr ? ["Rückruf"] : []),
    ]);
    return {
      blaetter: [
        { name: "Liste", rows: [["Much"], ["Datum", "Anliegen"], ...first.slice(0, 1), [notiz], ...first.slice(1)] },
        { name: "Kopie", rows: [["Much"], ["Datum", "Anliegen", ...(mehr ? ["Notiz"] : [])], ...again] },
      ],
      soll: sollVon(rows.map((t, i) => ({ am: tag(i), themen: [code(t)] }))),
    };
  });

/** The Kommune of a row whose cell is empty is not that of whoever kept the list. */
const orte = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.constantFrom("Much", "Eitorf", "Lohmar", "")), { minLength: 3, maxLength: 8 })
  .map((rows): Liste => {
    const told = rows.filter(([, ort]) => ort !== "");
    const names = new Set(told.map(([, ort]) => ort));
    const kommunen = Object.fromEntries(
      [...names].map((name) => [name, told.filter(([, ort]) => ort === name).length]),
    );
    const lines = rows.map(([t, ort], i): Testzelle[] => [dayCell(tag(i)), ort === "" ? null : ort, thema(t)]);
    const alone = names.size === 0;
    return {
      blaetter: [{ name: "Liste", rows: [["Caritas Siegburg"], ["Datum", "Kommune", "Anliegen"], ...lines] }],
      soll: alone ? {} : { beratungen: told.length, kommunen },
    };
  });

describe("consultations made at random: every figure is right, or something waits", () => {
  test("days on which nobody was advised", () => prueft(abwesend, 50), 60_000);
  test("what was done each day", () => prueft(zeitbuch, 40), 60_000);
  test("days as people write them", () => prueft(zeiten, 50), 60_000);
  test("days in three columns", () => prueft(geteilt, 30), 60_000);
  test("rows that are several consultations", () => prueft(mehrere, 30), 60_000);
  test("the same rows again", () => prueft(nochmal, 25), 60_000);
  test("rows without a Kommune", () => prueft(orte, 20), 60_000);
});
