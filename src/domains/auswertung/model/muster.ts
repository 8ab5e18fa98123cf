import { type Atom, BERATUNGEN_JE_MONAT, KREIS, MONAT_AB, type Muster, OHNE_THEMA, keyOf } from "./atom.ts";
import { faelleVerdecken } from "./fall-schutz.ts";
import { type Feld, schuetze, schuetzeReihe } from "./schutz.ts";
import { MERKMALE } from "./kennzahlen.ts";
import type { Monat } from "./zeitraum.ts";

/** Tables of codes: every number of a line is one of them, so that they add up. Themes are counted in two ways. */
export const TABELLEN = ["beratungen", "thema", ...MERKMALE.filter((m) => m !== "stufe"), "stufe"] as const;

/** A number that is part of another one which is told as well: their difference must not be small either. */
const TEILE = [
  ["aus_summen", "beratungen"],
  ["neuzuweisung_grundlage", "beratungen"],
  ["neuzuweisung", "neuzuweisung_grundlage"],
  ["mit_thema", "einzelne"],
] as const;

type Zahlen = {
  /** Numbers by Träger of one feature and code; `monat`: of one month. */
  readonly je: (merkmal: string, kode: string, monat?: Monat) => ReadonlyMap<string, number>;
  readonly kodes: (merkmal: string) => readonly string[];
  readonly traeger: readonly string[];
};

const sumOf = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0);

function zahlenOf(atome: readonly Atom[]): Zahlen {
  const cells = new Map<string, Map<string, number>>();
  const kodes = new Map<string, Set<string>>();
  const add = (merkmal: string, kode: string, monat: Monat | null, traegerId: string, n: number) => {
    const key = [monat ?? "", merkmal, kode].join("|");
    const cell = cells.get(key) ?? new Map<string, number>();
    cells.set(key, cell.set(traegerId, (cell.get(traegerId) ?? 0) + n));
    kodes.set(merkmal, (kodes.get(merkmal) ?? new Set<string>()).add(kode));
  };
  // Numbers by month come beside those of the half-year and are not added to them.
  for (const { traegerId, merkmal, kode, monat, anzahl } of atome) {
    add(merkmal, kode, monat, traegerId, anzahl);
    const sums = merkmal === BERATUNGEN_JE_MONAT || (merkmal === "beratungen" && monat === null);
    if (sums) for (const one of ["beratungen", "einzelne"]) add("summe", one, monat, traegerId, anzahl);
    if (merkmal === "aus_summen") add("summe", "einzelne", monat, traegerId, -anzahl);
    if (merkmal === "nicht_zugeordnet") add("thema", OHNE_THEMA, monat, traegerId, anzahl);
    if (merkmal === "nicht_zugeordnet" || merkmal === "thema") add("summe", "nennungen", monat, traegerId, anzahl);
    if (TEILE.some(([teil]) => teil === merkmal)) add("summe", merkmal, monat, traegerId, anzahl);
  }
  const none: ReadonlyMap<string, number> = new Map();
  return {
    je: (merkmal, kode, monat) => cells.get([monat ?? "", merkmal, kode].join("|")) ?? none,
    kodes: (merkmal) => [...(kodes.get(merkmal) ?? [])].toSorted(),
    traeger: [...new Set(atome.map((a) => a.traegerId))].toSorted(),
  };
}

type Bau = {
  readonly z: Zahlen;
  readonly ab: number;
  readonly verdeckt: Set<string>;
  /** Träger of whom nothing is told. */
  readonly klein: ReadonlySet<string>;
  readonly monate: readonly Monat[];
};

