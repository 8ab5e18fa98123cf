import { expect, test } from "vitest";
import {
  type Geburt,
  durchProblem,
  monatOf,
  sorgeEndet,
  vielleichtVolljaehrig,
  volljaehrigAb,
} from "./minderjaehrig.ts";
import { type Umfang, isEntwachsen, isGueltig } from "./stand.ts";

const NICHTS: Geburt = { geburtsdatum: null, geburtsjahr: null, geburtGeschaetzt: false, altersgruppe: null };
const am = (geburtsdatum: string, geburtGeschaetzt = false): Geburt => ({ ...NICHTS, geburtsdatum, geburtGeschaetzt });

test("somebody is of age on her 18th birthday, one of the 29th of February on the first of March", () => {
  expect(volljaehrigAb(am("2009-03-12"))).toBe("2027-03-12");
  expect(volljaehrigAb(am("2008-02-29"))).toBe("2026-03-01");
  expect(volljaehrigAb(am("2010-02-29"))).toBe("2028-02-29");
  expect(monatOf(volljaehrigAb(am("2009-03-12")))).toBe("2027-03-01");
});

test("the word of the guardians alone ends the day before, her own never, and a guess ends nothing", () => {
  expect(sorgeEndet("sorge", am("2009-03-12"))).toBe("2027-03-12");
  for (const durch of ["person", "beide", null] as const) expect(sorgeEndet(durch, am("2009-03-12"))).toBeNull();
  for (const geburt of [am("2009-03-12", true), { ...NICHTS, geburtsjahr: "2009" }, NICHTS, undefined])
    expect(sorgeEndet("sorge", geburt)).toBeNull();
  const one: Umfang = {
    stand: "erteilt",
    zweck: "weitergabe",
    empfaengerArt: "kita_schule",
    empfaenger: "Schule am Bach",
    kategorien: ["kontakt"],
    gueltigAb: "2026-01-01",
    gueltigBis: null,
    sorgeEndet: "2027-03-12",
  };
  expect([isGueltig(one, "2027-03-11"), isEntwachsen(one, "2027-03-11")]).toEqual([true, false]);
  expect([isGueltig(one, "2027-03-12"), isEntwachsen(one, "2027-03-12")]).toEqual([false, true]);
  expect(isEntwachsen({ ...one, stand: "widerrufen" }, "2027-03-12")).toBe(false);
  expect(isEntwachsen({ ...one, gueltigBis: "2027-02-01" }, "2027-03-12")).toBe(false);
});

test("what is only guessed, a year or an age band is told where it says of age, and stops nobody who gives it", () => {
  const heute = "2027-03-12";
  const sagt = (geburt: Geburt) => vielleichtVolljaehrig(geburt, heute);
  expect(sagt(am("2009-03-12", true))).toBe(true);
  expect(sagt(am("2009-03-13", true))).toBe(false);
  expect(sagt({ ...NICHTS, geburtsjahr: "2009" })).toBe(true);
  expect(sagt({ ...NICHTS, geburtsjahr: "2010" })).toBe(false);
  expect(sagt({ ...NICHTS, altersgruppe: "18-26" })).toBe(true);
  expect(sagt({ ...NICHTS, altersgruppe: "12-17" })).toBe(false);
  expect(sagt(NICHTS)).toBe(false);
  // Known for certain: nothing is guessed about it.
  expect(sagt(am("2009-03-12"))).toBe(false);
  expect(durchProblem("sorge", am("2009-03-12"), heute, 14)).toContain("volljährig");
  expect(durchProblem("sorge", am("2009-03-12", true), heute, 14)).toBeUndefined();
});
