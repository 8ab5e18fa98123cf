import { DEFINITIONEN } from "../../../auswertung/model/definitionen.ts";
import { type Kennzahlen, unter } from "../../../auswertung/model/kennzahlen.ts";
import { type Zelle, istGenannt } from "../../../auswertung/model/zelle.ts";
import { ZUGEWIESENE, ZUGEWIESENE_FELDER } from "../../../auswertung/model/zugewiesene.ts";
import { zeitraumName } from "../../../auswertung/model/zeitraum.ts";
import type { Grundlage } from "../grundlage.ts";
import { type Block, type Tabelle, absatz } from "../../../papier/model/papier.ts";
import { damals, inBeratungen, strichlistenSatz } from "../saetze.ts";
import { anteil, gross, zelle } from "../sprache.ts";
import { imZeitraum, wannOf } from "../zeitraum.ts";

type Zaehlweise = {
  readonly name: string;
  readonly was: string;
  readonly of: (k: Kennzahlen) => Zelle | null;
  /** Word where there is no figure. */
  readonly ohne?: string;
};

/** Four counts that are never mixed. Source of the distinction: the counting rules of the programme's reports. */
const ZAEHLUNGEN: readonly Zaehlweise[] = [
  { name: "Kontakte", was: "alle dokumentierten Kontakte, auch Anfragen von Fachkräften", of: (k) => k.kontakte },
  { name: "Beratungen", was: "Beratungen von Ratsuchenden, mit oder ohne Namen", of: (k) => k.beratungen },
  {
    name: "davon mit Namen",
    was: "Beratungen von Menschen, die mit Namen dokumentiert sind",
    of: (k) => k.merkmale.stufe["2"] ?? 0,
  },
  {
    name: "Personen",
    was: "verschiedene Menschen in den Beratungen mit Namen",
    of: (k) => k.personen,
    ohne: "nicht ermittelt",
  },
  {
    name: "Fälle",
    was: "Fälle des Case Managements am letzten Tag des Zeitraums",
    of: (k) => k.faelle?.faelle.ende ?? null,
    ohne: "nicht ermittelt",
  },
];

const value = (z: Zaehlweise, k: Kennzahlen): string => {
  const n = z.of(k);
  return n === null ? (z.ohne ?? "–") : zelle(n);
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
    anmerkungen: ["Kontakte, Beratungen, Personen und Fälle stehen nebeneinander und werden nicht addiert."],
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
export function neuzuweisungBloecke(g: Grundlage): Block[] {
  const { kennzahlen, vergleich } = g;
  const { neuzuweisungen: n, neuzuweisungGrundlage: base, beratungen } = kennzahlen;
  const menschen = zugewieseneBloecke(g);
  if (beratungen === 0) return menschen;
  const when = gross(wannOf(g));
  if (n === 0) return [absatz(`${when} ist keine Beratung neu zugewiesener Menschen dokumentiert.`), ...menschen];
  const before = vergleich === null ? "" : damals(imZeitraum(vergleich.zeitraum), vergleich.neuzuweisungen);
  const share = anteil(n, base);
  const of =
    istGenannt(base) && /\d/.test(share)
      ? ` Das sind ${share} der ${zelle(base)} Beratungen, zu denen es eine Angabe geben kann.`
      : "";
  const first = `${when} wurden in ${inBeratungen(n, unter(kennzahlen, "neuzuweisungen"))} Menschen beraten, die der Kommune neu zugewiesen worden waren${before}.`;
  return [absatz(`${first}${of}`), ...menschen];
}

/** People beside consultations: how many were assigned, met, advised. */
function zugewieseneBloecke({ zugewiesene: z }: Grundlage): Block[] {
  if (z === null) return [];
  const tabelle: Tabelle = {
    art: "tabelle",
    titel: "Neu zugewiesene Menschen",
    spalten: [{ titel: "Was" }, { titel: "Menschen", zahl: true }],
    zeilen: ZUGEWIESENE_FELDER.map((feld) => [ZUGEWIESENE[feld], zelle(z[feld])]),
    summe: false,
    anmerkungen: [DEFINITIONEN.zugewiesene],
  };
  return [tabelle];
}
