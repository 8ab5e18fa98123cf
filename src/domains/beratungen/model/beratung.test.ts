import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Beratungsdaten,
  STUFEN,
  datumProblem,
  frueheste,
  genauigkeit,
  letzterArbeitstag,
  nachStufe,
  schluesselArt,
} from "./beratung.ts";
import { datenVon, ortVon, optionVon, werteVon } from "./eingabe.ts";

const code = fc.option(fc.stringMatching(/^[a-z_]{1,20}$/));
const uuid = fc.uuid();
const ort = fc.oneof(
  fc.record({ art: fc.constant("standort" as const), id: uuid }),
  fc.record({ art: fc.constant("kommune" as const), ags: fc.stringMatching(/^\d{8}$/) }),
);
const beratung: fc.Arbitrary<Beratungsdaten> = fc.record({
  am: fc.constant("2026-11-20"),
  stufe: fc.constantFrom(...STUFEN),
  ort,
  kontaktweg: fc.constant("termin"),
  themen: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1 }),
  sprache: code,
  verstaendigung: code,
  dauerMin: fc.integer({ min: 1, max: 600 }),
  ergebnis: code,
  neuzuweisung: fc.boolean(),
  personenzahl: fc.integer({ min: 1, max: 99 }),
  herkunftsgruppe: code,
  altersgruppe: code,
  personen: fc.uniqueArray(uuid, { maxLength: 4 }),
  notiz: fc.string(),
});

describe("what a stage may store", () => {
  test("below 2 never a person; at 2 never a coarse group, and the persons are counted", () => {
    fc.assert(
      fc.property(beratung, (daten) => {
        const kept = nachStufe(daten);
        if (daten.stufe === "2") {
          expect([kept.herkunftsgruppe, kept.altersgruppe]).toEqual([null, null]);
          expect(kept.personenzahl).toBe(Math.max(1, daten.personen.length));
        } else {
          expect(kept.personen).toEqual([]);
          expect(kept.personenzahl).toBe(daten.personenzahl);
        }
        expect(nachStufe(kept)).toEqual(kept);
      }),
    );
  });

  test("the note lies with the one person, the group, or the employer", () => {
    fc.assert(
      fc.property(beratung, (daten) => {
        const { stufe, personen } = nachStufe(daten);
        const expected = stufe !== "2" ? "traeger" : personen.length === 1 ? "person" : "beratung";
        expect(schluesselArt({ stufe, personen })).toBe(expected);
      }),
    );
  });

  test("the log keeps the time only where a person is known", () => {
    expect(STUFEN.map(genauigkeit)).toEqual([{ genau: "tag" }, { genau: "tag" }, {}]);
  });
});

describe("the day", () => {
  test("today yes, tomorrow no", () => {
    expect(datumProblem("2026-11-20", "2026-11-20")).toBeUndefined();
    expect(datumProblem("2026-11-21", "2026-11-20")).toContain("Zukunft");
  });

  test("two years back yes, a day more no", () => {
    expect(datumProblem("2024-11-20", "2026-11-20")).toBeUndefined();
    expect(datumProblem("2024-11-19", "2026-11-20")).toContain("zwei Jahre");
    expect(frueheste("2028-02-29")).toBe("2026-02-28");
  });

  test.each([
    ["2026-11-20", "2026-11-19"],
    ["2026-11-23", "2026-11-20"],
    ["2026-11-22", "2026-11-20"],
    ["2026-03-30", "2026-03-27"],
    ["2026-01-01", "2025-12-31"],
  ])("the last working day before %s is %s", (heute, davor) => {
    expect(letzterArbeitstag(heute)).toBe(davor);
  });
});

test("codes survive the way into the form and back", () => {
  fc.assert(
    fc.property(beratung, (daten) => {
      const form = werteVon(daten);
      const value = (name: string) => form[name]?.[0] ?? "";
      const back = datenVon({
        am: daten.am,
        ort: value("ort"),
        kontaktweg: value("kontaktweg"),
        stufe: daten.stufe,
        themen: form["themen"] ?? [],
        sprache: value("sprache") || null,
        verstaendigung: value("verstaendigung") || null,
        dauer: Number(value("dauer")),
        ergebnis: value("ergebnis") || null,
        herkunftsgruppe: value("herkunftsgruppe") || null,
        altersgruppe: value("altersgruppe") || null,
        personenzahl: Number(value("personenzahl")),
        neuzuweisung: value("neuzuweisung") === "ja",
        person: [...daten.personen],
        suche: "",
        notiz: daten.notiz,
        unbedenklich: false,
      });
      expect(back).toEqual({ ...daten, personen: daten.stufe === "2" ? daten.personen : [] });
      expect(ortVon(optionVon(daten.ort))).toEqual(daten.ort);
    }),
  );
});
