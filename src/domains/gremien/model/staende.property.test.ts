import { describe, expect, test } from "vitest";
import * as auftrag from "./auftrag.ts";
import * as sitzung from "./sitzung.ts";

type Step<S> = { readonly von: S; readonly nach: S };

/** Every state that can be reached, without passing `without`. */
function reachable<S>(steps: readonly Step<S>[], from: S, without?: S): Set<S> {
  const seen = new Set<S>([from]);
  for (const at of seen) for (const { von, nach } of steps) if (von === at && nach !== without) seen.add(nach);
  return seen;
}

describe("the way of a meeting", () => {
  const { LEITER, STAND, UEBERGAENGE } = sitzung;

  test("no state without a way out, and released minutes are reached from each", () => {
    for (const one of STAND) {
      expect(sitzung.schritteAus(one).length, one).toBeGreaterThan(0);
      expect(reachable(UEBERGAENGE, one).has("freigegeben"), one).toBe(true);
    }
  });

  test("no rung is left out on the way from planned to released", () => {
    for (const rung of LEITER.slice(1, -1))
      expect(reachable(UEBERGAENGE, "geplant", rung).has("freigegeben"), rung).toBe(false);
  });

  test("a step asks for what it needs; any other is refused with what is possible", () => {
    const at = { grund: "Weil.", heute: "2023-09-13", tag: "2023-09-13" };
    for (const von of STAND) {
      for (const nach of STAND) {
        const problem = sitzung.hindernis(von, nach, at);
        expect(problem === undefined, `${von} ${nach}`).toBe(sitzung.uebergang(von, nach) !== undefined);
        if (problem !== undefined) expect(problem.satz).toMatch(/^Von „.+“ geht es nicht zu „.+“\. Möglich ist: „/);
      }
    }
    expect(sitzung.hindernis("geplant", "abgesagt", { ...at, grund: null })?.field).toBe("grund");
    expect(sitzung.hindernis("eingeladen", "durchgefuehrt", { ...at, heute: "2023-09-12" })?.field).toBe("nach");
  });

  test("minutes are open to writing only between the meeting and the release", () => {
    expect(STAND.filter(sitzung.wirdProtokolliert)).toEqual(["durchgefuehrt", "entwurf"]);
    expect(STAND.filter((one) => !sitzung.istOffen(one))).toEqual(["freigegeben", "abgesagt"]);
  });
});

test("an Auftrag ends from anywhere, and each end can be taken up again", () => {
  const { STAND, UEBERGAENGE, isEnde } = auftrag;
  for (const one of STAND) {
    const there = reachable(UEBERGAENGE, one);
    expect([...there].toSorted(), one).toEqual([...STAND].toSorted());
    expect(auftrag.schritteAus(one).length, one).toBeGreaterThan(0);
  }
  expect(auftrag.uebergang("erledigt", "entfallen")).toBeUndefined();
  const late = (stand: auftrag.Stand) => auftrag.istUeberfaellig({ stand, faelligAm: "2023-11-30" }, "2023-12-01");
  expect(STAND.filter(late)).toEqual(STAND.filter((one) => !isEnde(one)));
});
