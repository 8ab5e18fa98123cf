import { zahl } from "../../../../platform/words.ts";
import { monatName, monateIn, vorjahr, zeitraumName } from "../../../auswertung/model/zeitraum.ts";
import type { Grundlage } from "../grundlage.ts";
import { type Block, type Diagramm, type Tabelle, absatz } from "../papier.ts";
import { type Rang, rangfolge, summe } from "../rangfolge.ts";
import { ohneBeratungSatz } from "../saetze.ts";
import { anteil } from "../sprache.ts";
import { monatKurz } from "../zeitraum.ts";

function diagramm(rows: readonly Rang[], titel: string, form: Diagramm["form"], what: string): Diagramm {
  return {
    art: "diagramm",
    titel,
    form,
    werte: rows.map((r) => ({
      name: r.kurz,
      wert: r.wert,
      text: zahl(r.wert),
    })),
    alt: `${form === "balken" ? "Balkendiagramm" : "Säulendiagramm"}, Beratungen je ${what}: ${rows.map((r) => `${r.name} ${zahl(r.wert)}`).join("; ")}.`,
  };
}

type Vorher = { readonly titel: string; readonly of: (code: string) => number } | undefined;

function tabelle(rows: readonly Rang[], titel: string, word: string, vorher: Vorher): Tabelle {
  const all = rows.reduce((sum, r) => sum + r.wert, 0);
  const before = (n: number | undefined) => (n === undefined ? [] : [zahl(n)]);
  return {
    art: "tabelle",
    titel,
    summe: true,
    anmerkungen: [],
    spalten: [
      { titel: word },
      {
        titel: "Beratungen",
        zahl: true,
      } as const,
      {
        titel: "Anteil",
        zahl: true,
      } as const,
      ...(vorher === undefined
        ? []
        : [
            {
              titel: vorher.titel,
              zahl: true,
            } as const,
          ]),
    ],
    zeilen: [
      ...rows.map((r) => [r.name, zahl(r.wert), anteil(r.wert, all), ...before(vorher?.of(r.code))]),
      [
        "Zusammen",
        zahl(all),
        anteil(all, all),
        ...before(vorher && rows.reduce((sum, r) => sum + vorher.of(r.code), 0)),
      ],
    ],
  };
}

function uebrige({ namen }: Grundlage, ranks: readonly Rang[]): Block[] {
  const others = namen.kommunen.filter((k) => !ranks.some((r) => r.code === k.code)).map((k) => k.name);
  return others.length === 0 ? [] : [absatz(ohneBeratungSatz(others))];
}

/** Consultations by Kommune, most first; the ones without are named below. */
export function kommunenBloecke(g: Grundlage): Block[] {
  const { kennzahlen, vergleich, namen } = g;
  const counted = rangfolge(kennzahlen.kommunen, namen.kommunen);
  const rest = kennzahlen.beratungen - summe(kennzahlen.kommunen);
  const ranks = rest > 0 ? [...counted, { code: "", name: "ohne Angabe", kurz: "ohne Angabe", wert: rest }] : counted;
  if (ranks.length === 0) return [];
  const vorher: Vorher =
    vergleich === null
      ? undefined
      : { titel: zeitraumName(vergleich.zeitraum), of: (code) => vergleich.kommunen[code] ?? 0 };
  return [
    diagramm(ranks, "Beratungen nach Kommune", "balken", "Kommune"),
    tabelle(ranks, "Beratungen nach Kommune", "Kommune", vorher),
    ...uebrige(g, ranks),
  ];
}

/** Consultations by month, every month of the period, also one without any. */
export function monateBloecke({ kennzahlen, vergleich }: Grundlage): Block[] {
  if (kennzahlen.beratungen === 0) return [];
  const rows = monateIn(kennzahlen.zeitraum).map((code) => ({
    code,
    name: monatName(code),
    kurz: monatKurz(code),
    wert: kennzahlen.monate[code] ?? 0,
  }));
  const sameMonths = vergleich !== null && vergleich.zeitraum.von === vorjahr(kennzahlen.zeitraum).von;
  const vorher: Vorher = sameMonths
    ? { titel: "im Vorjahr", of: (code) => vergleich.monate[`${Number(code.slice(0, 4)) - 1}${code.slice(4)}`] ?? 0 }
    : undefined;
  return [
    diagramm(rows, "Beratungen nach Monat", "saeulen", "Monat"),
    tabelle(rows, "Beratungen nach Monat", "Monat", vorher),
  ];
}
