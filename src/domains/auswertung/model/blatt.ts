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

type Zelle = {
  readonly traegerId: string;
  readonly merkmal: string;
  readonly kode: string;
  readonly je: readonly number[];
};

function* zellen(blatt: Blatt | undefined, traegerId?: string): Generator<Zelle> {
  for (const [traeger, merkmale] of Object.entries(blatt ?? {})) {
    if (traegerId !== undefined && traeger !== traegerId) continue;
    for (const [merkmal, kodes] of Object.entries(merkmale))
      for (const [kode, je] of Object.entries(kodes)) yield { traegerId: traeger, merkmal, kode, je };
  }
}

const summe = (je: readonly number[], nummern: readonly number[]): number =>
  nummern.reduce((sum, nr) => sum + (je[nr] ?? 0), 0);
const ALLE = [0, 1, 2, 3, 4, 5];

/** The stock at the end of a month. */
function* bestandAm(monat: Monat, { je }: Blaetter, traegerId?: string): Generator<Omit<Zelle, "je"> & { n: number }> {
  const blatt = je.get(halbjahrAm(erster(monat)).von);
  for (const { je: zahlen, ...z } of zellen(blatt, traegerId))
    if (z.merkmal === BESTAND) yield { ...z, n: zahlen[nummer(monat)] ?? 0 };
}

/** The stock before a day that begins a month. */
function* bestandVor(
  von: string,
  blaetter: Blaetter,
  traegerId?: string,
): Generator<Omit<Zelle, "je"> & { n: number }> {
  if (halbjahrAm(von).von !== von) {
    yield* bestandAm(davor({ von, bis: von }).von.slice(0, 7), blaetter, traegerId);
    return;
  }
  for (const { je, ...z } of zellen(blaetter.je.get(von), traegerId))
    if (z.merkmal === DAVOR) yield { ...z, n: je[0] ?? 0 };
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
    for (const { merkmal, kode, je } of zellen(blaetter.je.get(von), traegerId)) {
      if (istBestand(merkmal)) continue;
      if (merkmal !== "beratungen") {
        add(merkmal, kode, summe(je, nummern));
        continue;
      }
      add(merkmal, "", summe(je, nummern));
      add("kommune", kode, summe(je, nummern));
      for (const monat of monate) add("monat", monat, je[nummer(monat)] ?? 0);
    }
  }
  for (const { kode, n } of bestandVor(z.von, blaetter, traegerId)) add("fall_anfang", kode, n);
  for (const { kode, n } of bestandAm(letzter(z.bis, blaetter), blaetter, traegerId)) add("fall_ende", kode, n);
  return [...sums].flatMap(([art, of]) => [...of].map(([kode, n]) => [art, kode, n] as const));
}

/** What of a half-year is protected together: by Träger, and by month as well where `jeMonat`. */
export function atomeIn(blaetter: Blaetter, von: string, jeMonat: boolean): Atom[] {
  const half = halbjahrAm(von);
  const monate = monateIn(half);
  const atome: Atom[] = [];
  const add = (atom: Atom): void => {
    if (atom.anzahl > 0) atome.push(atom);
  };
  const beratungen = new Map<string, number[]>();
  for (const { je, ...z } of zellen(blaetter.je.get(von))) {
    if (istBestand(z.merkmal) || FUER_SICH.has(z.merkmal)) continue;
    add({ ...z, monat: null, anzahl: summe(je, ALLE) });
    if (jeMonat) monate.forEach((monat, nr) => void add({ ...z, monat, anzahl: je[nr] ?? 0 }));
    if (z.merkmal !== "beratungen") continue;
    const before = beratungen.get(z.traegerId) ?? [];
    beratungen.set(
      z.traegerId,
      ALLE.map((nr) => (before[nr] ?? 0) + (je[nr] ?? 0)),
    );
  }
  for (const [traegerId, je] of beratungen)
    monate.forEach((monat, nr) => {
      add({ traegerId, merkmal: BERATUNGEN_JE_MONAT, kode: "", monat, anzahl: je[nr] ?? 0 });
    });
  for (const { traegerId, kode, n } of bestandVor(von, blaetter))
    add({ traegerId, merkmal: "fall_anfang", kode, monat: null, anzahl: n });
  for (const { traegerId, kode, n } of bestandAm(letzter(half.bis, blaetter), blaetter))
    add({ traegerId, merkmal: "fall_ende", kode, monat: null, anzahl: n });
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
    for (const { merkmal, kode, je: zahlen } of zellen(je.get(halbjahr), traegerId)) {
      const n = merkmale.includes(merkmal) ? summe(zahlen, nummern) : 0;
      const key = `${merkmal} ${kode}`;
      if (n > 0) sums.set(key, { halbjahr, merkmal, kode, anzahl: n + (sums.get(key)?.anzahl ?? 0) });
    }
    return [...sums.values()];
  });
}
