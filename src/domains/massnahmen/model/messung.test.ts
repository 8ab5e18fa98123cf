import { describe, expect, test } from "vitest";
import type { Indikator } from "./massnahme.ts";
import { type Punkt, type Reihe, lageVon, standText } from "./messung.ts";

const INDIKATOR: Indikator = {
  id: "i",
  massnahmeId: "m",
  name: "Abbrüche",
  einheit: "je Kurs",
  richtung: "weniger",
  zahl: "kein_angebot",
  kode: null,
  anfang: null,
  anfangAm: "2026-01-01",
  ziel: 800,
  zielAm: "2027-06-30",
  version: 1,
};
const klein: Punkt = { am: "2026-06-30", name: "1. Halbjahr 2026", wert: null, warum: "klein" };
const punkt = (wert: number, laeuft = false): Punkt => ({
  am: "2026-12-01",
  name: "2. Halbjahr 2026",
  wert: wert * 100,
  ...(laeuft ? { laeuft: true } : {}),
});
const reihe = (richtung: Indikator["richtung"], ...punkte: readonly Punkt[]): Reihe => ({
  indikator: { ...INDIKATOR, richtung },
  punkte,
});

describe("how far an indicator came", () => {
  test("a period that goes on has not counted enough to say that there is less; that there is enough it can say", () => {
    expect(lageVon(reihe("weniger", punkt(15), punkt(3, true)))).toBe("offen");
    expect(lageVon(reihe("weniger", punkt(15), punkt(7), punkt(3, true)))).toBe("erreicht");
    expect(lageVon(reihe("weniger", punkt(15), punkt(19), punkt(3, true)))).toBe("schlechter");
    expect(lageVon(reihe("weniger", punkt(3, true)))).toBe("offen");
    expect(lageVon(reihe("weniger", punkt(17), punkt(15), punkt(17, true)))).toBe("gleich");
    expect(lageVon(reihe("weniger", punkt(15), punkt(7), punkt(9, true)))).toBe("besser");
    expect(lageVon(reihe("mehr", punkt(2), punkt(9, true)))).toBe("erreicht");
    expect(lageVon(reihe("mehr", punkt(2), punkt(5), punkt(1, true)))).toBe("besser");
  });

  test("says nothing of what is too small to be told", () => {
    expect(lageVon(reihe("weniger", punkt(15), klein))).toBeUndefined();
    expect(lageVon(reihe("weniger", klein, punkt(15)))).toBe("offen");
    expect(lageVon(reihe("weniger"))).toBeUndefined();
  });

  test("a sentence says on which side of the goal it is good, and that a figure is not yet all", () => {
    const tag = (day: string) => day;
    expect(standText(reihe("weniger", punkt(15), punkt(3, true)), tag)).toBe(
      "von 15 auf 3 (Zeitraum läuft noch), Ziel höchstens 8 je Kurs bis 2027-06-30",
    );
    expect(standText(reihe("mehr", punkt(2)), tag)).toBe("Anfang 2, Ziel mindestens 8 je Kurs bis 2027-06-30");
  });
});
