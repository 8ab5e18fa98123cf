import type { Zaehlung } from "./kennzahlen.ts";
import { medianOf } from "./fallzahlen.ts";
import { type Feld, schuetze, schuetzeReihe } from "./schutz.ts";
import { VERDECKT, type Zelle, groesseZuerst, summeOf } from "./zelle.ts";

/** What became of referrals, in the order of the table: arrived, still waiting, refused (unmet need), and everything else. */
export const GRUPPEN = {
  angekommen: "angekommen",
  wartet: "offen, vermittelt oder auf der Warteliste",
  abgelehnt: "abgelehnt (ungedeckter Bedarf)",
  sonst: "nicht wahrgenommen oder zurückgezogen",
} as const;
export type Gruppe = keyof typeof GRUPPEN;
export const GRUPPE = ["angekommen", "wartet", "abgelehnt", "sonst"] as const satisfies readonly Gruppe[];

/** Referrals of one code: how many, and what became of them. */
export type VerweisZeile = { readonly kode: string; readonly verwiesen: Zelle } & Readonly<Record<Gruppe, Zelle>>;

/** Referrals of a period, by the day on which somebody was sent; what became of them since. */
export type Verweiszahlen = {
  readonly felder: readonly VerweisZeile[];
  readonly arten: readonly VerweisZeile[];
  readonly summe: VerweisZeile;
  /** Why places said no, by code. */
  readonly absagen: Zaehlung;
  /** Half of those who arrived did so within so many days; null: nobody, or too few to say so. */
  readonly median: number | null;
};

/** Counted: `<code>/<Gruppe>` and how often, by feature of `auswertung.nennung`. */
export type VerweisRoh = {
  readonly feld: Readonly<Record<string, number>>;
  readonly art: Readonly<Record<string, number>>;
  readonly absage: Readonly<Record<string, number>>;
  readonly tage: Readonly<Record<string, number>>;
};

const NICHTS = { angekommen: 0, wartet: 0, abgelehnt: 0, sonst: 0 } as const;

const zeileOf = (kode: string, of: (gruppe: Gruppe) => number): VerweisZeile => {
  const gruppen = Object.fromEntries(GRUPPE.map((one) => [one, of(one)]));
  return { kode, ...NICHTS, ...gruppen, verwiesen: GRUPPE.reduce((sum, one) => sum + of(one), 0) };
};

function zeilenOf(counts: Readonly<Record<string, number>>): VerweisZeile[] {
  const kodes = [...new Set(Object.keys(counts).map((key) => key.split("/")[0] ?? ""))].toSorted();
  return kodes.map((kode) => zeileOf(kode, (gruppe) => counts[`${kode}/${gruppe}`] ?? 0));
}

/** As it is counted. */
export function verweiseOf(roh: VerweisRoh): Verweiszahlen {
  const felder = zeilenOf(roh.feld);
  const summe = zeileOf("", (gruppe) => Number(summeOf(felder.map((z) => z[gruppe]))));
  return { felder, arten: zeilenOf(roh.art), summe, absagen: roh.absage, median: medianOf(roh.tage) };
}

/** Half of so many is no longer one person. */
const MEDIAN_AB = 10;

/**
 * As a half-year of the whole Kreis may be told. Both tables have the same sums, and those stay: so what is hidden in one table is
 * hidden whatever the other tells. Where a sum itself is small, only how many were sent is told, and not what became of them; where
 * that is small, nothing.
 */
export function verweiseGenannt(v: Verweiszahlen, ab: number): Verweiszahlen {
  const small = (n: Zelle) => Number(n) > 0 && Number(n) < ab;
  const ohneErgebnis = GRUPPE.some((one) => small(v.summe[one]));
  const alles = small(v.summe.verwiesen);
  const gone = { angekommen: VERDECKT, wartet: VERDECKT, abgelehnt: VERDECKT, sonst: VERDECKT } as const;
  const table = (zeilen: readonly VerweisZeile[]): VerweisZeile[] => {
    if (alles) return zeilen.map(({ kode }) => ({ kode, ...gone, verwiesen: VERDECKT }));
    if (!ohneErgebnis) return geschuetzt(zeilen, v.summe, ab);
    const werte = new Map(zeilen.map((z) => [z.kode, Number(z.verwiesen)]));
    const ohne = schuetzeReihe(werte, ab, () => false);
    return zeilen.map((z) => ({ ...z, ...gone, verwiesen: ohne.has(z.kode) ? VERDECKT : z.verwiesen }));
  };
  const absagen = new Map(Object.entries(v.absagen).map(([kode, n]) => [kode, Number(n)]));
  const ohneGrund = schuetzeReihe(absagen, ab, () => ohneErgebnis || alles);
  const summe: VerweisZeile = alles
    ? { kode: "", ...gone, verwiesen: VERDECKT }
    : ohneErgebnis
      ? { ...v.summe, ...gone }
      : v.summe;
  return {
    felder: table(v.felder),
    arten: table(v.arten),
    summe,
    absagen: Object.fromEntries(
      Object.entries(v.absagen).map(([kode, n]) => [kode, ohneGrund.has(kode) ? VERDECKT : n]),
    ),
    median: ohneErgebnis || alles || Number(v.summe.angekommen) < MEDIAN_AB ? null : v.median,
  };
}

