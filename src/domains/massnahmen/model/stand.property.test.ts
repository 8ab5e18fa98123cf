import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UEBERGAENGE as LUECKE_UEBERGAENGE } from "../../luecken/model/stand.ts";
import {
  type Stand,
  STAND,
  UEBERGAENGE,
  WEG,
  hindernis,
  isAufgegeben,
  isEnde,
  lueckeNach,
  lueckeSchritte,
  ohneBeschluss,
  schritteAus,
  uebergang,
} from "./stand.ts";

const ALLES = { grund: "Weil.", beschluss: "b" };
const stand = fc.constantFrom(...STAND);

/** Every state that can be reached by steps that lead on, without passing `without`. */
function reachable(from: Stand, without?: Stand): Set<Stand> {
  const seen = new Set<Stand>([from]);
  for (const at of seen)
    for (const { nach, richtung } of schritteAus(at)) if (richtung === "weiter" && nach !== without) seen.add(nach);
  return seen;
}

describe("the way of a measure", () => {
  test("every state but the first is reached, each has a way out, and each but the ends leads on to one", () => {
    const all = new Set(UEBERGAENGE.map(({ nach }) => nach));
    expect(STAND.filter((one) => !all.has(one))).toEqual([]);
    expect(STAND.filter((one) => schritteAus(one).length === 0)).toEqual([]);
    expect(STAND.filter((one) => !isEnde(one) && ![...reachable(one)].some((to) => isEnde(to)))).toEqual([]);
  });

  test("no rung is left out on the way to a checked effect", () => {
    for (const between of WEG.slice(1, WEG.indexOf("wirkung")))
      expect(reachable("vorgeschlagen", between).has("wirkung"), between).toBe(false);
    expect(reachable("vorgeschlagen").has("geschlossen")).toBe(true);
  });

  test("there is one step from a state to another; everything else is refused with what is possible", () => {
    const pairs = UEBERGAENGE.map(({ von, nach }) => `${von} ${nach}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    fc.assert(
      fc.property(stand, stand, (von, nach) => {
        const step = uebergang(von, nach);
        expect(hindernis(von, nach, ALLES, true) === undefined).toBe(step !== undefined);
        const alone = step !== undefined && step.fragt !== "wirkung";
        expect(hindernis(von, nach, ALLES) === undefined, "an effect is looked at, not claimed").toBe(alone);
        const asks = step?.grund === true ? "grund" : step?.fragt === "beschluss" ? "beschluss" : undefined;
        if (step !== undefined) expect(hindernis(von, nach, { grund: null, beschluss: null }, true)?.field).toBe(asks);
      }),
    );
  });

  test("only a proposal and what came to nothing stand without a Beschluss, and no other way leads past it", () => {
    const entered = UEBERGAENGE.filter(({ von, nach }) => ohneBeschluss(von) && !ohneBeschluss(nach));
    expect(entered.every(({ fragt }) => fragt === "beschluss")).toBe(true);
  });
});

describe("the ladder of its gaps", () => {
  test("a gap is as far as the last of its measures; one given up or only proposed does not hold it", () => {
    fc.assert(
      fc.property(fc.array(stand, { maxLength: 5 }), stand, (staende, other) => {
        const where = lueckeNach(staende);
        const idle = isAufgegeben(other) || other === "vorgeschlagen";
        if (idle) expect(lueckeNach([...staende, other])).toBe(where);
        expect(lueckeNach(["laeuft", ...staende])).toBe("massnahme");
        expect(lueckeNach(staende.toReversed())).toBe(where);
      }),
    );
  });

  test("every step that it takes is one that the ladder of gaps has, to the end and back", () => {
    const has = (von: string, nach: string) => LUECKE_UEBERGAENGE.some((one) => one.von === von && one.nach === nach);
    const from = ["projektgruppe", "massnahme", "umgesetzt", "wirkung", "geschlossen"] as const;
    for (const von of from)
      for (const nach of from) {
        let at: string = von;
        for (const step of lueckeSchritte(von, nach)) {
          expect(has(at, step), `${at} → ${step}`).toBe(true);
          at = step;
        }
        if (from.indexOf(nach) >= from.indexOf(von)) expect(at).toBe(nach);
      }
    for (const nach of from) expect(lueckeSchritte("gesichtet", nach)).toEqual([]);
  });
});
