import { describe, expect, test } from "vitest";
import { ENDEN, PHASE, PHASEN, type Stand, UEBERGAENGE, WEG, hindernis, isBeendet, schritteAus } from "./phasen.ts";
import { endeAus } from "./stille.ts";

const FERTIG: Omit<Stand, "phase"> = {
  wer: "fuehrend",
  weiteres: "nein",
  eingewilligt: true,
  einwilligungEndete: false,
  regel: true,
  vorschlag: "fall",
  eingeschaetzt: true,
  vereinbart: true,
};

/** Every phase that can be reached from one, itself included. */
function erreichbar(from: (typeof PHASE)[number]): Set<string> {
  const seen = new Set<string>([from]);
  for (const phase of seen) {
    for (const { von, nach } of UEBERGAENGE) if (von === phase) seen.add(nach);
  }
  return seen;
}

describe("the table of steps", () => {
  test("names every phase once, and leads out of each", () => {
    expect(PHASE).toEqual(Object.keys(PHASEN));
    for (const phase of PHASE) expect(schritteAus(phase), phase).not.toEqual([]);
  });

  test("has each step once", () => {
    const steps = UEBERGAENGE.map(({ von, nach }) => `${von} ${nach}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  test("reaches every phase from a request, and an end from every phase", () => {
    expect(erreichbar("anfrage")).toEqual(new Set(PHASE));
    for (const phase of PHASE)
      expect(
        ENDEN.some((ende) => erreichbar(phase).has(ende)),
        phase,
      ).toBe(true);
  });

  test("goes the whole way without leaving out a phase", () => {
    for (const [i, phase] of WEG.slice(0, -1).entries()) {
      const on = schritteAus(phase).filter(({ nach }) => WEG.some((one) => one === nach && one !== "abgeschlossen"));
      const next = WEG[i + 1];
      const later = on.map(({ nach }) => WEG.findIndex((one) => one === nach)).filter((at) => at > i + 1);
      expect(later, `${phase} skips`).toEqual([]);
      expect(schritteAus(phase).map(({ nach }) => nach)).toContain(next);
    }
  });

  test("begins no assessment without consent, by no way", () => {
    const ohne = { ...FERTIG, eingewilligt: false };
    for (const { von, nach } of UEBERGAENGE) {
      const before = ["anfrage", "klaerung", "einwilligung"].includes(von) || isBeendet(von);
      const inside = ["assessment", "hilfeplan", "umsetzung", "evaluation"].includes(nach);
      if (before && inside)
        expect(hindernis({ phase: von, ...ohne }, nach), `${von} ${nach}`).toContain("Einwilligung");
    }
  });

  test("goes on nowhere once the consent has ended, but can be closed", () => {
    const ohne = { phase: "umsetzung", ...FERTIG, einwilligungEndete: true } as const;
    for (const { nach } of schritteAus("umsetzung")) {
      const ends = nach === "abgeschlossen" || nach === "widerruf";
      expect(hindernis(ohne, nach) === undefined, nach).toBe(ends);
    }
  });

  test("begins no Hilfeplan before one Lebensbereich was assessed, not by resting either", () => {
    for (const von of ["assessment", "ruhend"] as const)
      expect(hindernis({ phase: von, ...FERTIG, eingeschaetzt: false }, "hilfeplan")).toContain("Lebensbereich");
  });

  test("asks once more after a withdrawal only as whoever leads the case, and says so to whoever stands in; all else both do", () => {
    for (const { von, nach, verb } of UEBERGAENGE) {
      const problem = hindernis({ phase: von, ...FERTIG, wer: "vertretung" }, nach);
      if (von === "widerruf") {
        expect(problem).toBe(`„${verb}“ kann nur, wer den Fall führt. Sie handeln hier in Vertretung.`);
      } else expect(problem, `${von} ${nach}`).toBeUndefined();
    }
  });

  test("lets the program do nothing but end what runs, by one step out of each phase", () => {
    for (const phase of PHASE) {
      const ends = schritteAus(phase).filter(({ wer }) => wer.includes("programm"));
      expect(
        ends.map(({ nach }) => nach),
        phase,
      ).toEqual(isBeendet(phase) ? [] : [endeAus(phase)]);
    }
  });

  test("says of every other step what is possible instead", () => {
    for (const phase of PHASE) {
      for (const nach of PHASE) {
        const known = UEBERGAENGE.some((one) => one.von === phase && one.nach === nach);
        const problem = hindernis({ phase, ...FERTIG }, nach);
        if (known) expect(problem).toBeUndefined();
        else expect(problem).toMatch(/^Von „.*“ geht es nicht zu „.*“\. Möglich ist: „.+“\.$/);
      }
    }
  });
});