/** A table with its row sums and its known column sums; what is small and what would give it away is hidden. */
function geschuetzt(zeilen: readonly VerweisZeile[], summe: VerweisZeile, ab: number): VerweisZeile[] {
  const rowOf = (z: VerweisZeile, zeichen: 1 | -1, art: Feld["art"]): Feld[] =>
    [...GRUPPE.map((one) => z[one]), z.verwiesen].map((n, i) => ({
      wert: Number(n),
      zeichen: i === GRUPPE.length ? (zeichen === 1 ? -1 : 1) : zeichen,
      art,
      leer: false,
    }));
  const tafel = [...zeilen.map((z) => rowOf(z, 1, "offen")), rowOf(summe, -1, "fest")];
  schuetze(tafel, ab);
  return zeilen.map((z, r) => {
    const told = (i: number, n: Zelle): Zelle => (tafel[r]?.[i]?.art === "verdeckt" ? VERDECKT : n);
    const gruppen = Object.fromEntries(GRUPPE.map((one, i) => [one, told(i, z[one])]));
    return { ...z, ...gruppen, verwiesen: told(GRUPPE.length, z.verwiesen) };
  });
}

const plus = (a: Zelle | undefined, b: Zelle | undefined): Zelle => summeOf([a ?? 0, b ?? 0]);

/** Several half-years as one: told is what every one of them tells. @param median of all of them together */
export function verweiseZusammen(teile: readonly Verweiszahlen[], median: number | null): Verweiszahlen {
  const add = (a: VerweisZeile, b: VerweisZeile): VerweisZeile => ({
    kode: a.kode,
    verwiesen: plus(a.verwiesen, b.verwiesen),
    angekommen: plus(a.angekommen, b.angekommen),
    wartet: plus(a.wartet, b.wartet),
    abgelehnt: plus(a.abgelehnt, b.abgelehnt),
    sonst: plus(a.sonst, b.sonst),
  });
  const leer = (kode: string): VerweisZeile => ({ kode, verwiesen: 0, ...NICHTS });
  const merge = (of: (v: Verweiszahlen) => readonly VerweisZeile[]): VerweisZeile[] => {
    const alle = teile.flatMap((teil) => [...of(teil)]);
    const kodes = [...new Set(alle.map((z) => z.kode))].toSorted();
    return kodes.map((kode) => alle.filter((z) => z.kode === kode).reduce(add, leer(kode)));
  };
  const absagen: Record<string, Zelle> = {};
  for (const teil of teile) {
    for (const [kode, n] of Object.entries(teil.absagen)) absagen[kode] = plus(absagen[kode], n);
  }
  const told = teile.every((teil) => teil.median !== null || Number(teil.summe.angekommen) === 0);
  return {
    felder: merge((v) => v.felder),
    arten: merge((v) => v.arten),
    summe: teile.map((teil) => teil.summe).reduce(add, leer("")),
    absagen,
    median: told ? median : null,
  };
}

type Wort = { readonly code: string; readonly name: string };

/** A table of referrals as page, paper and file show it: named rows, and their sum at the end. */
export type VerweisTafel = {
  readonly id: string;
  readonly titel: string;
  readonly zeilen: readonly (VerweisZeile & { readonly label: string })[];
};

/** The two tables with the words of their codes, most first; what is not told keeps the order of its list. */
export function verweisTafeln(
  v: Verweiszahlen,
  felder: readonly Wort[],
  arten: readonly Wort[],
): readonly VerweisTafel[] {
  const table = (id: string, titel: string, zeilen: readonly VerweisZeile[], words: readonly Wort[]): VerweisTafel => {
    const named = words.flatMap(({ code, name }) =>
      zeilen.filter((z) => z.kode === code).map((z) => ({ ...z, label: name })),
    );
    const sorted = named.toSorted((a, b) => groesseZuerst(a.verwiesen, b.verwiesen));
    return { id, titel, zeilen: [...sorted, { ...v.summe, label: "zusammen" }] };
  };
  return [
    table("verweis_feld", "Verweise nach Handlungsfeld", v.felder, felder),
    table("verweis_art", "Verweise nach Art der Stelle", v.arten, arten),
  ];
}
