import type { Spalte } from "../erkennen/typen.ts";
import { tagePlus } from "../erkennen/monate.ts";
import { projektmonat, tageDesProjektmonats } from "../erkennen/projektmonat.ts";
import { zahlVon } from "../erkennen/werte.ts";
import { type Tagesspanne, monatsZeitraum, wochenZeitraum, zeitangabe, zeitraumVon } from "../erkennen/zeitraum.ts";
import { doppelwoche, monatsangabe, wocheVon, wochenBis } from "../erkennen/zeitzelle.ts";
import { type Zelle, zellText } from "../leser/zelle.ts";
import { type Tagregel, beratungstag } from "./datum.ts";
import type { Spaltenplan } from "./spaltenplan.ts";
import type { Problem } from "./typen.ts";
import { OHNE_FOLGE, type Zeitfolge } from "./zeitfolge.ts";
import { problem } from "./zugriff.ts";

/** The span that something counts, or why nobody knows it. */
export type Zeit = Tagesspanne | { readonly wartet: Problem } | { readonly fehler: Problem };

export const YEAR_MISSING = "Das Jahr fehlt oder ist unklar. Geben Sie es für die Tabelle an.";
const SPAN_MISSING = "Für welche Zeit die Zahlen gelten, steht nicht in der Liste. Geben Sie es für die Tabelle an.";
const EMPTY_TIME =
  "Die Zelle ist leer. Gilt die Zeit der Zeile darüber, wählen Sie das bei „Tabellen und Spalten“ unter „Leere Zellen“.";
const DAY_AS_WEEK =
  "Hier steht ein Tag statt einer Kalenderwoche; Excel hat vielleicht „1/23“ in ein Datum verwandelt.";

/** The span of days that a row counts, from its week, month or day, or from what stands around the table. */
export function zeitIn(cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel): Zeit {
  const { kontext, jahrDerZeile } = regel;
  const jahrSpalte = plan.eine("jahr");
  const own = jahrSpalte === undefined ? undefined : zahlVon(cells[jahrSpalte.index]);
  const jahr = own ?? (jahrDerZeile === undefined ? kontext.jahr : jahrDerZeile);
  const woche = plan.eine("woche");
  if (woche !== undefined) {
    const of = jahr ?? jahrDesTags(cells, plan, regel);
    return wocheIn(cells[woche.index] ?? null, woche, of, regel.folgen ?? OHNE_FOLGE);
  }
  const monat = plan.eine("monat");
  if (monat !== undefined) {
    const pair = (regel.folgen ?? OHNE_FOLGE).doppelwochen ? doppelwoche(zellText(cells[monat.index])) : undefined;
    return pair === undefined
      ? monatIn(cells[monat.index] ?? null, monat, jahr, kontext.beginn ?? null)
      : wochenIn(pair, monat, cells[monat.index] ?? null, jahr);
  }
  const datum = plan.eine("datum");
  if (datum !== undefined) return tageIn(cells, datum, plan.eine("bis"), regel);
  if (jahrSpalte !== undefined) return jahrIn(cells[jahrSpalte.index] ?? null, jahrSpalte, jahr);
  if (kontext.zeitraum !== null) return kontext.zeitraum;
  return { wartet: { spalte: "Zeitraum", buchstabe: null, wert: "", grund: SPAN_MISSING } };
}

/** One day, or all days from one to another. */
function tageIn(cells: readonly Zelle[], datum: Spalte, ende: Spalte | undefined, regel: Tagregel): Zeit {
  const von = beratungstag(cells[datum.index], regel);
  if (!("tag" in von)) return { fehler: problem(datum, cells[datum.index], von.fehler) };
  if (ende === undefined) return { von: von.tag, bis: von.tag };
  const bis = beratungstag(cells[ende.index], regel);
  if (!("tag" in bis)) return { fehler: problem(ende, cells[ende.index], bis.fehler) };
  return von.tag <= bis.tag
    ? { von: von.tag, bis: bis.tag }
    : { fehler: problem(ende, cells[ende.index], "Der letzte Tag liegt vor dem ersten.") };
}

