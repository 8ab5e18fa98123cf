import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LASTPHASE, type LastZeile, lastGenannt } from "./last.ts";
import { VERDECKT, type Zelle } from "./zelle.ts";

const AB = 3;
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 60 }));
const traeger = fc
  .record({
    ...Object.fromEntries(LASTPHASE.map((art) => [art, count])),
    frist: count,
    ohne: fc.nat(100),
    faellig: fc.nat(100),
  })
  .map((raw: Record<string, number>) => {
    const faelle = LASTPHASE.reduce((sum, art) => sum + (raw[art] ?? 0), 0);
    const frist = raw["frist"] ?? 0;
    return { ...raw, ohne: (raw["ohne"] ?? 0) % (faelle + 1), ueberfaellig: (raw["faellig"] ?? 0) % (frist + 1) };
  });
const kreis = fc
  .array(traeger, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((zahlen, i) => ({ traegerId: String(i), zahlen })));

/** Every sum that a reader knows: its parts, and what they add up to. */
function sums(zeilen: readonly LastZeile[]): { readonly teile: readonly Zelle[]; readonly summe: Zelle }[] {
  const columns = [
    ...LASTPHASE.map((art) => (z: LastZeile) => z.phasen[art]),
    (z: LastZeile) => z.faelle,
    (z: LastZeile) => z.ohne,
    (z: LastZeile) => z.fristen,
    (z: LastZeile) => z.ueberfaellig,
  ];
  return [
    ...zeilen.map((z) => ({ teile: Object.values(z.phasen), summe: z.faelle })),
    ...columns.map((of) => {
      const all = zeilen.map(of);
      return { teile: all.slice(0, -1), summe: all.at(-1) ?? 0 };
    }),
  ];
}

test("no small number is told, and none is what is left of a sum", () => {
  fc.assert(
    fc.property(kreis, (gezaehlt) => {
      const zeilen = lastGenannt(gezaehlt, AB);
      const every = zeilen.flatMap((z) => [...Object.values(z.phasen), z.faelle, z.ohne, z.fristen, z.ueberfaellig]);
      expect(every.filter((n) => n === 1 || n === 2)).toEqual([]);
      for (const { teile, summe } of sums(zeilen)) {
        const gone = [...teile, summe].filter((n) => n === VERDECKT).length;
        expect(gone === 1 ? { teile, summe } : null).toBeNull();
      }
    }),
    { numRuns: 2000 },
  );
});

test("what is large enough is told as it is counted, and the Kreis is the sum", () => {
  const of = (traegerId: string) => ({
    traegerId,
    zahlen: { anfrage: 4, umsetzung: 20, ohne: 3, frist: 30, ueberfaellig: 6 },
  });
  const [a, , summe] = lastGenannt([of("a"), of("b")], AB);
  expect(a).toMatchObject({ faelle: 24, ohne: 3, fristen: 30, ueberfaellig: 6 });
  expect(summe).toMatchObject({ traegerId: "", faelle: 48, ohne: 6, fristen: 60, ueberfaellig: 12 });
  expect([a?.phasen.umsetzung, a?.phasen.evaluation, summe?.phasen.anfrage]).toEqual([20, 0, 8]);
});
