import type { Kennzahlen, Zaehlung, Zeitraum } from "../../src/domains/auswertung/model/kennzahlen.ts";
import { type Atom, BERATUNGEN_JE_MONAT, KREIS } from "../../src/domains/auswertung/model/atom.ts";
import { halbjahr, monateIn } from "../../src/domains/auswertung/model/zeitraum.ts";

/** A year of consultations of four Träger, as the figures count them, without a database. */
export const TRAEGER = ["a", "b", "c", "d"];
export const JAHR = [halbjahr(2026, 1), halbjahr(2026, 2)];
export const MONATE = JAHR.flatMap(monateIn);
export const AGS = ["05382004", "05382008", "05382012", "05382016", "05382020", "05382024"];
export const ERGEBNISSE = ["beraten", "folgetermin", "an_mbe", "an_psz", "kein_angebot", "offen", ""];

/** One consultation: what the neighbour must not find out. */
export type Beratung = {
  readonly monat: string;
  readonly traeger: string;
  readonly ags: string;
  readonly ergebnis: string;
  readonly neu: boolean;
};

/** The same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

export function jahr(seed: number): Beratung[] {
  const next = random(seed);
  const pick = (list: readonly string[], skew: number) => list[Math.floor(next() ** skew * list.length)] ?? "";
  return Array.from({ length: 420 }, () => ({
    monat: pick(MONATE, 1),
    traeger: pick(TRAEGER, 1.6),
    ags: pick(AGS, 2.2),
    ergebnis: pick(ERGEBNISSE, 2.5),
    neu: next() < 0.03,
  }));
}

const halbOf = (monat: string) => JAHR.find((h) => monateIn(h).includes(monat)) ?? JAHR[0];

/** What the database counts of a half-year. */
export function atome(all: readonly Beratung[], von: string): Atom[] {
  return all
    .filter((b) => halbOf(b.monat)?.von === von)
    .flatMap(({ traeger, monat, ags, ergebnis, neu }): Atom[] => {
      const one = { traegerId: traeger, anzahl: 1 };
      const told = (merkmal: string, kode: string): Atom[] => [
        { ...one, merkmal, kode, monat: null },
        { ...one, merkmal, kode, monat },
      ];
      return [
        ...told("kontakte", ""),
        ...told("beratungen", ags),
        ...told("ergebnis", ergebnis),
        ...told("neuzuweisung_grundlage", ""),
        ...(neu ? told("neuzuweisung", "") : []),
        { ...one, merkmal: BERATUNGEN_JE_MONAT, kode: "", monat },
      ];
    });
}

const counted = (list: readonly string[]): Zaehlung =>
  Object.fromEntries([...Map.groupBy(list, (k) => k)].map(([k, all]) => [k, all.length]));

/** The figures as they are, before anything is kept back. */
export function roh(all: readonly Beratung[], zeitraum: Zeitraum, wer: string): Kennzahlen {
  const monate = new Set(monateIn(zeitraum));
  const own = all.filter((b) => monate.has(b.monat) && (wer === KREIS || b.traeger === wer));
  const none: Zaehlung = {};
  const n = own.length;
  return {
    zeitraum,
    traegerId: wer === KREIS ? null : wer,
    stand: null,
    ab: 1,
    zuKlein: [],
    aufgeteilt: true,
    kontakte: n,
    beratungen: n,
    ausSummen: 0,
    einzelne: n,
    personen: null,
    faelle: null,
    themen: none,
    mitThema: 0,
    themenEinzeln: none,
    nichtZugeordnet: 0,
    nennungen: 0,
    kommunen: counted(own.map((b) => b.ags)),
    monate: counted(own.map((b) => b.monat)),
    neuzuweisungen: own.filter((b) => b.neu).length,
    neuzuweisungGrundlage: n,
    merkmale: {
      stufe: none,
      kontaktweg: none,
      sprache: none,
      verstaendigung: none,
      herkunftsgruppe: none,
      altersgruppe: none,
      ergebnis: counted(own.map((b) => b.ergebnis)),
    },
  };
}
