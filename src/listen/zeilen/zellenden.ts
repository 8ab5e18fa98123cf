import { type Bedeutung, type Spalte, type Tabelle, personenartOf } from "../erkennen/typen.ts";
import { interpretKopf } from "../erkennen/kopf.ts";
import { GERECHNET, WOCHENTAG } from "../erkennen/nebenspalten.ts";
import { TEIL } from "../erkennen/art.ts";
import { EIN_THEMA } from "../erkennen/kontaktspalten.ts";
import { TEILSPALTE } from "../erkennen/teilspalten.ts";
import { inPersonen, isPersonenangabe } from "./personenenden.ts";
import type { Zelle } from "../leser/zelle.ts";

/**
 * How a cell of a taken row ends: `a` used for a figure or a field, `t` kept as text, `v` understood as something that is
 * not taken over, `w` waiting for a person (`z` because its characters are damaged), `s` the sum of others. `grund` says why for the last two.
 */
export type Spaltenende = { readonly ende: "a" | "t" | "v" | "w"; readonly grund: string };

export const SUMME = "Summe anderer Zellen";
export const BESCHAEDIGT = "Zelle mit beschädigten Zeichen";
export const WARTET_WORT = "Wort ist nicht zugeordnet";

const angabe: Spaltenende = { ende: "a", grund: "" };
const text: Spaltenende = { ende: "t", grund: "" };
const v = (grund: string): Spaltenende => ({ ende: "v", grund });
const w = (grund: string): Spaltenende => ({ ende: "w", grund });

const KEIN_FELD = "Für diese Angabe gibt es kein Feld";
const ZEIT_STEHT = "Die Zeit sagt schon eine andere Spalte";
/** What a tally says the time with, the first of them that it has. */
const ZEITEN = ["woche", "monat", "datum", "jahr"] as const;
const GEZAEHLT = new Set<Spalte["kreuz"]>(["thema", "kommune", "zeit"]);
const OHNE_FELD = new Set<Bedeutung>([
  "personenzahl",
  "dauer",
  "alter",
  "sprache",
  "herkunft",
  "kontaktweg",
  "verstaendigung",
  "ergebnis",
  "beratend",
]);

/** Columns that are left alone whatever the table is. Undefined for those whose cells say something. */
function ohne(spalte: Spalte, summen: boolean): Spaltenende | undefined {
  const { bedeutung, entschieden, kopf, buchstabe, sicherheit, grund } = spalte;
  if (bedeutung === "nummer") return v("laufende Nummer");
  if (bedeutung === "summe") return v("Summe der Zeile");
  if (bedeutung !== "ohne") return undefined;
  if (grund === GERECHNET || grund === WOCHENTAG || grund === TEIL) return v(grund);
  if (grund === TEILSPALTE || grund === EIN_THEMA) return w(grund);
  if (entschieden) return v("wird nach Ihrer Wahl nicht übernommen");
  // A head that names something without a field is understood; in a tally it may as well count a theme.
  if (sicherheit >= 0.6 && !summen) return v(KEIN_FELD);
  if (summen && interpretKopf(spalte.wort)[0]?.bedeutung === "dauer")
    return v("Dafür gibt es in Strichlisten kein Feld");
  return w(kopf === "" ? `Spalte ${buchstabe} hat keine Überschrift` : `Spalte „${kopf}“ ist unbekannt`);
}

function inEinzeln(spalte: Spalte): Spaltenende {
  const { bedeutung, kreuz } = spalte;
  if (bedeutung === "notiz" || bedeutung === "beratend") return text;
  if (bedeutung === "monat" || bedeutung === "woche" || bedeutung === "jahr") return v(ZEIT_STEHT);
  if (bedeutung === "kreuz" && kreuz === "zeit") return w("Ein Zeitraum als Spalte in einer Liste mit Tagen");
  if (isPersonenangabe(bedeutung)) return v(KEIN_FELD);
  return angabe;
}