/** A table of Träger × codes with the Kreis as its last row; sums of rows are told, so they are no column. */
function proTraeger({ z, ab, verdeckt, klein }: Bau, merkmal: string, kodes: readonly string[], wert = z.je): void {
  if (kodes.length === 0) return;
  const rows = [...z.traeger.filter((t) => !klein.has(t)), KREIS];
  const of = (wer: string, kode: string) =>
    wer === KREIS ? sumOf(wert(merkmal, kode)) : (wert(merkmal, kode).get(wer) ?? 0);
  const tafel = rows.map((wer) =>
    kodes.map((kode): Feld => {
      const before = verdeckt.has(keyOf(wer, merkmal, kode));
      return {
        wert: of(wer, kode),
        zeichen: wer === KREIS ? -1 : 1,
        art: before ? "verdeckt" : "offen",
        leer: before,
        teuer: kode === "",
      };
    }),
  );
  // What the small Träger have together is only a difference: nothing of them is told.
  if (klein.size > 0)
    tafel.push(kodes.map((kode): Feld => ({ ...REST, wert: [...klein].reduce((n, t) => n + of(t, kode), 0) })));
  schuetze(tafel, ab);
  rows.forEach((wer, r) =>
    kodes.forEach((kode, c) => {
      if (tafel[r]?.[c]?.art === "verdeckt") verdeckt.add(keyOf(wer, merkmal, kode));
    }),
  );
}

const REST = { zeichen: 1, art: "verdeckt", leer: true } as const;

