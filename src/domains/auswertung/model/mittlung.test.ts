import * as fc from "fast-check";
import { expect, test } from "vitest";
import { MONAT_AB } from "./atom.ts";
import { type Kreuzung, kreuztafel, rohtafel } from "./kreuz.ts";
import { MITTELND, mittlungOf } from "./mittlung.ts";
import { VERDECKT } from "./zelle.ts";

/** What the list of codes calls somebody who interpreted, and everything else that was not German on both sides. */
const OHNE = ["uebersetzungsgeraet", "angehoerige", "kind_dolmetscht", "nicht_moeglich"];
const HOW = ["", "nicht_noetig", ...MITTELND, ...OHNE];

/** Single consultations: a half-year, a language, how people understood each other. */
const beratung = fc.record({
  halbjahr: fc.constantFrom("2026-01-01", "2026-07-01"),
  zeile: fc.constantFrom("ar", "uk", "ti", ""),
  spalte: fc.constantFrom(...HOW),
});

function gezaehlt(alle: readonly Omit<Kreuzung, "anzahl">[]): Kreuzung[] {
  const groups = Map.groupBy(alle, (one) => JSON.stringify([one.halbjahr, one.zeile, one.spalte]));
  return [...groups.values()].flatMap(([one, ...more]) =>
    one === undefined ? [] : [{ ...one, anzahl: more.length + 1 }],
  );
}

test("the need of a language is what somebody counts who goes through the consultations one by one", () => {
  fc.assert(
    fc.property(fc.array(beratung, { maxLength: 200 }), (alle) => {
      for (const z of mittlungOf(rohtafel(gezaehlt(alle)))) {
        const of = (how: readonly string[]) =>
          alle.filter(({ zeile, spalte }) => zeile === z.sprache && how.includes(spalte)).length;
        expect(z.gebraucht).toBe(of([...MITTELND, ...OHNE]));
        expect(z.ungedeckt).toBe(of(OHNE));
        for (const how of MITTELND) expect(z[how]).toBe(of([how]));
      }
      const told = mittlungOf(rohtafel(gezaehlt(alle))).map(({ sprache }) => sprache);
      const need = alle.filter(({ zeile, spalte }) => zeile !== "" && spalte !== "" && spalte !== "nicht_noetig");
      expect(told.toSorted()).toEqual([...new Set(need.map(({ zeile }) => zeile))].toSorted());
    }),
  );
});

test("above a Träger nothing small is told, and no sum of which a part is not", () => {
  fc.assert(
    fc.property(fc.array(beratung, { maxLength: 300 }), (alle) => {
      const t = kreuztafel(
        gezaehlt(alle),
        () => false,
        () => false,
      );
      for (const z of mittlungOf(t)) {
        for (const how of MITTELND) expect(z[how] === VERDECKT || z[how] === 0 || z[how] >= MONAT_AB).toBe(true);
        const hidden = (how: readonly string[]) => how.some((one) => t.wert(z.sprache, one) === VERDECKT);
        expect(z.ungedeckt === VERDECKT).toBe(hidden(OHNE));
        expect(z.gebraucht === VERDECKT).toBe(hidden([...MITTELND, ...OHNE]));
      }
    }),
  );
});
