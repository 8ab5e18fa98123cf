import * as fc from "fast-check";
import { expect } from "vitest";
import { testCodes, testKommunen } from "./codes.ts";
import { type Testblatt, xlsx } from "./listen-datei.ts";
import { runs } from "./runs.ts";
import { wartetAufEntscheidung } from "../../src/domains/uebernahme/model/als-json.ts";
import { type Ergebnis, Unlesbar, liesListe } from "../../src/listen/index.ts";

/** What a made list counts; a figure that is left out is not looked at. */
export type Soll = {
  readonly beratungen?: number;
  readonly themen?: Readonly<Record<string, number>>;
  readonly kommunen?: Readonly<Record<string, number>>;
  readonly monate?: Readonly<Record<string, number>>;
  readonly dauer?: readonly (number | null)[];
};

const kommunen = testKommunen("05382");
const codes = testCodes();

/** A made file with what it counts. */
export type Datei = { readonly datei: string; readonly bytes: Uint8Array; readonly soll: Soll };

const counts = (name: string, got: Readonly<Record<string, number>>, soll: Readonly<Record<string, number>> = got) =>
  [...new Set([...Object.keys(got), ...Object.keys(soll)])].map(
    (key) => [`${name} ${key}`, got[key] ?? 0, soll[key] ?? 0] as const,
  );

/**
 * What a list got wrong: a figure above the truth, whatever waits, or one below it although nothing waits. A list that cannot be
 * read at all says so and counts nothing.
 */
async function falsch({ datei, bytes, soll }: Datei): Promise<string[]> {
  let ergebnis: Ergebnis;
  try {
    ergebnis = await liesListe(bytes, { datei, kommunen, codes, heute: "2026-11-30" });
  } catch (error) {
    if (error instanceof Unlesbar) return [];
    throw error;
  }
  const { zahlen, zeilen } = ergebnis;
  const waits = wartetAufEntscheidung(ergebnis);
  const figures = [
    ...counts(
      "Beratungen",
      { "": zahlen.beratungen },
      soll.beratungen === undefined ? undefined : { "": soll.beratungen },
    ),
    ...counts("Thema", zahlen.themen, soll.themen),
    ...counts("Kommune", zahlen.kommunen, soll.kommunen),
    ...counts(
      "Monat",
      Object.keys(zahlen.monate).length === 0 ? {} : zahlen.monate,
      Object.keys(zahlen.monate).length === 0 ? undefined : soll.monate,
    ),
  ];
  const dauern = zeilen.flatMap(({ stand, beratung }) =>
    stand === "uebernommen" && beratung !== null ? [beratung.dauerMin] : [],
  );
  const odd = soll.dauer === undefined ? [] : dauern.filter((d) => d !== null && !soll.dauer?.includes(d));
  return [
    ...figures.flatMap(([name, got, wanted]) =>
      got > wanted
        ? [`${name}: ${got} statt ${wanted}`]
        : got < wanted && !waits
          ? [`${name}: still ${got} statt ${wanted}`]
          : [],
    ),
    ...odd.map((d) => `Dauer ${d}`),
  ];
}

/** Made lists with what they count. */
export type Liste = { readonly blaetter: readonly Testblatt[]; readonly soll: Soll };

/** The same lists each time, so that a step is not stopped by another one's; ten times as many in the long variant. */
const SEED = 20_261_130;

/** Every figure of such files is right, or something waits. */
export const prueftDateien = (arbitrary: fc.Arbitrary<Datei>, numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arbitrary, async (datei) => {
      expect(await falsch(datei)).toEqual([]);
    }),
    { seed: SEED, ...runs(numRuns) },
  );

/** The same of workbooks, told by their sheets. */
export const prueft = (arbitrary: fc.Arbitrary<Liste>, numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arbitrary, async ({ blaetter, soll }) => {
      expect(await falsch({ datei: "Liste.xlsx", bytes: xlsx(blaetter), soll })).toEqual([]);
    }),
    { seed: SEED, ...runs(numRuns) },
  );
