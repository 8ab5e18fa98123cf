import { PHASE, PHASEN, isBeendet } from "../../faelle/model/phasen.ts";
import type { Abschnitt, Worte, Zeile } from "./abschnitte.ts";
import { DEFINITIONEN } from "./definitionen.ts";
import { ALLE, ANFRAGEN, ANTWORTEN, type Bewegung, DAUER, type Fallzahlen, ZIELE } from "./fallzahlen.ts";
import type { Zaehlung } from "./kennzahlen.ts";
import { type Zelle, etwas, groesseZuerst } from "./zelle.ts";

const wortliste = (worte: Readonly<Record<string, string>>): Worte =>
  Object.entries(worte).map(([code, name]) => ({ code, name, kurz: name }));

/** The phases in which something is open, in their order. */
export const OFFENE_PHASEN: Worte = PHASE.filter((phase) => !isBeendet(phase)).map((code) => ({
  code,
  name: PHASEN[code],
  kurz: PHASEN[code],
}));

/** Why cases ended: the reasons of closing, and the consent that was taken back. */
export const gruendeOf = (abschlussgrund: Worte): Worte => [
  ...abschlussgrund,
  { code: "widerruf", name: PHASEN.widerruf, kurz: PHASEN.widerruf },
  { code: ALLE, name: "alle Gründe", kurz: "alle Gründe" },
];

export const DAUER_WORTE = wortliste(DAUER);
export const ZIEL_WORTE: Worte = ZIELE.map(({ code, name }) => ({ code, name, kurz: name }));
const ANTWORT_WORTE: Worte = ANTWORTEN.map(({ code, name }) => ({ code, name, kurz: name }));
export const ANFRAGE_WORTE = wortliste(ANFRAGEN);

type Vergleichbar = Fallzahlen | null | undefined;

const zeile = (kode: string, label: string, jetzt: Zelle, davor: Zelle | undefined): Zeile => ({
  kode,
  label,
  jetzt,
  davor,
});

function bewegung(name: string, worte: readonly [string, string, string, string], jetzt: Bewegung, davor?: Bewegung) {
  return [
    zeile(`${name}_anfang`, worte[0], jetzt.anfang, davor?.anfang),
    zeile(`${name}_zugang`, worte[1], jetzt.zugang, davor?.zugang),
    zeile(`${name}_abgang`, worte[2], jetzt.abgang, davor?.abgang),
    zeile(`${name}_ende`, worte[3], jetzt.ende, davor?.ende),
  ];
}

/** Codes in the order of their list, whatever is counted; `ranked`: most first. */
function zeilen(worte: Worte, of: (f: Fallzahlen) => Zaehlung, [jetzt, davor]: readonly [Fallzahlen, Vergleichbar]) {
  return worte
    .map(({ code, kurz }) => zeile(code, kurz, of(jetzt)[code] ?? 0, davor ? (of(davor)[code] ?? 0) : undefined))
    .filter((z) => etwas(z.jetzt) || etwas(z.davor));
}

/** The figures of cases as tables, each with what it counts; none where they are not told for this period. */
export function fallAbschnitte(jetzt: Fallzahlen | null, davor: Vergleichbar, abschlussgrund: Worte) {
  if (jetzt === null) return undefined;
  const both = [jetzt, davor] as const;
  const section = (id: keyof typeof DEFINITIONEN, titel: string, all: readonly Zeile[]): Abschnitt => ({
    id,
    titel,
    definition: DEFINITIONEN[id],
    zeilen: all,
  });
  return {
    bestand: section("faelle", "Fälle: Bestand, Zugang, Abgang", [
      ...bewegung(
        "fall",
        ["Fälle am Anfang", "dazu gekommen", "beendet", "Fälle am Ende"],
        jetzt.faelle,
        davor?.faelle,
      ),
      zeile(
        "wieder",
        "wieder aufgenommen, unter den dazu gekommenen",
        jetzt.zugang["wieder"] ?? 0,
        davor ? (davor.zugang["wieder"] ?? 0) : undefined,
      ),
    ]),
    anfragen: section("anfragen", "Anfragen: Bestand, Zugang, Abgang", [
      ...bewegung(
        "anfrage",
        ["Anfragen am Anfang", "eingegangen", "erledigt", "Anfragen am Ende"],
        jetzt.anfragen,
        davor?.anfragen,
      ),
      ...zeilen(ANFRAGE_WORTE, (f) => f.ausAnfragen, both),
    ]),
    phasen: section(
      "phasen",
      "Fälle und Anfragen nach Phase",
      zeilen(OFFENE_PHASEN, (f) => f.phasen, both),
    ),
    gruende: section(
      "abschlussgrund",
      "Warum Fälle endeten",
      zeilen(gruendeOf(abschlussgrund), (f) => f.gruende, both).toSorted((a, b) => groesseZuerst(a.jetzt, b.jetzt)),
    ),
    ziele: section(
      "ziele",
      "Wie weit Ziele erreicht wurden",
      zeilen(ZIEL_WORTE, (f) => f.ziele, both),
    ),
    zufriedenheit: section(
      "zufriedenheit",
      "Wie zufrieden Menschen waren",
      zeilen(ANTWORT_WORTE, (f) => f.zufriedenheit, both),
    ),
    dauer: section(
      "dauer",
      "Wie lange Fälle dauerten",
      zeilen(DAUER_WORTE, (f) => f.dauer, both),
    ),
  };
}

export type FallAbschnitte = NonNullable<ReturnType<typeof fallAbschnitte>>;
