import { describe, expect, test } from "vitest";
import { PHASE, hindernis, isBeendet } from "./phasen.ts";
import { StilleEingabe, endeAus, weiterAus, zeilenIn } from "./stille.ts";

describe("cases without contact", () => {
  test("from every phase that goes on there is one way to end", () => {
    const stand = {
      wer: "vertretung",
      weiteres: "nein",
      eingewilligt: true,
      einwilligungEndete: false,
      regel: false,
      vorschlag: null,
      eingeschaetzt: true,
      vereinbart: true,
    } as const;
    for (const phase of PHASE.filter((one) => !isBeendet(one)))
      expect(hindernis({ phase, ...stand }, endeAus(phase)), phase).toBeUndefined();
  });

  test("what rested goes on where it was", () => {
    const rested = { von: "hilfeplan", nach: "ruhend" } as const;
    expect(weiterAus([{ von: "umsetzung", nach: "ruhend" }, { von: "ruhend", nach: "hilfeplan" }, rested])).toBe(
      "hilfeplan",
    );
  });

  test("each chosen row needs its own reason; rows without a choice are left alone", () => {
    const id = "11111111-1111-4111-8111-111111111111";
    const typed = { r1_fall: id, r1_version: "3", r2_fall: id, r2_tun: "wecken", r2_version: "2" };
    const problem = (more: Readonly<Record<string, string>>) =>
      StilleEingabe.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join());
    expect(problem({})).toEqual(["r2_grund"]);
    expect(problem({ r2_tun: "" })).toEqual(["r1_tun"]);
    expect(zeilenIn({ ...typed, r2_grund: "Anrufen" })).toEqual([
      { row: 2, fall: id, version: 2, tun: "wecken", grund: "Anrufen", ende: null },
    ]);
  });
});
