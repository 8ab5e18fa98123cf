import { schluessel } from "../woerter/schluessel.ts";
import { interpretKopf } from "./kopf.ts";
import type { Rohspalte } from "./kreuz.ts";
import type { Bedeutung, Spalte } from "./typen.ts";

/** Why a column beside the figures is none of them. */
export const GERECHNET = "Aus anderen Zahlen gerechnet: Anteil, Veränderung oder laufende Summe";
export const WOCHENTAG = "Wochentag; den Tag sagt das Datum";

const RECHNUNG =
  /(?<![a-z])(?:prozent\w*|anteile?|quote|veraenderung\w*|differenz|diff|zuwachs|kumul\w*|aufgelaufen|laufende summe|seit (?:1 1|jahresbeginn|jahresanfang|januar)|durchschnitt\w*|mittelwert)(?![a-z])/u;
const ZEICHEN = /%|[ΔØ]|\+\s?\/\s?-/u;
const TAGE = /^(?:mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\.?$/iu;

/** Why a column says nothing of its own, whatever numbers stand in it; undefined for every other one. */
export function nebenspalte({ wort, profil }: Rohspalte): string | undefined {
  if (wort.length <= 60 && (ZEICHEN.test(wort) || RECHNUNG.test(schluessel(wort)))) return GERECHNET;
  const { beispiele } = profil;
  return beispiele.length > 1 && beispiele.every((text) => TAGE.test(text)) ? WOCHENTAG : undefined;
}

const VON = new Set("von|vom|ab|beginn|start|anfang|von datum|datum von|woche von|woche vom|zeitraum von".split("|"));
const BIS = new Set("bis|bis zum|ende|bis datum|datum bis|woche bis|zeitraum bis".split("|"));
const ZAEHLT = new Set<Bedeutung>(["anzahl", "kreuz", "summe", "personenzahl"]);
/** So many of the cells must be days. */
const DAYS = 0.8;

/**
 * Two columns of days, “von” and “bis”, are the span that a row of figures counts. Where nothing is counted they are left alone:
 * in a list of consultations they are the times of the day, or of something else.
 */
function mitSpannen(spalten: readonly Spalte[], roh: readonly Rohspalte[]): Spalte[] {
  const isDays = (index: number) => (roh[index]?.profil.tage ?? 0) >= DAYS;
  const named = (words: ReadonlySet<string>) =>
    spalten.find(({ index, wort, entschieden }) => !entschieden && words.has(schluessel(wort)) && isDays(index));
  const [von, bis] = [named(VON), named(BIS)];
  const counted = spalten.some(({ bedeutung }) => ZAEHLT.has(bedeutung));
  const other = spalten.some((s) => s.bedeutung === "datum" && s !== von);
  if (von === undefined || bis === undefined || !counted || other) return [...spalten];
  const sure = { kreuz: null, sicherheit: 0.9 };
  const grund = "Zwei Spalten mit Tagen: von wann bis wann die Zeile zählt";
  return spalten.map((s) =>
    s === von
      ? { ...s, ...sure, bedeutung: "datum", grund }
      : s === bis
        ? { ...s, ...sure, bedeutung: "bis", grund }
        : s,
  );
}

/** So many cells of a text must name a theme. */
const THEMES = 0.3;
/** So many of them where the head says something else. */
const MOST_THEMES = 0.8;

/** “Kurzbeschreibung” is a note beside a theme; where no other column has one, it says the theme. */
function themaStattNotiz(spalten: readonly Spalte[], roh: readonly Rohspalte[]): readonly Spalte[] {
  if (spalten.some(({ bedeutung, kreuz }) => bedeutung === "thema" || kreuz === "thema")) return spalten;
  const themes = (index: number) => roh[index]?.profil.worte.thema ?? 0;
  const found =
    spalten.find(
      ({ index, wort, bedeutung, entschieden }) =>
        bedeutung === "notiz" &&
        !entschieden &&
        interpretKopf(wort).some((d) => d.bedeutung === "thema" && d.staerke === 1) &&
        themes(index) >= THEMES,
    ) ??
    // “Kürzel” over short forms of themes that the list explains.
    spalten.find(
      ({ index, bedeutung, entschieden }) => bedeutung === "beratend" && !entschieden && themes(index) >= MOST_THEMES,
    );
  const grund = "Keine andere Spalte nennt das Thema";
  return spalten.map((s) => (s === found ? { ...s, bedeutung: "thema", sicherheit: 0.7, grund } : s));
}

const SONSTIGES = /^(?:sonstiges?|anderes|weiteres|(?:sonstige|andere|weitere) (?:thema|themen|anliegen))(?: |$)/;

/** Beside themes to cross, “Sonstiges (welches?)” over words names further ones. */
function freieThemen(spalten: readonly Spalte[], roh: readonly Rohspalte[]): readonly Spalte[] {
  if (spalten.filter(({ kreuz }) => kreuz === "thema").length < 2) return spalten;
  const grund = "Überschrift für weitere Themen neben Kreuzen";
  return spalten.map((s) =>
    (s.bedeutung === "notiz" || s.bedeutung === "ohne") &&
    !s.entschieden &&
    SONSTIGES.test(schluessel(s.wort)) &&
    (roh[s.index]?.profil.worte.thema ?? 0) >= SOME_THEMES
      ? { ...s, bedeutung: "thema", sicherheit: 0.7, grund }
      : s,
  );
}
const SOME_THEMES = 0.6;

/** What a head may mean, as strongly as it says so. */
type Kopfvorschlag = { readonly spalte: Rohspalte; readonly bedeutung: Bedeutung; readonly staerke: number };
/** So strongly a head says its meaning itself. */
export const EXAKT = 0.95;
/** So much of what stands below an exact head of themes is known to be one. */
const NAMES_THEMES = 0.3;

/**
 * Where one column is headed as that of the themes and holds them, another one is not made one by its cells alone, nor by a head
 * that means notes as well: “Vermerk: Widerspruch”, “Beschreibung: Zeugnisse mitbringen”.
 */
export function nebenThema(all: readonly Kopfvorschlag[]): (vorschlag: Kopfvorschlag) => boolean {
  // “Zusatzthema” ends in what it is, and only begins like “Zusatzinfo”.
  const themes = new Map(all.flatMap((v) => (v.bedeutung === "thema" ? [[v.spalte.index, v.staerke] as const] : [])));
  const notes = new Set(
    all
      .filter((v) => v.bedeutung === "notiz" && v.staerke > 0 && v.staerke >= (themes.get(v.spalte.index) ?? 0))
      .map((v) => v.spalte.index),
  );
  const has = all.some(
    ({ spalte, bedeutung, staerke }) =>
      bedeutung === "thema" &&
      staerke >= EXAKT &&
      !notes.has(spalte.index) &&
      spalte.profil.worte.thema >= NAMES_THEMES,
  );
  return ({ spalte, bedeutung, staerke }) => has && bedeutung === "thema" && (staerke === 0 || notes.has(spalte.index));
}

const ART = /^\w*beratung(?:en|sgespraech|stermin)?$/;
const NO_THEMES = 0.1;

/** “Kategorie” over “Beratung”, “Team”, “privat” beside a column of themes says what each entry is, and no theme. */
function ohneArtspalte(spalten: readonly Spalte[], roh: readonly Rohspalte[]): readonly Spalte[] {
  const themes = (index: number) => roh[index]?.profil.worte.thema ?? 0;
  const isArt = ({ bedeutung, entschieden, index, beispiele }: Spalte) =>
    bedeutung === "thema" &&
    !entschieden &&
    themes(index) < NO_THEMES &&
    beispiele.some((text) => ART.test(schluessel(text)));
  if (!spalten.some((s) => s.bedeutung === "thema" && themes(s.index) >= NAMES_THEMES)) return spalten;
  const grund = "Sagt, was für ein Eintrag die Zeile ist, und kein Thema";
  return spalten.map((s) => (isArt(s) ? { ...s, bedeutung: "ohne", sicherheit: 0.9, grund } : s));
}

const RAUM =
  /buero|rathaus|buergerhaus|hausbesuch|zu hause|telefon|unterkunft|wohnheim|cafe|familienzentrum|begegnung|treff|online|video|mail|vor ort|buecherei|beratungsstelle|jobcenter|schule|kita|raum|zentrum/;

/** “Ort” over “Büro”, “Hausbesuch”, “Telefon”, and not one Kommune: where they sat, and of which Kommune nobody says. */
function ohneRaeume(spalten: readonly Spalte[], roh: readonly Rohspalte[]): readonly Spalte[] {
  const grund = "Räume oder Wege, keine Kommune";
  const isRaum = ({ bedeutung, entschieden, index, beispiele }: Spalte) =>
    bedeutung === "kommune" &&
    !entschieden &&
    (roh[index]?.profil.worte.kommune ?? 1) === 0 &&
    beispiele.length > 0 &&
    beispiele.every((text) => RAUM.test(schluessel(text)));
  return spalten.map((s) => (isRaum(s) ? { ...s, bedeutung: "ohne", sicherheit: 0.9, grund } : s));
}

/** The columns of a list of consultations, looked at once more together. */
export const nachgelesen = (spalten: readonly Spalte[], roh: readonly Rohspalte[]): Spalte[] =>
  mitSpannen(freieThemen(themaStattNotiz(ohneArtspalte(ohneRaeume(spalten, roh), roh), roh), roh), roh);
