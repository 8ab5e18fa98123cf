import { known } from "../../../platform/known.ts";
import { tagText } from "../../../platform/span.ts";
import { euroText, wertText } from "./betrag.ts";
import { KENNZAHLEN, ZAHL } from "./kennzahl.ts";
import { type Indikator, type Massnahme, RICHTUNG, RICHTUNGEN } from "./massnahme.ts";

type Feld = {
  readonly label: string;
  /** What is stored, as people read it; `namen` are those of codes. */
  readonly text?: (stored: string, namen: ReadonlyMap<string, string>) => string;
};

const tag = { text: tagText };
const wert = { text: (stored: string) => wertText(Number(stored)) };
/** Several names in one; each stands behind the other. */
const TRENNER = "; ";

/** What of a measure has a history, by the name it is stored under. */
const MASSNAHME = {
  titel: { label: "Name" },
  luecken: { label: "Gegen die Lücken" },
  ziel: { label: "Was sich ändern soll" },
  verantwortlich: { label: "Verantwortlich" },
  organisationen: { label: "Es wirken mit" },
  budget: { label: "Budget", text: (stored) => euroText(Number(stored)) },
  quelle: { label: "Geld von" },
  von: { label: "Beginnt am", ...tag },
  bis: { label: "Endet am", ...tag },
  beschluss: { label: "Beschluss" },
  gruppe: { label: "Projektgruppe" },
} as const satisfies Readonly<Record<string, Feld>>;

/** The same of an indicator; `indikator` is that it came or went. */
const INDIKATOR = {
  indikator: { label: "Indikator" },
  name: { label: "Name" },
  einheit: { label: "Einheit" },
  richtung: { label: "Was besser ist", text: (stored) => RICHTUNGEN[known(RICHTUNG, stored)] },
  zahl: { label: "Woher die Werte kommen", text: (stored) => KENNZAHLEN[known(ZAHL, stored)].name },
  kode: { label: "Wovon die Zahl ist", text: (stored, namen) => namen.get(stored) ?? stored },
  anfang: { label: "Anfang", ...wert },
  anfang_am: { label: "Anfang am", ...tag },
  ziel: { label: "Ziel", ...wert },
  ziel_am: { label: "Ziel erreicht bis", ...tag },
} as const satisfies Readonly<Record<string, Feld>>;

type Gesagt = Readonly<Record<string, string | null>>;

/** A field that says something else than before. */
export type Unterschied = { readonly feld: string; readonly alt: string | null; readonly neu: string | null };

export const unterschiede = (vorher: Gesagt, nachher: Gesagt): Unterschied[] =>
  Object.entries(nachher).flatMap(([feld, neu]) => {
    const alt = vorher[feld] ?? null;
    return alt === neu ? [] : [{ feld, alt, neu }];
  });

/** What is chosen from lists is kept as the words it was read by: a name that changes later was not what one chose. */
type Namen = {
  readonly [Liste in "luecken" | "organisationen" | "beschluesse" | "gruppen"]: readonly {
    readonly value: string;
    readonly name: string;
  }[];
};

const zahl = (n: number | null): string | null => (n === null ? null : String(n));

export function massnahmeGesagt(m: Massnahme, namen: Namen): Record<keyof typeof MASSNAHME, string | null> {
  const names = (list: Namen[keyof Namen], ids: readonly (string | null)[]) =>
    list
      .filter(({ value }) => ids.includes(value))
      .map(({ name }) => name)
      .join(TRENNER) || null;
  return {
    titel: m.titel,
    luecken: names(namen.luecken, m.luecken),
    ziel: m.ziel,
    verantwortlich: m.verantwortlich,
    organisationen: names(namen.organisationen, m.organisationen),
    budget: zahl(m.budget),
    quelle: m.quelle,
    von: m.von,
    bis: m.bis,
    beschluss: names(namen.beschluesse, [m.beschlussId]),
    gruppe: names(namen.gruppen, [m.gruppeId]),
  };
}

export const indikatorGesagt = (i: Indikator): Record<Exclude<keyof typeof INDIKATOR, "indikator">, string | null> => ({
  name: i.name,
  einheit: i.einheit,
  richtung: i.richtung,
  zahl: i.zahl,
  kode: i.kode,
  anfang: zahl(i.anfang),
  anfang_am: i.anfangAm,
  ziel: zahl(i.ziel),
  ziel_am: i.zielAm,
});

/** One change as it is stored; `indikator` is what the indicator was called that it is of, null for the measure. */
export type Aenderung = Unterschied & {
  readonly indikator: string | null;
  readonly am: string;
  readonly wer: string;
};

const NICHTS = "–";

/** As people read it: which field, of which indicator, before and since. */
export function aenderungText(
  { indikator, feld, alt, neu }: Aenderung,
  namen: ReadonlyMap<string, string>,
): { readonly label: string; readonly alt: string; readonly neu: string } {
  const felder: Readonly<Record<string, Feld>> = indikator === null ? MASSNAHME : INDIKATOR;
  const found = felder[feld];
  const said = (stored: string | null) => (stored === null ? NICHTS : (found?.text?.(stored, namen) ?? stored));
  const label = found?.label ?? feld;
  return {
    label: indikator === null || feld === "indikator" ? label : `${label} (Indikator „${indikator}“)`,
    alt: said(alt),
    neu: said(neu),
  };
}

/** What of a record was said on a day, where it says something else now: by field. */
export type Damals = ReadonlyMap<string, string | null>;

const pick = (then: Damals, feld: string, now: string | null): string | null =>
  then.has(feld) ? (then.get(feld) ?? null) : now;
const number = (stored: string | null): number | null => (stored === null ? null : Number(stored));

/** A measure as it was called, meant and funded then; gaps, organisations, Beschluss and group are those of now. */
export const massnahmeDamals = (m: Massnahme, then: Damals): Massnahme => ({
  ...m,
  titel: then.get("titel") ?? m.titel,
  ziel: then.get("ziel") ?? m.ziel,
  verantwortlich: then.get("verantwortlich") ?? m.verantwortlich,
  budget: number(pick(then, "budget", zahl(m.budget))),
  quelle: pick(then, "quelle", m.quelle),
  von: then.get("von") ?? m.von,
  bis: pick(then, "bis", m.bis),
});

export function indikatorDamals(i: Indikator, then: Damals): Indikator {
  const bound = pick(then, "zahl", i.zahl);
  return {
    ...i,
    name: then.get("name") ?? i.name,
    einheit: then.get("einheit") ?? i.einheit,
    richtung: known(RICHTUNG, then.get("richtung") ?? i.richtung),
    zahl: bound === null ? null : known(ZAHL, bound),
    kode: pick(then, "kode", i.kode),
    anfang: number(pick(then, "anfang", zahl(i.anfang))),
    anfangAm: then.get("anfang_am") ?? i.anfangAm,
    ziel: number(then.get("ziel") ?? null) ?? i.ziel,
    zielAm: then.get("ziel_am") ?? i.zielAm,
  };
}
