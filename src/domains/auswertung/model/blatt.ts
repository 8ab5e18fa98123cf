import { type Atom, BERATUNGEN_JE_MONAT } from "./atom.ts";
import type { Zeitraum } from "./kennzahlen.ts";
import { halbjahreUm } from "./teile.ts";
import { type Monat, davor, halbjahrAm, monateIn } from "./zeitraum.ts";

/** What a half-year counts by Träger, feature and code: six numbers, one for each month (db/code/zaehlungsblatt.sql). */
export type Blatt = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>>>;

/** By the first day of a half-year; none where nothing is counted. `monat`: the current one, of which the stock is as of today. */
export type Blaetter = { readonly je: ReadonlyMap<string, Blatt>; readonly monat: Monat };

/** How often something was counted in a half-year, by the first day of that. */
export type Gezaehlt = {
  readonly halbjahr: string;
  readonly merkmal: string;
  readonly kode: string;
  readonly anzahl: number;
};

/** Stock of cases, on the last day of each month, and of the one before the half-year: it does not add up over months. */
const BESTAND = "fall_bestand";
const DAVOR = "fall_davor";
const istBestand = (merkmal: string): boolean => merkmal === BESTAND || merkmal === DAVOR;

/** No part of what is protected together: told by rules of their own. */
const FUER_SICH: ReadonlySet<string> = new Set([
  "verweis_feld",
  "verweis_art",
  "verweis_absage",
  "verweis_tage",
  "zugewiesen",
  "zugewiesen_erreicht",
  "zugewiesen_beraten",
]);

const erster = (monat: Monat): string => `${monat}-01`;
const nummer = (monat: Monat): number => (Number(monat.slice(5, 7)) - 1) % 6;
/** The last month of which a period has a stock. */
const letzter = (bis: string, { monat }: Blaetter): Monat => (bis.slice(0, 7) < monat ? bis.slice(0, 7) : monat);

/** The half-years (first days) whose sheets the figures of periods are put together from, up to the stock of today. */
export function halbjahreFuer(spans: readonly Zeitraum[], monat: Monat): string[] {
  const um = spans.flatMap(halbjahreUm);
  const heute = halbjahrAm(erster(monat)).von;
  return [...new Set(um.some((von) => von > heute) ? [...um, heute] : um)];
}

type Jede = (merkmal: string, kode: string, je: readonly number[], traegerId: string) => void;

/** Does something with each cell of a sheet; of one Träger where it is named. */
function jede(blatt: Blatt | undefined, traegerId: string | undefined, work: Jede): void {
  for (const traeger in blatt) {
    if (traegerId !== undefined && traeger !== traegerId) continue;
    const merkmale = blatt[traeger];
    for (const merkmal in merkmale) {
      const kodes = merkmale[merkmal];
      for (const kode in kodes) work(merkmal, kode, kodes[kode] ?? [], traeger);
    }
  }
}

function summe(je: readonly number[], nummern: readonly number[]): number {
  let sum = 0;
  for (const nr of nummern) sum += je[nr] ?? 0;
  return sum;
}
const ALLE = [0, 1, 2, 3, 4, 5];

type Bestand = (kode: string, n: number, traegerId: string) => void;

/** The stock at the end of a month. */
function bestandAm(monat: Monat, { je }: Blaetter, traegerId: string | undefined, work: Bestand): void {
  jede(je.get(halbjahrAm(erster(monat)).von), traegerId, (merkmal, kode, zahlen, traeger) => {
    if (merkmal === BESTAND) work(kode, zahlen[nummer(monat)] ?? 0, traeger);
  });
}

/** The stock before a day that begins a month. */
function bestandVor(von: string, blaetter: Blaetter, traegerId: string | undefined, work: Bestand): void {
  if (halbjahrAm(von).von !== von) {
    bestandAm(davor({ von, bis: von }).von.slice(0, 7), blaetter, traegerId, work);
    return;
  }
  jede(blaetter.je.get(von), traegerId, (merkmal, kode, zahlen, traeger) => {
    if (merkmal === DAVOR) work(kode, zahlen[0] ?? 0, traeger);
  });
}