/** Those of whom nothing is counted as well: where a line is not told, that is not told either. */
const vonAllen = (z: Zahlen, je: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map(z.traeger.map((t) => [t, je.get(t) ?? 0]));

/** A number by Träger with its sum; the sum itself where it is small. */
function einzeln({ z, ab, verdeckt, klein }: Bau, merkmal: string, kode = ""): void {
  const all = vonAllen(z, z.je(merkmal, kode));
  const n = sumOf(all);
  const whole = keyOf(KREIS, merkmal, kode);
  const gone = verdeckt.has(whole) || (n > 0 && n < ab);
  if (gone) verdeckt.add(whole);
  const hidden = gone
    ? new Set(z.traeger)
    : schuetzeReihe(all, ab, (t) => klein.has(t) || verdeckt.has(keyOf(t, merkmal, kode)));
  for (const t of hidden) verdeckt.add(keyOf(t, merkmal, kode));
}

/** Themes are told as mentions and as consultations, which are often the same: what one hides, the other hides. */
function themen(bau: Bau): void {
  const { verdeckt, z } = bau;
  const kodes = [...new Set([...z.kodes("thema"), ...z.kodes("thema_einzeln")])].toSorted();
  for (let before = -1; before !== verdeckt.size;) {
    before = verdeckt.size;
    for (const [from, to] of [
      ["thema", "thema_einzeln"],
      ["thema_einzeln", "thema"],
    ] as const) {
      proTraeger(bau, from, kodes);
      for (const wer of [KREIS, ...z.traeger])
        for (const kode of kodes) if (verdeckt.has(keyOf(wer, from, kode))) verdeckt.add(keyOf(wer, to, kode));
    }
  }
}

const TEIL_UND_REST = ["teil", "rest"];

/** Part and rest of a number. */
const teilOf =
  (z: Zahlen, [name, ganzes]: (typeof TEILE)[number]): Zahlen["je"] =>
  (_, kode, monat) => {
    const part = z.je("summe", name, monat);
    if (kode === "teil") return part;
    return new Map(z.traeger.map((t) => [t, (z.je("summe", ganzes, monat).get(t) ?? 0) - (part.get(t) ?? 0)]));
  };

/** Months of Träger, or of codes of the Kreis, within a half-year whose sums are told or not told already. */
function monate({ verdeckt, monate: alle }: Bau, lines: readonly string[], ab: number, of: Line): void {
  if (lines.length === 0) return;
  const tafel = lines.map((line) =>
    alle.map((monat): Feld => {
      const { wert, key, ganz } = of(line, monat);
      const before = verdeckt.has(key) || ganz;
      return { wert, zeichen: 1, art: before ? "verdeckt" : "offen", leer: before };
    }),
  );
  schuetze(tafel, ab);
  lines.forEach((line, r) =>
    alle.forEach((monat, c) => {
      if (tafel[r]?.[c]?.art === "verdeckt") verdeckt.add(of(line, monat).key);
    }),
  );
}
type Line = (line: string, monat: Monat) => { readonly wert: number; readonly key: string; readonly ganz: boolean };

/** What of the months is not told: consultations of the Kreis, and of its Träger. Returns the months of the Kreis. */
function beratungenJeMonat(bau: Bau): ReadonlySet<Monat> {
  const { z, verdeckt, klein, ab, monate: alle } = bau;
  const kreis = new Map(alle.map((monat) => [monat, sumOf(z.je("summe", "beratungen", monat))]));
  const small = schuetzeReihe(kreis, ab, (monat) => verdeckt.has(keyOf(KREIS, "summe", "beratungen", monat)));
  for (const monat of small) verdeckt.add(keyOf(KREIS, "summe", "beratungen", monat));
  monate(bau, z.traeger, MONAT_AB, (t, monat) => ({
    wert: z.je("summe", "beratungen", monat).get(t) ?? 0,
    key: keyOf(t, "summe", "beratungen", monat),
    ganz: klein.has(t) || small.has(monat),
  }));
  return small;
}

/** Everything else of the Kreis by month. */
function allesJeMonat(bau: Bau, small: ReadonlySet<Monat>): void {
  const { z, verdeckt, ab } = bau;
  const lines = (merkmal: string, kodes: readonly string[], from: number, wert = z.je) =>
    monate(bau, kodes, from, (kode, monat) => ({
      wert: sumOf(wert(merkmal, kode, monat)),
      key: keyOf(KREIS, merkmal, kode, monat),
      ganz: small.has(monat) || verdeckt.has(keyOf(KREIS, merkmal, kode)),
    }));
  for (const merkmal of [...TABELLEN, "thema_einzeln"]) {
    if (merkmal !== "stufe") lines(merkmal, z.kodes(merkmal), merkmal === "beratungen" ? MONAT_AB : ab);
  }
  const stufen = z.kodes("stufe").filter((kode) => kode !== "0");
  lines("stufe", stufen, ab);
  lines("stufe", ["0", FREI], ab, (m, kode, monat) => (kode === FREI ? UNENDLICH : z.je(m, kode, monat)));
  for (const one of TEILE) lines(one[0], TEIL_UND_REST, ab, teilOf(z, one));
}

/** Beside a number that nothing else adds up with. */
const FREI = "frei";
const UNENDLICH = new Map([["", 1e9]]);

/**
 * Everything of a half-year that is not told above a Träger's own view: small numbers, what would give them away by subtraction,
 * and what an earlier release did not tell.
 * @param ab the smallest number that is told
 * @param vorher keys of releases
 */
export function musterOf(
  atome: readonly Atom[],
  alle: readonly Monat[],
  ab: number,
  vorher: Iterable<string> = [],
): Muster {
  const z = zahlenOf(atome);
  const verdeckt = new Set(vorher);
  const whole = vonAllen(z, z.je("summe", "beratungen"));
  const klein = schuetzeReihe(whole, ab, () => false);
  const bau: Bau = { z, ab, verdeckt, klein, monate: alle };
  for (const t of klein) verdeckt.add(keyOf(t, "alles", ""));
  const n = sumOf(whole);
  if (n > 0 && n < ab) verdeckt.add(keyOf(KREIS, "alles", ""));
  einzeln(bau, "stufe", "0");
  einzeln(bau, "summe", "nennungen");
  for (const one of TEILE) proTraeger(bau, one[0], TEIL_UND_REST, teilOf(z, one));
  themen(bau);
  for (const merkmal of TABELLEN) {
    const kodes = z.kodes(merkmal).filter((kode) => merkmal !== "stufe" || kode !== "0");
    if (merkmal !== "thema") proTraeger(bau, merkmal, kodes);
  }
  faelleVerdecken(atome, ab, verdeckt);
  const small = beratungenJeMonat(bau);
  if (atome.some((a) => a.monat !== null && a.merkmal === "kontakte")) allesJeMonat(bau, small);
  return verdeckt;
}