function inSummen(spalte: Spalte, spalten: readonly Spalte[]): Spaltenende {
  const { bedeutung, kreuz, kopf } = spalte;
  const time = ZEITEN.find((one) => one === bedeutung || (one === "datum" && bedeutung === "bis"));
  if (time !== undefined) {
    const used = ZEITEN.find((one) => spalten.some((s) => s.bedeutung === one));
    return used === time || time === "jahr" ? angabe : v(ZEIT_STEHT);
  }
  if (bedeutung === "kreuz" && !GEZAEHLT.has(kreuz)) {
    return spalten.some((s) => s.bedeutung === "anzahl")
      ? v("Aufteilung der Beratungen, für die es in Strichlisten kein Feld gibt")
      : w(`Spalte „${kopf}“ zählt etwas; wie viele Beratungen es waren, steht nicht da`);
  }
  if (OHNE_FELD.has(bedeutung) || isPersonenangabe(bedeutung)) return v("Dafür gibt es in Strichlisten kein Feld");
  if (bedeutung === "notiz") return w("Bemerkungen einer Strichliste werden nicht gespeichert");
  return bedeutung === "name" || bedeutung === "vorname" || bedeutung === "nachname" || bedeutung === "geburtsdatum"
    ? w("Angaben zu Personen in einer Strichliste")
    : angabe;
}

/** How the cells of each column end where nothing is wrong with them, by the column's index. */
export function spaltenenden({ spalten, art }: Pick<Tabelle, "spalten" | "art">): Spaltenende[] {
  const found: Spaltenende[] = [];
  const once = new Set<Bedeutung>();
  for (const spalte of spalten) {
    const person = personenartOf(art);
    const own =
      person !== undefined
        ? inPersonen(spalte, person)
        : art === "summen"
          ? inSummen(spalte, spalten)
          : inEinzeln(spalte);
    const second = EINE.has(spalte.bedeutung) && once.has(spalte.bedeutung);
    once.add(spalte.bedeutung);
    const ende = ohne(spalte, art === "summen") ?? own;
    found[spalte.index] =
      second && ende.ende === "a" ? w(`Spalte „${spalte.kopf}“ sagt dasselbe wie eine andere`) : ende;
  }
  return found;
}

/** Meanings of which only the first column is read. */
const EINE = new Set<Bedeutung>([
  "datum",
  "kommune",
  "kontaktweg",
  "verstaendigung",
  "dauer",
  "alter",
  "geburtsdatum",
  "name",
  "vorname",
  "nachname",
  "neuzuweisung",
  "geschlecht",
  "seit",
  "fallbeginn",
  "fallende",
  "phase",
  "abschlussgrund",
  "einwilligung",
]);

const interned = new Map<string, string>();
/** One copy of each: 200,000 rows end in a few ways. */
function keep(zellen: string): string {
  const known = interned.get(zellen);
  if (known !== undefined) return known;
  if (interned.size > 50_000) interned.clear();
  interned.set(zellen, zellen);
  return zellen;
}

/** Every cell of a row ends the same way; `von` and `bis` (excluded) are the columns that belong to the table. */
export function alleZellen(zellen: readonly Zelle[], ende: "v" | "w", von = 0, bis = Infinity): string {
  return keep(zellen.map((zelle, i) => (zelle === null || i < von || i >= bis ? "-" : ende)).join(""));
}

export const OHNE_SPALTE = w("Die Zelle steht in keiner Spalte der Tabelle");

/** Cells of these columns end otherwise. */
export const mitZeichen = (zellen: string, spalten: ReadonlySet<number>, zeichen: string): string =>
  keep([...zellen].map((old, i) => (old !== "-" && spalten.has(i) ? zeichen : old)).join(""));

/** How the cells of a taken row end, by the column's own way; those in `wartend` wait. */
export function zeilenZellen(
  zellen: readonly Zelle[],
  enden: readonly (Spaltenende | undefined)[],
  wartend: ReadonlySet<number>,
  { vonSpalte, bisSpalte }: Pick<Tabelle, "vonSpalte" | "bisSpalte">,
): string {
  let found = "";
  for (let i = 0; i < zellen.length; i++) {
    const zelle = zellen[i] ?? null;
    const here = zelle !== null && i >= vonSpalte && i < bisSpalte;
    if (!here) found += "-";
    else if (typeof zelle === "string" && zelle.includes("\uFFFD")) found += "z";
    else found += wartend.has(i) ? "w" : (enden[i] ?? OHNE_SPALTE).ende;
  }
  return keep(found);
}
