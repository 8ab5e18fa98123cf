/** The door: reads a list that a team kept into checked rows and figures. README.md says how; nothing in here knows a room. */
export {
  BEDEUTUNGEN,
  BLATTNAMEN,
  BEDEUTUNG_NAMEN,
  type Bedeutung,
  type Datumsfolge,
  type Fundstelle,
  type Kontext,
  KREUZARTEN,
  type Kreuzart,
  type Spalte,
  type Tabelle,
  type Tabellenart,
  personenartOf,
  type Tabellenentscheidung,
} from "./erkennen/typen.ts";
export { type Antwort, LESEPROGRAMM } from "./antwort.ts";
export { liesTabelle, type Tabellenzeile } from "./leser/lies-tabelle.ts";
export { GRENZEN, Unlesbar } from "./leser/unlesbar.ts";
export { type Lesekontext, liesListe } from "./lies-liste.ts";
export type { Staat } from "./woerter/herkunft.ts";
export type { Kommune } from "./woerter/kommunen.ts";
export { type Wortoption, wortOptionen } from "./woerter/optionen.ts";
export {
  type Altersband,
  type Codes,
  WORTARTEN,
  type Wortart,
  type Wortentscheidung,
  merkwort,
} from "./woerter/verzeichnis.ts";
export { liesWortdatei, WORTSPALTEN } from "./woerter/wortdatei.ts";
export { personSchluessel } from "./zeilen/namen.ts";
export { GENOMMEN, spannenVon, zeilenName } from "./zeilen/lauf.ts";
export { type Vorhanden, fastGleich, isFortsetzung, mitFastgleich, tagUndOrt } from "./zeilen/fast-gleich.ts";
export { belegVon } from "./zeilen/beleg.ts";
export { KOMMUNE_FEHLT } from "./zeilen/kommune-der-zeile.ts";
export { BLATTGRUENDE, type Blattgrund } from "./zeilen/typen.ts";
export type {
  Beleg,
  BlattOhneListe,
  Belegspalte,
  Beratungszeile,
  Blattentscheidung,
  Entscheidungen,
  Ergebnis,
  Korrektur,
  Namensperson,
  OffenesWort,
  Problem,
  Summe,
  Wort,
  Zahlen,
  Zeile,
  Zeilenentscheidung,
  Zeilenspanne,
  Zeilenstand,
  Zwischentitel,
} from "./zeilen/typen.ts";
export type { Aehnliche, Fallzeile, Personenzeile } from "./zeilen/personentypen.ts";
export { zahlenVon } from "./zeilen/zahlen.ts";
export { BLATTPROGRAMM, type Blattantwort } from "./zuweisung/blaetter.ts";
export { type Zuweisungskontext, deuteZuweisungen } from "./zuweisung/lies-zuweisungen.ts";
export type { Zugewiesen, ZugewiesenerHaushalt, Zuweisungsliste } from "./zuweisung/typen.ts";
export type { Blatt } from "./leser/zelle.ts";
