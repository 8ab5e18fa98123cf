import { describe, expect, test } from "vitest";
import { type Beziehung, type Mitglied, alleinerziehende, isMinor } from "./familie.ts";

const HEUTE = "2026-11-29";
const wer = (id: string, more: Partial<Mitglied> = {}): Mitglied => ({
  id,
  geburtsdatum: null,
  altersgruppe: null,
  haushalt: "h",
  ...more,
});
const ist = (person: string, art: string, andere: string, bis: string | null = null): Beziehung => ({
  id: `${person}-${andere}`,
  person,
  andere,
  art,
  stelle: null,
  von: null,
  bis,
  version: 1,
});
const kind = wer("kind", { geburtsdatum: "2018-01-01" });
const alone = (mitglieder: readonly Mitglied[], beziehungen: readonly Beziehung[]) => [
  ...alleinerziehende(mitglieder, beziehungen, HEUTE),
];

describe("raises a child alone", () => {
  const eltern = [ist("kind", "elternteil", "mutter"), ist("kind", "elternteil", "vater")];

  test("who lives with it while the other parent lives elsewhere, or nobody knows where", () => {
    for (const haushalt of [null, "anderer"])
      expect(alone([wer("mutter"), wer("vater", { haushalt }), kind], eltern)).toEqual(["mutter"]);
  });

  test("nobody in a household with both parents, or with a new partner; with an old one, yes", () => {
    expect(alone([wer("mutter"), wer("vater"), kind], eltern)).toEqual([]);
    const mit = (bis: string | null) => [ist("kind", "elternteil", "mutter"), ist("mutter", "partner", "neu", bis)];
    expect(alone([wer("mutter"), wer("neu"), kind], mit(null))).toEqual([]);
    expect(alone([wer("mutter"), wer("neu"), kind], mit("2026-01-01"))).toEqual(["mutter"]);
  });

  test("nobody whose child is of age, lives elsewhere, or whose household is not known", () => {
    const eine = [ist("kind", "elternteil", "mutter")];
    expect(alone([wer("mutter"), wer("kind", { geburtsdatum: "2008-11-29" })], eine)).toEqual([]);
    expect(alone([wer("mutter"), { ...kind, haushalt: "anderer" }], eine)).toEqual([]);
    expect(alone([wer("mutter", { haushalt: null }), { ...kind, haushalt: null }], eine)).toEqual([]);
  });
});

test("under age until the eighteenth birthday; by the band where there is no date, and not known without either", () => {
  expect(isMinor(wer("a", { geburtsdatum: "2008-11-30" }), HEUTE)).toBe(true);
  expect(isMinor(wer("a", { geburtsdatum: "2008-11-29" }), HEUTE)).toBe(false);
  expect(isMinor(wer("a", { altersgruppe: "12-17" }), HEUTE)).toBe(true);
  expect(isMinor(wer("a"), HEUTE)).toBeUndefined();
});
