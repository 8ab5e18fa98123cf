import { MONAT_AB } from "./atom.ts";
import { type Feld, schuetze, schuetzeReihe } from "./schutz.ts";
import { VERDECKT, type Zelle, summeOf } from "./zelle.ts";

/** Children of a Kommune in the year of their test: with need, and of those how many came somewhere. Places are nobody's data. */
export type DelfinZeile = {
  readonly ags: string;
  readonly bedarf: Zelle;
  readonly besucht: Zelle;
  /** null: nobody entered any. */
  readonly plaetze: number | null;
};

/** Language support before school (DELFIN 4) of a year: by Kommune, and together. */
export type Delfin = {
  readonly jahr: number;
  readonly zeilen: readonly DelfinZeile[];
  readonly bedarf: Zelle;
  readonly besucht: Zelle;
  readonly plaetze: number;
};

type Gezaehlt = { readonly ags: string; readonly bedarf: number; readonly besucht: number };

/** As it is counted. */
export function delfinOf(
  jahr: number,
  gezaehlt: readonly Gezaehlt[],
  plaetze: readonly { readonly ags: string; readonly plaetze: number }[],
): Delfin {
  const zeilen = [...new Set([...gezaehlt, ...plaetze].map((one) => one.ags))].toSorted().map((ags): DelfinZeile => {
    const kinder = gezaehlt.find((one) => one.ags === ags);
    return {
      ags,
      bedarf: kinder?.bedarf ?? 0,
      besucht: kinder?.besucht ?? 0,
      plaetze: plaetze.find((one) => one.ags === ags)?.plaetze ?? null,
    };
  });
  return {
    jahr,
    zeilen,
    bedarf: summeOf(zeilen.map((z) => z.bedarf)),
    besucht: summeOf(zeilen.map((z) => z.besucht)),
    plaetze: plaetze.reduce((sum, one) => sum + one.plaetze, 0),
  };
}

/**
 * As it may be told above a Träger's own view: Kommunen from `MONAT_AB` on, and nothing that would give a smaller one away. Who came
 * and who did not add up to those with need, so both are protected.
 */
export function delfinGenannt(d: Delfin, ab: number): Delfin {
  const from = Math.max(ab, MONAT_AB);
  const bedarf = new Map(d.zeilen.map((z) => [z.ags, Number(z.bedarf)]));
  const sum = Number(d.bedarf);
  const klein = sum > 0 && sum < ab;
  const ohne = schuetzeReihe(bedarf, from, () => klein);
  const rows = [
    ...d.zeilen.map((z) => [z.ags, Number(z.bedarf), Number(z.besucht)] as const),
    ["", sum, Number(d.besucht)] as const,
  ];
  const tafel = rows.map(([ags, all, came]) =>
    [came, all - came].map((wert): Feld => {
      const gone = ags === "" ? klein : ohne.has(ags);
      return { wert, zeichen: ags === "" ? -1 : 1, art: gone ? "verdeckt" : "offen", leer: gone };
    }),
  );
  schuetze(tafel, ab);
  const besucht = (i: number, n: Zelle): Zelle => (tafel[i]?.[0]?.art === "verdeckt" ? VERDECKT : n);
  return {
    ...d,
    zeilen: d.zeilen.map((z, i) => ({
      ...z,
      bedarf: ohne.has(z.ags) ? VERDECKT : z.bedarf,
      besucht: besucht(i, z.besucht),
    })),
    bedarf: klein ? VERDECKT : d.bedarf,
    besucht: besucht(rows.length - 1, d.besucht),
  };
}
