import { zahl } from "../../../../platform/words.ts";
import { type Kennzahlen } from "../../../auswertung/model/kennzahlen.ts";
import { zeitraumName } from "../../../auswertung/model/zeitraum.ts";
import type { Grundlage } from "../grundlage.ts";
import { type Block, type Tabelle, absatz } from "../papier.ts";
import { damals, inBeratungen, strichlistenSatz } from "../saetze.ts";
import { anteil, gross } from "../sprache.ts";
import { imZeitraum } from "../zeitraum.ts";

type Zaehlweise = {
  readonly name: string;
  readonly was: string;
  readonly of: (k: Kennzahlen) => number | null;
  /** Word where there is no figure. */
  readonly ohne?: string;
};

/** Four counts that are never mixed. Source of the distinction: the counting rules of the programme's reports. */
const ZAEHLUNGEN: readonly Zaehlweise[] = [
  { name: "Kontakte", was: "alle dokumentierten Kontakte, auch Anfragen von Fachkräften", of: (k) => k.kontakte },
  { name: "Beratungen", was: "Beratungen von Ratsuchenden, mit oder ohne Namen", of: (k) => k.beratungen },
  {
    name: "Personen",
    was: "verschiedene Menschen, die mit Namen beraten wurden",
    of: (k) => k.personen,
    ohne: "nicht ermittelt",
  },
  { name: "Fälle", was: "Fälle des Case Managements mit Hilfeplan", of: (k) => k.faelle, ohne: "noch nicht geführt" },
];

const value = (z: Zaehlweise, k: Kennzahlen): string => {
  const n = z.of(k);
  return n === null ? (z.ohne ?? "–") : zahl(n);
};

function tabelle({ kennzahlen, vergleich }: Grundlage): Tabelle {
  const before = vergleich === null ? [] : [{ titel: zeitraumName(vergleich.zeitraum), zahl: true } as const];
  return {
    art: "tabelle",
    titel: "Kontakte, Beratungen, Personen und Fälle",
    spalten: [
      { titel: "Zählung" },
      { titel: zeitraumName(kennzahlen.zeitraum), zahl: true },
      ...before,
      { titel: "Was gezählt wird" },
    ],
    zeilen: ZAEHLUNGEN.map((z) => [
      z.name,
      value(z, kennzahlen),
      ...(vergleich === null ? [] : [value(z, vergleich)]),
      z.was,
    ]),
    summe: false,
    anmerkungen: ["Die vier Zählungen stehen nebeneinander und werden nicht addiert."],
  };
}

/** How much of it comes from tallies, which say less. */
function strichlisten({ beratungen, ausSummen }: Kennzahlen): Block[] {
  const said = strichlistenSatz(ausSummen, beratungen, anteil(ausSummen, beratungen));
  return said === "" ? [] : [absatz(said)];
}

/** The four counts, each with its definition. */
export const zaehlungBloecke = (g: Grundlage): Block[] => [tabelle(g), ...strichlisten(g.kennzahlen)];

/** Consultations with people newly assigned to the Kommune. */
export function neuzuweisungBloecke({ kennzahlen, vergleich }: Grundlage): Block[] {
  const { neuzuweisungen: n, beratungen } = kennzahlen;
  if (beratungen === 0) return [];
  const when = gross(imZeitraum(kennzahlen.zeitraum));
  if (n === 0) return [absatz(`${when} ist keine Beratung neu zugewiesener Menschen dokumentiert.`)];
  const before = vergleich === null ? "" : damals(imZeitraum(vergleich.zeitraum), vergleich.neuzuweisungen);
  return [
    absatz(
      `${when} wurden in ${inBeratungen(n)} Menschen beraten, die der Kommune neu zugewiesen worden waren. Das sind ${anteil(n, beratungen)} aller Beratungen${before}.`,
    ),
  ];
}
