import { describe, expect, test } from "vitest";
import { type Lieferung, lieferstand, luecken, lueckeText } from "./lieferung.ts";
import { vergleichMit } from "./vergleich.ts";
import { halbjahr, monateIn, spanne } from "./zeitraum.ts";

const HEUTE = "2026-08-15";
const H1 = halbjahr(2026, 1);

/** A Träger that counted something in each month from one to another. */
const traeger = (name: string, von: string, bis: string, more: Partial<Lieferung> = {}): Lieferung => ({
  traegerId: name,
  name,
  aktiv: true,
  gezaehlt: Object.fromEntries(monateIn(spanne(von, bis)).map((monat) => [monat, 9])),
  gemeldet: {},
  ...more,
});
const LANGE = traeger("Kreis", "2024-11", "2026-08");

describe("what is known of a month", () => {
  const l = traeger("A", "2026-05", "2026-08", {
    gemeldet: { "2026-02": "null", "2026-06": "begonnen", "2026-07": "null" },
  });
  test.each([
    ["2026-01", "nichts"],
    ["2026-02", "null"],
    ["2026-05", "begonnen"],
    ["2026-06", "begonnen"],
    ["2026-07", "begonnen"],
    ["2026-08", "begonnen"],
  ])("%s: %s", (monat, stand) => expect(lieferstand(l, monat, HEUTE)).toBe(stand));

  test("a month that is over is complete; the first one only when somebody says so", () => {
    expect(lieferstand(LANGE, "2026-07", HEUTE)).toBe("vollstaendig");
    const said = { ...l, gemeldet: { "2026-05": "vollstaendig" } as const };
    expect(lieferstand(said, "2026-05", HEUTE)).toBe("vollstaendig");
  });

  test("what is missing is told by Träger and month, without months to come", () => {
    expect(luecken([l], halbjahr(2026, 2), HEUTE).map(lueckeText)).toEqual([
      "A: noch nicht vollständig: Juli bis August 2026",
    ]);
    expect(luecken([traeger("B", "2026-02", "2026-03")], H1, HEUTE).map(lueckeText)).toEqual([
      "B: nichts geliefert für Januar 2026, April bis Juni 2026; noch nicht vollständig: Februar 2026",
    ]);
  });
});

describe("which period compares", () => {
  test("the same half-year a year before, if everybody who delivers now delivered all of it", () => {
    expect(vergleichMit([LANGE], H1, HEUTE)).toEqual({ zeitraum: halbjahr(2025, 1) });
  });

  test("else the half-year before", () => {
    expect(vergleichMit([LANGE, traeger("B", "2025-06", "2026-08")], H1, HEUTE)).toEqual({
      zeitraum: halbjahr(2025, 2),
    });
  });

  test("the data begin in November 2025: nothing compares, and it is said what is missing", () => {
    const { grund, zeitraum } = vergleichMit([LANGE, traeger("B", "2025-11", "2026-08")], H1, HEUTE);
    expect(zeitraum).toBeUndefined();
    expect(grund).toBe(
      "Für 1. Halbjahr 2025 sind die Zahlen nicht vollständig. B: nichts geliefert für Januar bis Juni 2025.",
    );
  });

  test("somebody who delivered before and has not yet now would look like a decline", () => {
    const quiet = traeger("B", "2024-11", "2026-03");
    expect(vergleichMit([LANGE, quiet], H1, HEUTE).grund).toContain("B: nichts geliefert für April bis Juni 2026");
    expect(vergleichMit([LANGE, { ...quiet, aktiv: false, gezaehlt: { "2025-02": 4 } }], H1, HEUTE).zeitraum).toEqual(
      halbjahr(2025, 1),
    );
    const zero = { "2026-04": "null", "2026-05": "null", "2026-06": "null" } as const;
    expect(vergleichMit([LANGE, { ...quiet, gemeldet: zero }], H1, HEUTE).zeitraum).toEqual(halbjahr(2025, 1));
  });

  test("a period that goes on compares with none", () => {
    expect(vergleichMit([LANGE], halbjahr(2026, 2), HEUTE)).toEqual({ grund: "Der Zeitraum läuft noch." });
  });
});
