import { describe, expect, test } from "vitest";
import { daysFrom } from "../../../platform/span.ts";
import { AufenthaltEingabe, titelDringend } from "./aufenthalt.ts";
import { LeistungEingabe, leistungDringend, luecke, wartezeit } from "./leistung.ts";
import { WerdegangEingabe } from "./werdegang.ts";

const HEUTE = "2026-11-29";
const titel = (more: object) => AufenthaltEingabe.parse({ status: "p24", ...more });
const geld = (more: object) => LeistungEingabe.parse({ art: "sgb2", ...more });

describe("a title", () => {
  test("is urgent 90 days before it runs out, not a day earlier", () => {
    expect(titelDringend(titel({ gueltig_bis: daysFrom(HEUTE, 91) }), HEUTE)).toBeUndefined();
    expect(titelDringend(titel({ gueltig_bis: daysFrom(HEUTE, 90) }), HEUTE)).toContain("Verlängerung");
    expect(titelDringend(titel({}), HEUTE)).toBeUndefined();
  });

  test("that ran out is asked about, unless a Fiktionsbescheinigung stands for it", () => {
    const vorbei = { gueltig_bis: daysFrom(HEUTE, -1) };
    expect(titelDringend(titel(vorbei), HEUTE)).toContain("Nach dem neuen Titel fragen");
    expect(titelDringend(titel({ ...vorbei, fiktion_bis: daysFrom(HEUTE, 200) }), HEUTE)).toBeUndefined();
  });
});

describe("a change of benefits", () => {
  const wechsel = { vorher: "asylblg", vorher_bis: "2026-05-31", beantragt_am: "2026-05-20" };

  test("counts the days to the first payment, and those without any", () => {
    const paid = geld({ ...wechsel, von: "2026-07-01" });
    expect([wartezeit(paid, HEUTE), luecke(paid, HEUTE)]).toEqual([42, 30]);
    expect(luecke(geld({ ...wechsel, von: "2026-06-01" }), HEUTE)).toBe(0);
    expect(luecke(geld({ ...wechsel, von: "2026-05-01" }), HEUTE)).toBe(0);
    expect(leistungDringend(paid, "Bürgergeld", HEUTE)).toBeUndefined();
  });

  test("is urgent as long as nothing comes; refused, it is not any more", () => {
    expect(leistungDringend(geld(wechsel), "Bürgergeld", "2026-06-02")).toBe("Seit 1 Tag ohne Zahlung: Bürgergeld");
    expect(leistungDringend(geld(wechsel), "Bürgergeld", "2026-05-25")).toBeUndefined();
    expect(leistungDringend(geld({ ...wechsel, bis: "2026-07-01" }), "Bürgergeld", HEUTE)).toBeUndefined();
  });

  test("says which one came before, where it says until when", () => {
    expect(LeistungEingabe.safeParse({ art: "sgb2", vorher_bis: "2026-05-31" }).success).toBe(false);
  });
});

test("a reason to break off needs a course that was broken off; no last day before the first", () => {
  const kurs = { art: "integrationskurs", abbruch: "fahrweg" };
  expect(WerdegangEingabe.safeParse({ ...kurs, stand: "laeuft" }).success).toBe(false);
  expect(WerdegangEingabe.safeParse({ ...kurs, stand: "abgebrochen" }).success).toBe(true);
  expect(WerdegangEingabe.safeParse({ art: "schule", von: "2026-02-01", bis: "2026-01-01" }).success).toBe(false);
});
