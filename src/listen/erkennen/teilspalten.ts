import type { Zelle } from "../leser/zelle.ts";
import { interpretMehrere } from "../woerter/mehrere.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import type { Spalte } from "./typen.ts";
import { zaehlwert } from "./werte.ts";

/** Why a column of a theme is not counted by itself. */
export const TEILSPALTE = "Zählt einen Teil einer anderen Spalte oder fasst andere zusammen";
const SPALTENSUMME = "Summe der Spalten daneben";

const DAVON = /^(?:davon|darunter|hiervon|dv\.?|inkl\.?)\s/iu;
const GESAMT = /(?:^|\s)(?:gesamt|insgesamt|ges|summe|total|alle|zusammen)(?:\s|$)/u;
const isTeil = ({ wort }: Spalte): boolean => DAVON.test(wort);
const isGesamt = ({ wort }: Spalte, verzeichnis: Verzeichnis): boolean =>
  GESAMT.test(schluessel(wort)) && verzeichnis.erklaert("thema", wort) === undefined;
/** What rows count already by their columns: a number of consultations beside them is their sum. */
const SELBST_GEZAEHLT = new Set<Spalte["kreuz"]>(["kommune", "zeit"]);

/**
 * Columns that count again what others count: “davon Wohnungssuche” beside “Wohnen”, “Wohnen gesamt” beside its parts, and the
 * number of consultations beside that of each Kommune or month. What a person chose stays.
 */
export function ohneTeilspalten(
  spalten: readonly Spalte[],
  proben: readonly (readonly Zelle[])[],
  verzeichnis: Verzeichnis,
): Spalte[] {
  const themen = spalten.filter(({ kreuz, entschieden }) => kreuz === "thema" && !entschieden);
  const gesamt = themen.filter((s) => isGesamt(s, verzeichnis));
  const held = new Set([
    ...nebenThemen(spalten, themen, proben),
    ...(themen.every(isTeil) ? [] : themen.filter(isTeil)),
    ...(gesamt.length === themen.length ? [] : gesamt),
    ...summenvon(themen, proben, verzeichnis),
  ]);
  const counted = spalten.filter(({ kreuz }) => SELBST_GEZAEHLT.has(kreuz)).length > 1;
  const hasSum = spalten.some(({ bedeutung }) => bedeutung === "summe");
  return spalten.map((s): Spalte => {
    if (held.has(s)) return { ...s, bedeutung: "ohne", kreuz: null, sicherheit: 0.3, grund: TEILSPALTE };
    const again = counted && s.bedeutung === "anzahl" && s.rahmen === null && !s.entschieden;
    if (!again) return s;
    return hasSum
      ? { ...s, bedeutung: "ohne", sicherheit: 0.3, grund: TEILSPALTE }
      : { ...s, bedeutung: "summe", sicherheit: 0.9, grund: SPALTENSUMME };
  });
}

/**
 * Where each row has its day and names its themes in words, one more column of numbers above 1 counts no theme: “Familie (Erw.)”.
 */
function nebenThemen(
  spalten: readonly Spalte[],
  themen: readonly Spalte[],
  proben: readonly (readonly Zelle[])[],
): readonly Spalte[] {
  const has = (bedeutung: string) => spalten.some((s) => s.bedeutung === bedeutung);
  if (!has("thema") || !has("datum") || has("anzahl")) return [];
  return themen.filter(({ index }) => proben.some((zellen) => (zaehlwert(zellen[index]) ?? 0) > 1));
}

/** A column that is, in each row, the sum of at least two others of the same theme. */
function summenvon(
  themen: readonly Spalte[],
  proben: readonly (readonly Zelle[])[],
  verzeichnis: Verzeichnis,
): readonly Spalte[] {
  if (themen.length < 3) return [];
  const code = ({ wort }: Spalte) => {
    const [first, ...more] = interpretMehrere((art, w) => verzeichnis.sicher(art, w), "thema", wort);
    return more.length > 0 ? undefined : first?.deutung?.code;
  };
  const same = [...Map.groupBy(themen, code)].flatMap(([of, list]) => (of == null || list.length < 3 ? [] : [list]));
  return same.flatMap((list) =>
    list.filter((total) => {
      const parts = list.filter((one) => one !== total);
      const told = proben.filter((zellen) => (zaehlwert(zellen[total.index]) ?? 0) > 1);
      const sum = (zellen: readonly Zelle[]) => parts.reduce((n, { index }) => n + (zaehlwert(zellen[index]) ?? 0), 0);
      return told.length > 0 && told.every((zellen) => zaehlwert(zellen[total.index]) === sum(zellen));
    }),
  );
}

const GERECHNET =
  /(?<![a-z])(?:kumul\w*|kumm?uliert\w*|aufgelaufen\w*|(?:fort)?laufend (?:auf)?(?:addiert|summiert)|(?:auf)?summiert\w*|aufaddiert\w*|laufende (?:summe|zahl)|seit jahresbeginn|prognose\w*|hochrechnung\w*|hochgerechnet\w*|planung|planzahlen|plan|zielzahlen|sollzahlen|schaetzung\w*|geschaetzt\w*)(?![a-z])/u;

/** Why figures below such a title are none that could be added up; undefined for any other. */
export const gerechnet = (texts: readonly string[]): string | undefined =>
  texts.some((text) => text.length <= 200 && GERECHNET.test(schluessel(text)))
    ? "Die Überschrift sagt, dass die Zahlen aufgelaufen, geplant oder geschätzt sind"
    : undefined;
