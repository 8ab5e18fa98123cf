import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { doppeljahr, isSchuljahr } from "./schuljahr.ts";
import { tageImMonat } from "./monate.ts";
import { projektbeginn } from "./projektmonat.ts";
import { ortImTitel } from "./titel.ts";
import type { Fundstelle, Kontext, Tabellenentscheidung } from "./typen.ts";
import { type Zeitangabe, zeitangabe, zeitraumVon } from "./zeitraum.ts";

/** The texts around a table, the nearest first: its titles, its sheet's name, the file's name. */
export type Umgebung = {
  readonly titel: readonly string[];
  /** The titles on top of the sheet, above another table; what they may say for this one too. */
  readonly oben?: { readonly texte: readonly string[]; readonly ort: boolean; readonly zeit: boolean };
  readonly blatt: string;
  readonly datei: string;
};

const NICHTS = { texte: [], ort: false, zeit: false };
const OHNE_ZEIT: Zeitangabe = { jahr: null, monat: null, woche: null, monate: null, tage: null };
const WAHL: Fundstelle = { stelle: "wahl", text: "" };

/** “Datum: 04.06.2024”, “Sprechtag Di, 04.06.24”: the one day that all rows are of. */
const TAG =
  /^(?:(?:datum|tag|sprechtag|beratungstag|sprechstunde|termin)(?!\p{L})[^\d]{0,40}|am\s+)(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d|\d\d)$/iu;

function mitTag(angabe: Zeitangabe, text: string): Zeitangabe {
  const [, day, month, year = ""] = TAG.exec(text.trim()) ?? [];
  const [tag, monat, jahr] = [Number(day), Number(month), Number(year.length === 2 ? `20${year}` : year)];
  if (!(monat >= 1 && monat <= 12 && tag >= 1 && tag <= tageImMonat(jahr, monat))) return angabe;
  const one = { jahr, monat, tag };
  return { ...angabe, jahr, monat: null, tage: { von: one, bis: one } };
}

/** Whether a span is a single day. */
export const isEinTag = (zeitraum: Kontext["zeitraum"]): boolean => zeitraum !== null && zeitraum.von === zeitraum.bis;

/** The two years of a span that runs over new year, which both are told. */
function jahreDerSpanne(tage: Zeitangabe["tage"]): readonly [number, number] | null {
  const [von, bis] = [tage?.von.jahr ?? null, tage?.bis.jahr ?? null];
  return von !== null && bis === von + 1 ? [von, bis] : null;
}

/** “2023 und 2024”: which of them a row without a year is of, nobody knows. When the list was printed is none of them. */
const mehrereJahre = (text: string): boolean => new Set(text.replace(NEBENBEI, "").match(JAHR)).size > 1;
const JAHR = /(?<![\d.])20[1-4]\d(?!\d)/gu;
const NEBENBEI = /\(?(?:stand|druck|gedruckt|ausdruck|erstellt|exportiert|geändert|aktualisiert)\b.*$/iu;

/** “Gefördert durch das Land NRW seit 2021”: since when something is, or is paid for, is no year of the rows. */
const FOERDERUNG = /^\s*(?:gefördert|förderung|finanziert|finanzierung|bewilligt|bewilligung|zuwendung)(?!\p{L}).*$/iu;
const SEIT = /(?<!\p{L})seit\s+(?:dem\s+)?(?:\d{1,2}\.\s?(?:\d{1,2}\.)?\s?|\p{L}{3,9}\s+)?(?:20\d\d)(?!\d)/giu;
const ohneNebenzeit = (text: string): string => text.replace(FOERDERUNG, "").replaceAll(SEIT, " ");

/**
 * What these texts say for all rows of the table. The nearest text that names a time or exactly one Kommune counts; the
 * year may come from another one than the month. What a person chose wins.
 */
export function kontextVon(
  { titel, oben = NICHTS, blatt, datei }: Umgebung,
  verzeichnis: Verzeichnis,
  entscheidung: Tabellenentscheidung | undefined,
): Kontext {
  const places = [
    ...[...oben.texte, ...titel].toReversed().map((text): Fundstelle => ({ stelle: "titel", text })),
    { stelle: "blatt", text: blatt } as const,
    { stelle: "datei", text: datei } as const,
  ];
  const texts = places.map(({ text }) => text);
  const isOben = (i: number) => i >= titel.length && i < titel.length + oben.texte.length;
  const named = texts.map((text, i) => (isOben(i) && !oben.ort ? null : ortImTitel(text, verzeichnis)));
  const beginn = texts.map(projektbeginn).find((month) => month !== null) ?? null;
  // When a project began is not when its rows are.
  const times = places.map(({ stelle, text }, i) =>
    (isOben(i) && !oben.zeit) || projektbeginn(text) !== null
      ? OHNE_ZEIT
      : mitTag(zeitangabe(ohneNebenzeit(text)), stelle === "datei" ? "" : text),
  );
  const at = times.findIndex((t) => t.jahr !== null);
  const over = jahreDerSpanne(times[at]?.tage ?? null);
  const jahre = entscheidung?.jahr === undefined ? (doppeljahr(texts[at] ?? "") ?? over) : null;
  const several = jahre !== null || mehrereJahre(texts[at] ?? "");
  const jahr = entscheidung?.jahr ?? (several ? null : (times[at]?.jahr ?? null));
  const schuljahr = jahre !== null && isSchuljahr(texts[at] ?? "");
  const exact = times.findIndex((t) => t.monat !== null || t.woche !== null || t.monate !== null || t.tage !== null);
  const precise = times[exact];
  const angabe = precise ?? { jahr, monat: null, woche: null, monate: null, tage: null };
  return {
    kommune: entscheidung?.kommune ?? named.find((ags) => ags !== null) ?? null,
    jahr,
    jahre,
    schuljahr,
    beginn,
    zeitraum:
      jahre === null
        ? zeitraumVon({ ...angabe, jahr: entscheidung?.jahr ?? angabe.jahr }, jahr)
        : (schuljahr || over !== null) && exact === at
          ? zeitraumVon(angabe, null)
          : null,
    blattname: null,
    woher: {
      kommune: entscheidung?.kommune === undefined ? (places[named.findIndex((ags) => ags !== null)] ?? null) : WAHL,
      zeit: entscheidung?.jahr === undefined ? (places[exact === -1 ? at : exact] ?? null) : WAHL,
    },
  };
}
