import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Gefragt,
  type Stand,
  LEITER,
  STAND,
  UEBERGAENGE,
  hindernis,
  isEnde,
  schritteAus,
  uebergang,
} from "./stand.ts";

const ALLES: Gefragt = { grund: "Weil.", thema: "Thema", faelle: 3, standorte: 2, wiederAm: "2099-01-01" };
const NICHTS: Gefragt = { grund: null, thema: null, faelle: null, standorte: null, wiederAm: null };
const stand = fc.constantFrom(...STAND);

/** Every state that can be reached by steps that lead on, without passing `without`. */
function reachable(from: Stand, without?: Stand): Set<Stand> {
  const seen = new Set<Stand>([from]);
  for (const at of seen)
    for (const { nach, richtung } of schritteAus(at)) if (richtung === "weiter" && nach !== without) seen.add(nach);
  return seen;
}

describe("the ladder of a gap", () => {
  test("every state is reached, and each but the ends leads on to an end", () => {
    const all = new Set(UEBERGAENGE.map(({ nach }) => nach));
    expect(STAND.filter((one) => !all.has(one))).toEqual([]);
    const stuck = STAND.filter((one) => !isEnde(one) && ![...reachable(one)].some((to) => isEnde(to)));
    // Taken apart again it stands where it was.
    expect(stuck).toEqual(["zusammengefuehrt"]);
    expect(STAND.filter((one) => schritteAus(one).length === 0)).toEqual([]);
  });

  test("no rung is left out on the way to a checked effect", () => {
    const between = LEITER.slice(1, LEITER.indexOf("wirkung"));
    for (const rung of between) expect(reachable("gemeldet", rung).has("wirkung"), rung).toBe(false);
    expect(reachable("gemeldet").has("wirkung")).toBe(true);
  });

  test("there is one step from a state to another, and everything else is refused with what is possible", () => {
    const pairs = UEBERGAENGE.map(({ von, nach }) => `${von} ${nach}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    fc.assert(
      fc.property(stand, stand, (von, nach) => {
        const step = uebergang(von, nach);
        const alone = step?.richtung === "weiter" || step?.richtung === "zurueck";
        const problem = hindernis(von, nach, ALLES);
        expect(problem === undefined).toBe(alone);
        if (problem !== undefined) expect(problem.satz).toMatch(/^Von „.+“ geht es nicht zu „.+“\. Möglich ist: „/);
      }),
    );
  });

  test("what a step asks for is told at its field where it is missing", () => {
    const asks = UEBERGAENGE.filter(({ grund, fragt }) => grund === true || fragt !== undefined);
    for (const { von, nach, grund, fragt, richtung } of asks) {
      if (richtung === "zusammen" || richtung === "getrennt") continue;
      const field =
        grund === true ? "grund" : { zahlen: "faelle", thema: "thema", wieder: "wieder_am" }[fragt ?? "thema"];
      expect(hindernis(von, nach, NICHTS)?.field).toBe(field);
    }
  });
});