/** The year that a week belongs to of which another column says a day: that of its Thursday. */
function jahrDesTags(cells: readonly Zelle[], plan: Spaltenplan, regel: Tagregel): number | null {
  const datum = plan.eine("datum");
  const tag = datum === undefined ? undefined : beratungstag(cells[datum.index], regel);
  if (tag === undefined || !("tag" in tag)) return null;
  const weekday = (new Date(`${tag.tag}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Number(tagePlus(tag.tag, 3 - weekday).slice(0, 4));
}

const FIRST_YEAR = 2015;
const isJahr = (jahr: number): boolean => Number.isInteger(jahr) && jahr >= FIRST_YEAR && jahr < 2100;

function jahrIn(zelle: Zelle, spalte: Spalte, jahr: number | null): Zeit {
  if (jahr === null) return { wartet: problem(spalte, zelle, YEAR_MISSING) };
  return isJahr(jahr)
    ? monatsZeitraum(jahr, 1, 12)
    : { fehler: problem(spalte, zelle, `„${zellText(zelle)}“ ist kein Jahr ab ${FIRST_YEAR}.`) };
}

/** A span that the database would take. */
const possible = (zeit: Tagesspanne, spalte: Spalte, zelle: Zelle): Zeit =>
  isJahr(Number(zeit.von.slice(0, 4))) || isJahr(Number(zeit.bis.slice(0, 4)))
    ? zeit
    : { fehler: problem(spalte, zelle, `Das Jahr ${zeit.von.slice(0, 4)} liegt vor ${FIRST_YEAR}. Prüfen Sie es.`) };

function wocheIn(zelle: Zelle, spalte: Spalte, jahr: number | null, folgen: Zeitfolge): Zeit {
  if (zelle !== null && typeof zelle === "object" && zelle.art === "tag") {
    const made = folgen.zerlegt
      ? wochenZeitraum(Number(zelle.tag.slice(0, 4)), Number(zelle.tag.slice(5, 7)))
      : undefined;
    if (made !== undefined) return possible(made, spalte, zelle);
    if (!folgen.montage) return { fehler: problem(spalte, zelle, DAY_AS_WEEK) };
    return possible({ von: zelle.tag, bis: tagePlus(zelle.tag, 6) }, spalte, zelle);
  }
  const text = zellText(zelle);
  if (text === "") return { fehler: problem(spalte, zelle, EMPTY_TIME) };
  const pair = folgen.doppelwochen ? doppelwoche(text) : undefined;
  if (pair !== undefined) return wochenIn(pair, spalte, zelle, jahr);
  const told = wocheVon(text, folgen.kurzesJahr);
  const days = told === undefined ? zeitraumVon({ ...zeitangabe(text), monat: null, monate: null }, jahr) : null;
  if (days !== null && days.bis <= tagePlus(days.von, 6)) return possible(days, spalte, zelle);
  const weeks = told === undefined || /\bkw.*\bkw|\bbis\b|\bund\b|[+&]/iu.test(text) ? wochenBis(text) : undefined;
  if (weeks !== undefined) return wochenIn(weeks, spalte, zelle, jahr);
  if (told === undefined) return { fehler: problem(spalte, zelle, `„${text}“ ist keine Kalenderwoche.`) };
  const of = told.jahr ?? jahr;
  if (of === null) return { wartet: problem(spalte, zelle, YEAR_MISSING) };
  const span = wochenZeitraum(of, told.woche);
  if (span !== undefined) return possible(span, spalte, zelle);
  return { fehler: problem(spalte, zelle, `Eine Kalenderwoche ${told.woche} hat das Jahr ${of} nicht.`) };
}

/** Several weeks of a year that were counted together. */
function wochenIn({ von, bis }: { von: number; bis: number }, spalte: Spalte, zelle: Zelle, jahr: number | null): Zeit {
  if (jahr === null) return { wartet: problem(spalte, zelle, YEAR_MISSING) };
  const [first, last] = [wochenZeitraum(jahr, von), wochenZeitraum(jahr, bis)];
  return first === undefined || last === undefined
    ? { fehler: problem(spalte, zelle, `Eine Kalenderwoche ${bis} hat das Jahr ${jahr} nicht.`) }
    : possible({ von: first.von, bis: last.bis }, spalte, zelle);
}

const WHICH_MONTH = "Die Monate sind vom Beginn von etwas an gezählt. Welcher Monat des Jahres ist das?";

function monatIn(zelle: Zelle, spalte: Spalte, jahr: number | null, beginn: string | null): Zeit {
  if (zelle !== null && typeof zelle === "object" && zelle.art === "tag") {
    const month = monatsZeitraum(Number(zelle.tag.slice(0, 4)), Number(zelle.tag.slice(5, 7)));
    return possible(month, spalte, zelle);
  }
  const text = zellText(zelle);
  const angabe = monatsangabe(spalte.kopf, text);
  if (text === "") return { fehler: problem(spalte, zelle, EMPTY_TIME) };
  const own = projektmonat(spalte.kopf, text);
  if (own !== undefined)
    return beginn === null
      ? { wartet: problem(spalte, zelle, WHICH_MONTH) }
      : possible(tageDesProjektmonats(beginn, own), spalte, zelle);
  if (angabe === undefined) return { fehler: problem(spalte, zelle, `„${text}“ ist kein Monat und kein Zeitraum.`) };
  const found = zeitraumVon(angabe, jahr);
  return found === null ? { wartet: problem(spalte, zelle, YEAR_MISSING) } : possible(found, spalte, zelle);
}
