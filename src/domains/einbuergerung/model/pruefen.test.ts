import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../tests/support/runs.ts";
import { daysFrom, monateSpaeter, tagDavor } from "../../../platform/span.ts";
import { kette } from "./kette.ts";
import { pruefe } from "./pruefen.ts";
import type { Regel } from "./regel.ts";
import { type Tatsachen, volleMonate } from "./tatsachen.ts";

const LEER: Tatsachen = {
  aufenthalte: [],
  leistungen: [],
  werdegang: [],
  deutsch: null,
  geburt: null,
  inDeutschlandSeit: null,
  dokumente: new Map(),
};
const REGEL: Regel = {
  code: "probe",
  perspektive: "p",
  bedingung: "b",
  name: "Probe",
  satz: "Probe.",
  quelle: "§ 1",
  geprueftAm: "2026-11-30",
  zuPruefen: null,
  pruefung: "dauer",
  zahl: 60,
  zahlBis: null,
  stichtag: null,
  zaehlt: ["fluechtling", "niederlassung"],
  sofort: [],
  pruefen: ["p24"],
  nicht: [],
  beiSchutz: ["gestattung"],
  dokumente: [],
  ab: "2020-01-01",
  bis: null,
};
const same = (code: string) => code;
const worte = { status: same, leistung: same, werdegang: same, dokument: same };
const licht = (regel: Partial<Regel>, akte: Partial<Tatsachen>, tag: string) =>
  pruefe({ regel: { ...REGEL, ...regel }, akte: { ...LEER, ...akte }, tag, worte }).licht;
const seit = (status: string, von: string | null, bis: string | null = null) => ({ status, von, bis });

describe("a time that has to be long enough", () => {
  test.each([
    ["the day before five years are full", [seit("fluechtling", "2021-11-30")], "2026-11-29", "offen"],
    ["the day on which they are", [seit("fluechtling", "2021-11-30")], "2026-11-30", "erfuellt"],
    ["begun on 29 February", [seit("fluechtling", "2020-02-29")], "2025-02-28", "erfuellt"],
    [
      "one status follows the other",
      [seit("fluechtling", "2019-01-01", "2023-05-31"), seit("niederlassung", "2023-06-01")],
      "2024-01-01",
      "erfuellt",
    ],
    [
      "a day is missing between them",
      [seit("fluechtling", "2019-01-01", "2023-05-31"), seit("niederlassung", "2023-06-02")],
      "2024-01-01",
      "offen",
    ],
    [
      "a Duldung in between breaks it",
      [
        seit("fluechtling", "2015-01-01", "2020-01-01"),
        seit("duldung", "2020-01-02", "2023-01-01"),
        seit("fluechtling", "2023-01-02"),
      ],
      "2024-01-01",
      "offen",
    ],
    ["only a Duldung today", [seit("duldung", "2015-01-01")], "2024-01-01", "nicht"],
    ["nothing for that day", [seit("fluechtling", "2024-06-01")], "2024-01-01", "unbekannt"],
    ["nobody said which", [seit("keine_angabe", "2015-01-01")], "2024-01-01", "unbekannt"],
    ["nobody knows since when", [seit("fluechtling", null)], "2024-01-01", "unbekannt"],
    [
      "the asylum procedure counts with protection",
      [seit("gestattung", "2018-01-01", "2021-01-31"), seit("fluechtling", "2021-02-01")],
      "2024-01-01",
      "erfuellt",
    ],
    [
      "it does not without",
      [seit("gestattung", "2018-01-01", "2021-01-31"), seit("niederlassung", "2021-02-01")],
      "2024-01-01",
      "offen",
    ],
    [
      "with a time that the authority decides about",
      [seit("p24", "2018-01-01", "2021-01-31"), seit("niederlassung", "2021-02-01")],
      "2024-01-01",
      "offen",
    ],
  ])("%s", (_, aufenthalte, tag, expected) => {
    expect(licht({}, { aufenthalte }, tag)).toBe(expected);
  });

  test("is counted on its Stichtag, and a code that is enough alone is enough at once", () => {
    const akte = { aufenthalte: [seit("fluechtling", "2017-11-01")] };
    expect(licht({ stichtag: "2022-10-31" }, akte, "2026-01-01")).toBe("nicht");
    expect(licht({ stichtag: "2022-11-01" }, akte, "2026-01-01")).toBe("erfuellt");
    expect(licht({ sofort: ["p104c"] }, { aufenthalte: [seit("p104c", "2026-01-01")] }, "2026-01-02")).toBe("erfuellt");
  });

  test("random files: the unbroken time is the one that going back day by day finds", () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => daysFrom("2024-01-01", n));
    const entry = fc.record({
      status: fc.constantFrom("a", "b", "c"),
      von: day,
      bis: fc.option(day, { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), day, (aufenthalte, tag) => {
        const counts = (at: string) =>
          aufenthalte.some((e) => e.status !== "c" && e.von <= at && (e.bis === null || e.bis >= at));
        let first: string | undefined;
        for (let at = tag; counts(at); at = tagDavor(at)) first = at;
        expect(kette({ ...LEER, aufenthalte }, ["a", "b"], tag)?.von).toBe(first);
      }),
      runs(300),
    );
  });

  test("months later and whole months are the inverse of each other", () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((n) => daysFrom("2016-01-01", n));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 130 }), (tag, n) => {
        const later = monateSpaeter(tag, n);
        expect(volleMonate(tag, later)).toBe(n);
        if (n > 0) expect(volleMonate(tag, tagDavor(later))).toBe(n - 1);
      }),
      runs(300),
    );
  });
});

