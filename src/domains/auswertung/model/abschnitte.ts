import { DEFINITIONEN } from "./definitionen.ts";
import { fallAbschnitte } from "./fall-abschnitte.ts";
import type { Kennzahlen, Zaehlung } from "./kennzahlen.ts";
import { monatName, monateIn } from "./zeitraum.ts";
import { type Zelle, etwas, groesseZuerst } from "./zelle.ts";

/** One row of a table of figures: this period and the one it is compared with. */
export type Zeile = {
  readonly kode: string;
  readonly label: string;
  readonly jetzt: Zelle;
  /** Undefined where nothing is comparable. */
  readonly davor: Zelle | undefined;
};

/** A table of figures with what it counts; the page draws it, the export writes it. */
export type Abschnitt = {
  readonly id: string;
  readonly titel: string;
  readonly definition: string;
  readonly zeilen: readonly Zeile[];
};

/** Words of codes, in the order of their list. */
export type Worte = readonly { readonly code: string; readonly name: string; readonly kurz: string }[];

export type Namen = {
  readonly kommunen: readonly { readonly ags: string; readonly name: string }[];
  readonly handlungsfeld: Worte;
  readonly stufe: Worte;
  readonly kontaktweg: Worte;
  readonly verstaendigung: Worte;
  readonly ergebnis: Worte;
  readonly sprache: Worte;
  readonly abschlussgrund: Worte;
};

const NICHT_GESAGT = "ohne Angabe";

/** Most first; equal ones in the order of their list. Codes that occur in neither period are left out. */
function ranked(jetzt: Zaehlung, davor: Zaehlung | undefined, worte: Worte): Zeile[] {
  const known = new Set(worte.map((w) => w.code));
  const others = [...new Set([...Object.keys(jetzt), ...Object.keys(davor ?? {})])].filter((code) => !known.has(code));
  const all = [...worte, ...others.map((code) => ({ code, kurz: code === "" ? NICHT_GESAGT : code }))];
  return all
    .map(({ code, kurz }) => ({ kode: code, label: kurz, jetzt: jetzt[code] ?? 0, davor: davor && (davor[code] ?? 0) }))
    .filter((z) => etwas(z.jetzt) || etwas(z.davor))
    .toSorted((a, b) => groesseZuerst(a.jetzt, b.jetzt));
}

/** Every Kommune of the Kreis, most first, those without a consultation as well. */
function kommunen(jetzt: Kennzahlen, davor: Kennzahlen | undefined, namen: Namen): Zeile[] {
  return namen.kommunen
    .map(({ ags, name }) => ({
      kode: ags,
      label: name,
      jetzt: jetzt.kommunen[ags] ?? 0,
      davor: davor && (davor.kommunen[ags] ?? 0),
    }))
    .toSorted((a, b) => groesseZuerst(a.jetzt, b.jetzt));
}

/** Month by month, beside the month at the same place of the other period. */
function monate(jetzt: Kennzahlen, davor: Kennzahlen | undefined): Zeile[] {
  const before = davor === undefined ? [] : monateIn(davor.zeitraum);
  return monateIn(jetzt.zeitraum).map((monat, i) => ({
    kode: monat,
    label: monatName(monat),
    jetzt: jetzt.monate[monat] ?? 0,
    davor: davor && (davor.monate[before[i] ?? ""] ?? 0),
  }));
}

const TITEL = {
  verstaendigung: "Wie man sich verstand",
  ergebnis: "Was daraus wurde",
  sprache: "Sprachen",
  kontaktweg: "Wege des Kontakts",
  stufe: "Kontakte nach Stufe",
} as const;

/** The figures of a period as tables, beside those of the period that it compares with, where there is one. */
export function abschnitte(jetzt: Kennzahlen, davor: Kennzahlen | undefined, namen: Namen) {
  const section = (id: keyof typeof DEFINITIONEN, titel: string, zeilen: readonly Zeile[]): Abschnitt => ({
    id,
    titel,
    definition: DEFINITIONEN[id],
    zeilen,
  });
  const merkmal = (m: keyof typeof TITEL) =>
    section(m, TITEL[m], ranked(jetzt.merkmale[m], davor?.merkmale[m], namen[m]));
  return {
    themen: section("themen", "Worum es ging", ranked(jetzt.themen, davor?.themen, namen.handlungsfeld)),
    monate: section("monate", "Beratungen je Monat", monate(jetzt, davor)),
    kommunen: section("kommunen", "Nach Kommune", kommunen(jetzt, davor, namen)),
    faelle: fallAbschnitte(jetzt.faelle, davor?.faelle, namen.abschlussgrund),
    merkmale: {
      verstaendigung: merkmal("verstaendigung"),
      ergebnis: merkmal("ergebnis"),
      sprache: merkmal("sprache"),
      kontaktweg: merkmal("kontaktweg"),
      stufe: merkmal("stufe"),
    },
  };
}
