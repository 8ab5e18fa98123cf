import type { Blattzeile, Herkunft, Ort, Umgeformt, Zelle } from "../leser/zelle.ts";

/** A row of a sheet in its new shape, and where its cells stood. */
export type Neuzeile = { readonly zellen: readonly Zelle[]; readonly her: Herkunft };

export const ortName = ({ spalte, nr }: Ort): string => `${nr}.${spalte}`;

/** Rows in a new shape, numbered from `from` on, in place of those of the file; one without cells leaves a gap. */
export function neueZeilen(
  vorher: readonly Blattzeile[],
  from: number,
  neu: readonly Neuzeile[],
): { readonly zeilen: readonly Blattzeile[]; readonly umgeformt: Umgeformt } {
  const used = new Set(neu.flatMap(({ her }) => her.flatMap((ort) => (ort === null ? [] : [ortName(ort)]))));
  const orte = vorher.flatMap(({ nr, zellen }) => zellen.flatMap((z, spalte) => (z === null ? [] : [{ spalte, nr }])));
  return {
    zeilen: neu.map(({ zellen }, i) => ({ nr: from + i, zellen })).filter(({ zellen }) => zellen.length > 0),
    umgeformt: {
      her: Object.fromEntries(neu.map(({ her }, i) => [from + i, her])),
      beschriftung: orte.filter((ort) => !used.has(ortName(ort))),
    },
  };
}
