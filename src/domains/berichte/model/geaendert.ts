import type { Kennzahlen, Zaehlung } from "../../auswertung/model/kennzahlen.ts";
import { type Zelle, istGenannt } from "../../auswertung/model/zelle.ts";
import type { Grundlage } from "./grundlage.ts";

/** A figure of a released report that is another one now. */
export type Aenderung = { readonly name: string; readonly damals: Zelle; readonly jetzt: Zelle };

const FIGURES: readonly { readonly name: string; readonly of: (k: Kennzahlen) => Zelle | null }[] = [
  { name: "Kontakte", of: (k) => k.kontakte },
  { name: "Beratungen", of: (k) => k.beratungen },
  { name: "Personen", of: (k) => k.personen },
  { name: "Beratungen mit Neuzugewiesenen", of: (k) => k.neuzuweisungen },
  { name: "Nennungen von Themen", of: (k) => k.nennungen },
  { name: "nicht zugeordnete Nennungen", of: (k) => k.nichtZugeordnet },
];

const differs = (a: Zelle | null, b: Zelle | null): boolean => istGenannt(a) && istGenannt(b) && a !== b;

const tables = (damals: Zaehlung, jetzt: Zaehlung, namen: readonly { code: string; name: string }[]): Aenderung[] =>
  namen
    .map(({ code, name }) => ({ name, damals: damals[code] ?? 0, jetzt: jetzt[code] ?? 0 }))
    .filter((a) => differs(a.damals, a.jetzt));

/** What of a released report the figures of today tell differently; what one of them does not tell is not compared. */
export function geaendert({ kennzahlen: damals, namen }: Grundlage, jetzt: Kennzahlen): Aenderung[] {
  const figures = FIGURES.flatMap(({ name, of }): Aenderung[] => {
    const [before, now] = [of(damals), of(jetzt)];
    return before !== null && now !== null && differs(before, now) ? [{ name, damals: before, jetzt: now }] : [];
  });
  return [
    ...figures,
    ...tables(damals.themen, jetzt.themen, namen.themen),
    ...tables(damals.kommunen, jetzt.kommunen, namen.kommunen),
  ];
}
