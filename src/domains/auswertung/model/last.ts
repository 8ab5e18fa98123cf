import { type Feld, schuetze } from "./schutz.ts";
import { VERDECKT, type Zelle } from "./zelle.ts";

/** How far a case is, in the order of its way; what comes before the assessment is one. */
export const LASTPHASEN = {
  anfrage: "Anfragen",
  assessment: "Assessment",
  hilfeplan: "Hilfeplan",
  umsetzung: "Umsetzung",
  evaluation: "Evaluation",
  ruhend: "ruhen",
} as const;
export type Lastphase = keyof typeof LASTPHASEN;
export const LASTPHASE = [
  "anfrage",
  "assessment",
  "hilfeplan",
  "umsetzung",
  "evaluation",
  "ruhend",
] as const satisfies readonly Lastphase[];

/** What a Träger has to do: cases by phase and together, those that nobody is responsible for, Fristen, and those that are over. */
export type LastZeile = {
  /** Empty for the Kreis. */
  readonly traegerId: string;
  readonly phasen: Readonly<Record<Lastphase, Zelle>>;
  readonly faelle: Zelle;
  readonly ohne: Zelle;
  readonly fristen: Zelle;
  readonly ueberfaellig: Zelle;
};

type Gezaehlt = { readonly traegerId: string; readonly zahlen: Readonly<Record<string, number>> };
type Reihe = readonly number[];

const feld = (wert: number, zeichen: 1 | -1, art: Feld["art"]): Feld => ({
  wert,
  zeichen,
  art,
  leer: art === "verdeckt",
});
const plus = (reihen: readonly Reihe[]): number[] =>
  (reihen[0] ?? []).map((_, i) => reihen.reduce((sum, one) => sum + (one[i] ?? 0), 0));

/** Rows of parts with their sum last, and the row of the Kreis below; every sum is known, so it is protected as a cell. */
function tafelOf(reihen: readonly Reihe[], summeArt: (zeile: number) => Feld["art"]): Feld[][] {
  return [...reihen, plus(reihen)].map((reihe, r) => {
    const zeichen = r === reihen.length ? -1 : 1;
    const sum = reihe.reduce((a, b) => a + b, 0);
    return [...reihe.map((n) => feld(n, zeichen, "offen")), feld(sum, zeichen === 1 ? -1 : 1, summeArt(r))];
  });
}

const told = (one: Feld | undefined): Zelle => (one === undefined || one.art === "verdeckt" ? VERDECKT : one.wert);

/**
 * What may be told above a Träger's own view, from `ab` on, and nothing that would give a smaller number away (0038). The number of
 * cases stands in two tables: where the first does not tell it, the second tells nothing of that Träger, so that they do not answer for
 * each other. The last row is the Kreis.
 */
export function lastGenannt(gezaehlt: readonly Gezaehlt[], ab: number): LastZeile[] {
  const n = ({ zahlen }: Gezaehlt, art: string) => zahlen[art] ?? 0;
  const phasen = tafelOf(
    gezaehlt.map((one) => LASTPHASE.map((art) => n(one, art))),
    () => "offen",
  );
  schuetze(phasen, ab);
  const faelle = (r: number) => phasen[r]?.at(-1);
  const summen = gezaehlt.map((one) => LASTPHASE.reduce((sum, art) => sum + n(one, art), 0));
  const verdeckt = (r: number) => faelle(r)?.art === "verdeckt";
  const ohne = tafelOf(
    gezaehlt.map((one, r) => [n(one, "ohne"), (summen[r] ?? 0) - n(one, "ohne")]),
    (r) => (verdeckt(r) ? "verdeckt" : "fest"),
  );
  for (const [r, zeile] of ohne.entries()) if (verdeckt(r)) for (const one of zeile) Object.assign(one, VERSTECKT);
  schuetze(ohne, ab);
  const fristen = tafelOf(
    gezaehlt.map((one) => [n(one, "ueberfaellig"), n(one, "frist") - n(one, "ueberfaellig")]),
    () => "offen",
  );
  schuetze(fristen, ab);
  return [...gezaehlt.map((one) => one.traegerId), ""].map((traegerId, r) => ({
    traegerId,
    phasen: {
      anfrage: told(phasen[r]?.[0]),
      assessment: told(phasen[r]?.[1]),
      hilfeplan: told(phasen[r]?.[2]),
      umsetzung: told(phasen[r]?.[3]),
      evaluation: told(phasen[r]?.[4]),
      ruhend: told(phasen[r]?.[5]),
    },
    faelle: told(faelle(r)),
    ohne: told(ohne[r]?.[0]),
    fristen: told(fristen[r]?.[2]),
    ueberfaellig: told(fristen[r]?.[0]),
  }));
}

const VERSTECKT = { art: "verdeckt", leer: true } as const;
