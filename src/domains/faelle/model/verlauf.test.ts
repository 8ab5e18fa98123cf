import { array, assert, boolean, integer, property, shuffledSubarray, tuple, uuid } from "fast-check";
import { describe, expect, test } from "vitest";
import { PHASE } from "./phasen.ts";
import { type VerlaufEintrag, imLauf, zusammengefuehrt } from "./verlauf.ts";

const eintrag = (am: string, id: string, art: VerlaufEintrag["art"] = "beratung"): VerlaufEintrag => ({
  am,
  id,
  art,
  satz: "",
});

describe("the timeline of a case", () => {
  test("the last day first, within a day by id, cut to what a page needs", () => {
    const a = [eintrag("2026-03-02", "b"), eintrag("2026-01-01", "a")];
    const b = [eintrag("2026-03-02", "c", "schritt"), eintrag("2026-02-01", "d", "schritt")];
    const page = zusammengefuehrt([a, b], { direction: "desc", limit: 3 });
    expect(page.map(({ id }) => id)).toEqual(["c", "b", "d"]);
  });

  test("what comes of several sources is what comes of one with everything in it", () => {
    const day = integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, "0")}`);
    const one = tuple(day, uuid()).map(([am, id]) => eintrag(am, id));
    assert(
      property(array(array(one, { maxLength: 9 }), { maxLength: 5 }), boolean(), (sources, up) => {
        const direction = up ? "asc" : "desc";
        const limit = 4;
        const all = zusammengefuehrt([sources.flat()], { direction, limit });
        const each = sources.map((source) => zusammengefuehrt([source], { direction, limit }));
        expect(zusammengefuehrt(each, { direction, limit })).toEqual(all);
      }),
    );
  });

  test("a day stands in the order in which it went, whatever the ids", () => {
    const AM = "2026-07-14";
    const steps = PHASE.slice(0, 7).map((nach, folge) => ({ ...eintrag(AM, "s", "schritt"), nach, folge }));
    const [anfrage, klaerung, einwilligung, assessment, ...further] = steps;
    const yes = [1, 2].map((folge) => ({ ...eintrag(AM, "e", "einwilligung"), folge }));
    const agreed = eintrag(AM, "h", "hilfeplan");
    const ended = { ...eintrag(AM, "s", "schritt"), nach: "abgeschlossen" as const, folge: 9 };
    const went = [
      eintrag("2026-07-13", "z"),
      eintrag(AM, "b"),
      ...[anfrage, klaerung, einwilligung].flatMap((one) => one ?? []),
      ...yes,
      ...(assessment === undefined ? [] : [assessment]),
      eintrag(AM, "a", "assessment"),
      ...further.slice(0, 1),
      agreed,
      ...further.slice(1),
      eintrag(AM, "p", "punkt"),
      eintrag(AM, "v", "verweis"),
      ended,
      eintrag("2026-07-15", "a"),
    ];
    const any = shuffledSubarray([...went.keys()], { minLength: went.length });
    assert(
      property(any, array(uuid(), { minLength: went.length, maxLength: went.length }), (order, ids) => {
        const named = went.map((one, i) => ({ ...one, id: ids[i] ?? "" }));
        const found = imLauf(order.flatMap((i) => named[i] ?? []));
        expect(found).toEqual(named.toReversed());
      }),
    );
  });
});
