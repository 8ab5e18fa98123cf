import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { addsUp } from "../../tests/support/listen-beleg.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { runs } from "../../tests/support/runs.ts";
import { liesListe } from "./lies-liste.ts";

const kontext = { datei: "x.xlsx", kommunen: testKommunen("05382"), codes: testCodes(), heute: "2026-11-22" };
const lies = (bytes: Uint8Array) => liesListe(bytes, kontext);

const feld = fc.constantFrom(
  null,
  null,
  "Schule",
  "Wohnen",
  "Kita",
  "Zauberei",
  "Urlaub",
  "Wohnen\nKita",
  "Arzt, Kita",
);
const tag = fc.integer({ min: 1, max: 28 }).map((n) => dayCell(`2024-03-${String(n).padStart(2, "0")}`));
const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 2, maxLength: 6 });
const felder = (n: number) => fc.array(feld, { minLength: n, maxLength: n });

/** Sheets that are read in another shape than they have. */
const UMGEFORMT: Readonly<Record<string, fc.Arbitrary<Testzelle[][]>>> = {
  "a week's fields": fc
    .tuple(many(fc.tuple(fc.constantFrom(null, "vormittags", "nachmittags"), felder(3))), fc.boolean())
    .map(([rows, below]): Testzelle[][] => [
      ["Much März 2024"],
      ["KW 10", "Mo 04.03.", "Di 05.03.", "Mi 06.03."],
      ...rows.map(([label, cells]) => [label, ...cells]),
      ...(below ? [[], ["Bitte aufheben"]] : []),
    ]),
  "numbered visits": many(fc.tuple(felder(1), fc.array(fc.option(tag), { minLength: 3, maxLength: 3 }))).map(
    (rows): Testzelle[][] => [
      ["Name", "Kommune", "Thema", "1. Kontakt", "2. Kontakt", "3. Kontakt"],
      ["Probe, Paula", "Much", "Kita", dayCell("2024-03-04"), dayCell("2024-03-11")],
      ...rows.map(([cells, days]) => ["Muster, Max", "Much", ...cells, ...days]),
    ],
  ),
  "days in one cell": many(fc.tuple(feld, fc.constantFrom("4.3.2024, 11.3.2024", "12./19.3.2024", "5.3.2024"))).map(
    (rows): Testzelle[][] => [
      ["Name", "Kommune", "Termine", "Thema"],
      ["Probe, Paula", "Much", "4.3.2024, 11.3.2024", "Kita"],
      ["Muster, Max", "Much", "5.3.2024 und 7.3.2024", "Kita"],
      ...rows.map(([thema, days]) => ["Muster, Max", "Much", days, thema]),
    ],
  ),
  "forms with their heads on the left": many(fc.tuple(tag, feld, fc.option(fc.integer({ min: 5, max: 90 })))).map(
    (forms): Testzelle[][] =>
      forms.flatMap(([day, thema, dauer]) => [
        ["Datum:", day],
        ["Kommune:", "Much"],
        ["Thema:", thema],
        ["Dauer:", dauer],
      ]),
  ),
};

describe("the receipt of a list whose rows are made of something else", () => {
  test.each(Object.entries(UMGEFORMT))(
    "adds up for %s, each cell counted where it stood",
    { timeout: 60_000 },
    async (_, rows) => {
      let made = 0;
      await fc.assert(
        fc.asyncProperty(rows, async (sheet) => {
          const bytes = xlsx([{ name: "Blatt", rows: sheet }]);
          await addsUp(bytes);
          made += (await lies(bytes).catch(() => undefined))?.umgeformt?.length ?? 0;
        }),
        runs(20),
      );
      expect(made).toBeGreaterThan(0);
    },
  );

  test("what one cell says of several rows waits where one of them does", async () => {
    const rows = [
      ["Much März 2024"],
      ["KW 10", "Mo 04.03.", "Di 05.03.", "Mi 06.03."],
      ["vormittags", "Schule", "Kita\nZauberei", "Wohnen"],
    ];
    const { beleg } = await lies(xlsx([{ name: "Blatt", rows }]));
    expect(beleg).toMatchObject({ zellen: 9, angabe: 2, text: 0, verstanden: 6, wartet: 1 });
    expect(beleg.spalten.find(({ spalte }) => spalte === "C")).toMatchObject({ verstanden: 1, wartet: 1 });
  });
});