/** Sums of a period by feature and code, of one Träger where it is named; months and Kommunen of the consultations. */
export function zeilenIn(blaetter: Blaetter, z: Zeitraum, traegerId?: string): (readonly [string, string, number])[] {
  const sums = new Map<string, Map<string, number>>();
  const add = (art: string, kode: string, n: number): void => {
    if (n === 0) return;
    const of = sums.get(art) ?? new Map<string, number>();
    sums.set(art, of.set(kode, (of.get(kode) ?? 0) + n));
  };
  for (const [von, monate] of Map.groupBy(monateIn(z), (monat) => halbjahrAm(erster(monat)).von)) {
    const nummern = monate.map(nummer);
    jede(blaetter.je.get(von), traegerId, (merkmal, kode, je) => {
      if (istBestand(merkmal)) return;
      if (merkmal !== "beratungen") {
        add(merkmal, kode, summe(je, nummern));
        return;
      }
      add(merkmal, "", summe(je, nummern));
      add("kommune", kode, summe(je, nummern));
      for (const monat of monate) add("monat", monat, je[nummer(monat)] ?? 0);
    });
  }
  bestandVor(z.von, blaetter, traegerId, (kode, n) => add("fall_anfang", kode, n));
  bestandAm(letzter(z.bis, blaetter), blaetter, traegerId, (kode, n) => add("fall_ende", kode, n));
  return [...sums].flatMap(([art, of]) => [...of].map(([kode, n]) => [art, kode, n] as const));
}

/** What of a half-year is protected together: by Träger, and by month as well where `jeMonat`. */
export function atomeIn(blaetter: Blaetter, von: string, jeMonat: boolean): Atom[] {
  const half = halbjahrAm(von);
  const monate = monateIn(half);
  const atome: Atom[] = [];
  const add = (traegerId: string, merkmal: string, kode: string, monat: Monat | null, anzahl: number): void => {
    if (anzahl > 0) atome.push({ traegerId, merkmal, kode, monat, anzahl });
  };
  const beratungen = new Map<string, number[]>();
  jede(blaetter.je.get(von), undefined, (merkmal, kode, je, traegerId) => {
    if (istBestand(merkmal) || FUER_SICH.has(merkmal)) return;
    add(traegerId, merkmal, kode, null, summe(je, ALLE));
    if (jeMonat) monate.forEach((monat, nr) => add(traegerId, merkmal, kode, monat, je[nr] ?? 0));
    if (merkmal !== "beratungen") return;
    const before = beratungen.get(traegerId) ?? [];
    beratungen.set(
      traegerId,
      ALLE.map((nr) => (before[nr] ?? 0) + (je[nr] ?? 0)),
    );
  });
  for (const [traegerId, je] of beratungen)
    monate.forEach((monat, nr) => add(traegerId, BERATUNGEN_JE_MONAT, "", monat, je[nr] ?? 0));
  bestandVor(von, blaetter, undefined, (kode, n, traegerId) => add(traegerId, "fall_anfang", kode, null, n));
  const ende = letzter(half.bis, blaetter);
  bestandAm(ende, blaetter, undefined, (kode, n, traegerId) => add(traegerId, "fall_ende", kode, null, n));
  return atome;
}

/** What was counted of some features in a period, by half-years; of one Träger where it is named. */
export function halbjahreIn(
  { je }: Blaetter,
  z: Zeitraum,
  merkmale: readonly string[],
  traegerId?: string,
): readonly Gezaehlt[] {
  return [...Map.groupBy(monateIn(z), (monat) => halbjahrAm(erster(monat)).von)].flatMap(([halbjahr, monate]) => {
    const sums = new Map<string, Gezaehlt>();
    const nummern = monate.map(nummer);
    jede(je.get(halbjahr), traegerId, (merkmal, kode, zahlen) => {
      const n = merkmale.includes(merkmal) ? summe(zahlen, nummern) : 0;
      const key = `${merkmal} ${kode}`;
      if (n > 0) sums.set(key, { halbjahr, merkmal, kode, anzahl: n + (sums.get(key)?.anzahl ?? 0) });
    });
    return [...sums.values()];
  });
}
