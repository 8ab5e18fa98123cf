import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { testKonto } from "../../../../tests/support/konten.ts";
import { testDatabase } from "../../../../tests/support/db.ts";
import { runs } from "../../../../tests/support/runs.ts";
import { readAs } from "../../../platform/db.ts";
import { daysFrom, tagDanach } from "../../../platform/span.ts";
import { type Codelisten, codelisten } from "../../codelisten/index.ts";
import { BEGINN, type Perspektive, type Regel, regelnAm, zeitraeume } from "../model/regel.ts";
import { perspektiven, regeln } from "../queries/regeln.ts";

testDatabase();
let alle: Regel[];
let wege: Perspektive[];
let listen: Codelisten;

beforeAll(async () => {
  const { actor } = await testKonto({ kreis: "05382", rollen: ["cm_lokal"] });
  [alle, wege, listen] = await readAs(actor, async (tx) => [
    await regeln(tx),
    await perspektiven(tx),
    await codelisten(tx),
  ]);
});

const bedingungen = () => [...new Set(alle.map((r) => `${r.perspektive} ${r.bedingung}`))].toSorted();

describe("the rules as data", () => {
  test("on every day since the beginning exactly one version of every condition holds", () => {
    const days = fc.integer({ min: 0, max: 5000 }).map((n) => daysFrom(BEGINN, n));
    fc.assert(
      fc.property(days, (tag) => {
        expect(
          regelnAm(alle, tag)
            .map((r) => `${r.perspektive} ${r.bedingung}`)
            .toSorted(),
        ).toEqual(bedingungen());
      }),
      runs(200),
    );
    for (const one of bedingungen()) {
      const versionen = alle.filter((r) => `${r.perspektive} ${r.bedingung}` === one);
      expect(versionen[0]?.ab, one).toBe(BEGINN);
      expect(versionen.at(-1)?.bis, one).toBeNull();
      for (const [i, { bis }] of versionen.slice(0, -1).entries()) {
        expect(tagDanach(bis ?? ""), one).toBe(versionen[i + 1]?.ab);
      }
    }
    expect(regelnAm(alle, daysFrom(BEGINN, -1))).toEqual([]);
  });

  test("every sentence has its source and the day somebody looked; what a way asked for is not there when it ended", () => {
    for (const r of alle) {
      expect(r.quelle, r.code).toMatch(/§/);
      expect(r.geprueftAm, r.code).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(r.satz, r.code).toMatch(/\.$/);
      // What nobody could check is no source: it has a place of its own, which every page and sheet shows.
      expect(r.quelle, r.code).not.toMatch(/nicht (?:geprüft|nachgelesen)/);
      if (r.zuPruefen !== null) expect(r.zuPruefen, r.code).toMatch(/\.$/);
    }
    for (const { code, bis } of wege.filter((weg) => weg.bis !== null)) {
      const danach = regelnAm(alle, tagDanach(bis ?? "")).filter(({ perspektive }) => perspektive === code);
      expect(danach.map(({ pruefung }) => pruefung)).toEqual(danach.map(() => "entfallen"));
    }
  });

  test("no light where a field would put people in danger (§ 87 AufenthG, 0072): convictions, deceit, creed, removal", () => {
    const heikel =
      /verurteil|straf|täusch|religi|polizei|abschieb|ausweis(?!\b)|bekenntnis(?!.*„Leben)|widerruf|sicherheit/iu;
    for (const r of alle.filter(({ satz, name }) => heikel.test(`${name} ${satz}`))) {
      expect([r.code, r.pruefung === null || r.pruefung === "entfallen"]).toEqual([r.code, true]);
    }
    expect(alle.filter(({ bedingung }) => bedingung === "verurteilung").length).toBeGreaterThan(1);
  });

  test("every code that a rule names is one of its list", () => {
    const codes = (of: readonly { readonly code: string }[]) => new Set(of.map(({ code }) => code));
    const status = codes(listen.aufenthaltsstatus);
    const von: Readonly<Record<string, ReadonlySet<string>>> = {
      dauer: status,
      status,
      unterhalt: codes(listen.leistung),
      schule: codes(listen.werdegang),
      dokument: codes(listen.dokumentart),
    };
    for (const r of alle) {
      const named = [...r.zaehlt, ...r.pruefen, ...r.nicht, ...r.beiSchutz];
      expect(
        named.filter((one) => von[r.pruefung ?? ""]?.has(one) !== true),
        r.code,
      ).toEqual([]);
      expect(
        r.dokumente.filter((one) => !codes(listen.dokumentart).has(one)),
        r.code,
      ).toEqual([]);
    }
  });
});

/** What a version says on the days around a change. */
const am = (perspektive: string, bedingung: string, tag: string) => {
  const r = regelnAm(alle, tag).find((one) => one.perspektive === perspektive && one.bedingung === bedingung);
  return [r?.pruefung, r?.pruefung === "entfallen" ? null : r?.zahl];
};

test.each([
  ["p10", "aufenthalt", "2024-06-26", "dauer", 96],
  ["p10", "aufenthalt", "2024-06-27", "dauer", 60],
  ["p10_3", "aufenthalt", "2024-06-26", "dauer", 84],
  ["p10_3", "aufenthalt", "2024-06-27", "dauer", 36],
  ["p10_3", "aufenthalt", "2025-10-29", "dauer", 36],
  ["p10_3", "aufenthalt", "2025-10-30", "entfallen", null],
  ["p10_3", "deutsch", "2025-10-29", "deutsch", 5],
  ["p25a", "alter", "2022-12-30", "alter", 14],
  ["p25a", "aufenthalt", "2022-12-30", "dauer", 48],
  ["p25a", "aufenthalt", "2022-12-31", "dauer", 36],
  ["p25a", "vorduldung", "2022-12-30", "entfallen", null],
  ["p25a", "vorduldung", "2022-12-31", "dauer", 12],
  ["p25b", "aufenthalt", "2022-12-30", "dauer", 96],
  ["p25b", "aufenthalt", "2022-12-31", "dauer", 72],
  ["p104c", "aufenthalt", "2022-12-30", "entfallen", null],
  ["p104c", "aufenthalt", "2022-12-31", "dauer", 60],
  ["p104c", "aufenthalt", "2025-12-30", "dauer", 60],
  ["p104c", "aufenthalt", "2025-12-31", "entfallen", null],
  ["p8", "einordnung", "2024-06-27", null, 0],
  ["p25b", "pass", "2020-01-01", "dokument", 0],
])("%s %s on %s: %s %s", (perspektive, bedingung, tag, pruefung, zahl) => {
  expect(am(perspektive, bedingung, tag)).toEqual([pruefung, zahl]);
});

test("the times of a way follow one another from the beginning and have no end", () => {
  for (const { code } of wege) {
    const zeiten = zeitraeume(alle.filter(({ perspektive }) => perspektive === code));
    expect(zeiten[0]?.von).toBe(BEGINN);
    expect(zeiten.at(-1)?.bis).toBeNull();
    expect(zeiten.slice(0, -1).map(({ bis }) => tagDanach(bis ?? ""))).toEqual(zeiten.slice(1).map(({ von }) => von));
  }
});