describe("what else a file says", () => {
  test.each([
    ["suffices", "familie", "erfuellt"],
    ["is excluded", "duldung", "nicht"],
    ["is one of several paragraphs", "ausbildung_arbeit", "offen"],
  ])("a status that %s", (_, status, expected) => {
    const regel = { pruefung: "status", zaehlt: ["familie"], nicht: ["duldung"] } as const;
    expect(licht(regel, { aufenthalte: [seit(status, "2020-01-01")] }, "2024-01-01")).toBe(expected);
  });

  const b1 = { pruefung: "deutsch", zahl: 3 } as const;
  const deutsch = (alles: number | null, zertifikat: boolean, muendlich = alles) => ({
    deutsch: { alles, muendlich, zertifikat },
  });
  const kurs = (stand: string, bis: string) => ({ werdegang: [{ art: "integrationskurs", stand, von: null, bis }] });
  test.each([
    ["B1 with a certificate", b1, deutsch(3, true), "erfuellt"],
    ["B1 without one", b1, deutsch(3, false), "offen"],
    ["A2 with one", b1, deutsch(2, true), "offen"],
    ["nobody said", b1, {}, "unbekannt"],
    ["a course passed with B1", b1, kurs("bestanden_b1", "2023-05-01"), "erfuellt"],
    ["a course passed later than the day", b1, kurs("bestanden_b1", "2024-05-01"), "unbekannt"],
    ["spoken A2, written A1", { pruefung: "deutsch_muendlich", zahl: 2 } as const, deutsch(1, true, 2), "erfuellt"],
  ])("German: %s", (_, regel, akte, expected) => {
    expect(licht(regel, akte, "2024-01-01")).toBe(expected);
  });

  const geld = (...arten: string[]) => ({ leistungen: arten.map((art) => ({ art, von: "2023-01-01", bis: null })) });
  test.each([
    ["wages", ["sgb2"], geld("lohn"), "erfuellt"],
    ["wages and what is excluded", ["sgb2"], geld("lohn", "sgb2"), "nicht"],
    ["help that is not excluded", [], geld("sgb2"), "offen"],
    [
      "an application that nobody answered",
      ["sgb2"],
      { leistungen: [{ art: "sgb2", von: null, bis: null }] },
      "unbekannt",
    ],
    [
      "work without what it brings",
      [],
      { werdegang: [{ art: "beschaeftigt", stand: null, von: "2023-01-01", bis: null }] },
      "offen",
    ],
    ["nothing", [], {}, "unbekannt"],
  ])("money: %s", (_, nicht, akte, expected) => {
    expect(licht({ pruefung: "unterhalt", zaehlt: ["lohn"], nicht }, akte, "2024-01-01")).toBe(expected);
  });

  test.each([
    ["2010-01-02", "2024-01-01", "offen"],
    ["2010-01-01", "2024-01-01", "erfuellt"],
    ["1997-01-02", "2024-01-01", "erfuellt"],
    ["1997-01-01", "2024-01-01", "nicht"],
    ["2005", "2024-01-01", "erfuellt"],
    ["1996", "2024-01-01", "nicht"],
    ["2010", "2024-06-01", "unbekannt"],
    [null, "2024-01-01", "unbekannt"],
  ])("born %s, on %s", (geburt, tag, expected) => {
    expect(licht({ pruefung: "alter", zahl: 14, zahlBis: 27 }, { geburt }, tag)).toBe(expected);
  });

  test("school for long enough; a degree has to be looked at", () => {
    const regel = { pruefung: "schule", zahl: 36, zaehlt: ["schule"], pruefen: ["schulabschluss"] } as const;
    const schule = (von: string) => [{ art: "schule", stand: null, von, bis: null }];
    expect(licht(regel, { werdegang: schule("2021-01-01") }, "2024-01-01")).toBe("erfuellt");
    expect(licht(regel, { werdegang: schule("2021-01-02") }, "2024-01-01")).toBe("offen");
    expect(
      licht(regel, { werdegang: [{ art: "schulabschluss", stand: "bestanden", von: null, bis: null }] }, "2024-01-01"),
    ).toBe("offen");
    expect(licht(regel, {}, "2024-01-01")).toBe("unbekannt");
  });

  test("papers that are there, ran out, or would have to do", () => {
    const regel = { pruefung: "dokument", zaehlt: ["ausweis"], pruefen: ["personenstand"] } as const;
    const mit = (art: string, bis: string | null) => ({ dokumente: new Map([[art, bis]]) });
    expect(licht(regel, mit("ausweis", null), "2024-01-01")).toBe("erfuellt");
    expect(licht(regel, mit("ausweis", "2024-01-01"), "2024-01-01")).toBe("erfuellt");
    expect(licht(regel, mit("ausweis", "2023-12-31"), "2024-01-01")).toBe("offen");
    expect(licht(regel, mit("personenstand", null), "2024-01-01")).toBe("offen");
    expect(licht(regel, {}, "2024-01-01")).toBe("unbekannt");
  });
});
