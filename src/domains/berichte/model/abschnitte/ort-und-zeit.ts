import { monatName, monateIn, vorjahr, zeitraumName } from "../../../auswertung/model/zeitraum.ts";
import { type Zelle, istGenannt, laenge } from "../../../auswertung/model/zelle.ts";
import type { Grundlage } from "../grundlage.ts";
import { type Block, type Diagramm, type Tabelle, absatz } from "../../../papier/model/papier.ts";
import { type Rang, rangfolge, summe } from "../rangfolge.ts";
import { ohneBeratungSatz } from "../saetze.ts";
import { GERUNDET, anteil, zelle } from "../sprache.ts";
import { monatKurz } from "../zeitraum.ts";

function diagramm(rows: readonly Rang[], titel: string, form: Diagramm["form"], what: string): Diagramm {
  return {
    art: "diagramm",
    titel,
    form,
    werte: rows.map((r) => ({
      name: r.kurz,
      wert: laenge(r.wert),
      text: zelle(r.wert),
    })),
    alt: `${form === "balken" ? "Balkendiagramm" : "Säulendiagramm"}, Beratungen je ${what}: ${rows.map((r) => `${r.name} ${zelle(r.wert)}`).join("; ")}.`,
  };
}

type Vorher = { readonly titel: string; readonly of: (code: string) => Zelle; readonly alle: Zelle } | undefined;
type Zeilen = { readonly rows: readonly Rang[]; readonly alle: Zelle };

function tabelle({ rows, alle: all }: Zeilen, titel: string, word: string, vorher: Vorher): Tabelle {
  const before = (n: Zelle | undefined) => (n === undefined ? [] : [zelle(n)]);
  return {
    art: "tabelle",
    titel,
    summe: true,
    anmerkungen: [GERUNDET],
    spalten: [
      { titel: word },
      {
        titel: "Beratungen",
        zahl: true,
      } as const,
      {
        titel: "Anteil an den Beratungen",
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
      ...rows.map((r) => [r.name, zelle(r.wert), anteil(r.wert, all), ...before(vorher?.of(r.code))]),
      ["Zusammen", zelle(all), anteil(all, all), ...before(vorher?.alle)],
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
  const known = summe(kennzahlen.kommunen);
  const rest = istGenannt(known) && istGenannt(kennzahlen.beratungen) ? kennzahlen.beratungen - known : 0;
  const ranks: Rang[] =
    rest > 0 ? [...counted, { code: "", name: "ohne Angabe", kurz: "ohne Angabe", wert: rest }] : counted;
  if (ranks.length === 0) return [];
  const vorher: Vorher =
    vergleich === null
      ? undefined
      : {
          titel: zeitraumName(vergleich.zeitraum),
          of: (code) => vergleich.kommunen[code] ?? 0,
          alle: vergleich.beratungen,
        };
  return [
    diagramm(ranks, "Beratungen nach Kommune", "balken", "Kommune"),
    tabelle({ rows: ranks, alle: kennzahlen.beratungen }, "Beratungen nach Kommune", "Kommune", vorher),
    ...uebrige(g, ranks),
  ];
}

/** Consultations by month, every month of the period, also one without any. One month alone has no course. */
export function monateBloecke({ kennzahlen, vergleich }: Grundlage): Block[] {
  const { von, bis } = kennzahlen.zeitraum;
  if (kennzahlen.beratungen === 0 || von.slice(0, 7) === bis.slice(0, 7)) return [];
  const rows = monateIn(kennzahlen.zeitraum).map((code) => ({
    code,
    name: monatName(code),
    kurz: monatKurz(code),
    wert: kennzahlen.monate[code] ?? 0,
  }));
  const sameMonths = vergleich !== null && vergleich.zeitraum.von === vorjahr(kennzahlen.zeitraum).von;
  const vorher: Vorher = sameMonths
    ? {
        titel: "im Vorjahr",
        of: (code) => vergleich.monate[`${Number(code.slice(0, 4)) - 1}${code.slice(4)}`] ?? 0,
        alle: vergleich.beratungen,
      }
    : undefined;
  return [
    diagramm(rows, "Beratungen nach Monat", "saeulen", "Monat"),
    tabelle({ rows, alle: kennzahlen.beratungen }, "Beratungen nach Monat", "Monat", vorher),
  ];
}
