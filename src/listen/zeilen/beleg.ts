import type { Tabelle } from "../erkennen/typen.ts";
import { spaltenBuchstaben } from "../leser/zelle.ts";
import { BESCHAEDIGT, OHNE_SPALTE, SUMME, type Spaltenende, WARTET_WORT, spaltenenden } from "./zellenden.ts";
import type { Beleg, Beleggrund, Belegspalte, Belegzahlen, Ergebnis, Zeile } from "./typen.ts";
import { type Zaehlung, type Zellende, Zellorte } from "./zellorte.ts";

const keine = (): Zaehlung => ({ angabe: 0, text: 0, verstanden: 0, wartet: 0 });

/** Rows that end alike: told apart by everything that says where their cells stay. */
type Muster = { readonly zeile: Zeile; n: number };

const musterOf = ({ blatt, tabelle, stand, grund, zellen, hinweise }: Zeile): string =>
  [
    blatt,
    tabelle,
    stand,
    stand === "uebernommen" ? "" : grund,
    zellen,
    ...hinweise.map((h) => h.buchstabe + h.grund),
  ].join("\n");

/** Reasons of one file that are told apart; a list with more has the same one with many different values. */
const MAX_GRUENDE = 200;
const WEITERE = "weitere Gründe";

class Zaehler {
  readonly spalten = new Map<string, { blatt: string; index: number; zahl: Zaehlung }>();
  readonly gruende = new Map<string, { ende: Beleggrund["ende"]; blatt: string; grund: string; zellen: number }>();

  add(blatt: string, index: number, ende: keyof Zaehlung, grund: string, n: number): void {
    const key = `${blatt}\n${index}`;
    const spalte = this.spalten.get(key) ?? { blatt, index, zahl: keine() };
    spalte.zahl[ende] += n;
    this.spalten.set(key, spalte);
    if (ende !== "verstanden" && ende !== "wartet") return;
    const full = this.gruende.size >= MAX_GRUENDE;
    const name = [ende, blatt, grund].join("\n");
    const told = full && !this.gruende.has(name) ? WEITERE : grund;
    const entry = this.gruende.get([ende, blatt, told].join("\n")) ?? { ende, blatt, grund: told, zellen: 0 };
    entry.zellen += n;
    this.gruende.set([ende, blatt, told].join("\n"), entry);
  }
}

const ENDEN: Readonly<Record<string, keyof Zaehlung>> = {
  a: "angabe",
  t: "text",
  v: "verstanden",
  w: "wartet",
  z: "wartet",
  s: "verstanden",
};

/** Rows that wait as a whole: what their cells would be counts only when somebody has decided. */
const WAITS = new Set<Zeile["stand"]>(["wiederholt", "wartet", "fehlerhaft"]);

export type Belegfrage = {
  readonly zeilen: readonly Zeile[];
  readonly tabellen: readonly Tabelle[];
  /** Sheets whose rows are not those of the file: their cells are counted where they stood. */
  readonly umgeformt?: Ergebnis["umgeformt"];
  /** The same file was taken over before: its rows are done. */
  readonly schonUebernommen?: boolean;
};

/**
 * The receipt of a file: every cell that is not empty ends in exactly one of four ways, counted per sheet and column. Pure,
 * so that it can be made anew when rows end otherwise than they were read, because an earlier list brought them.
 */
export function belegVon({ zeilen, tabellen, umgeformt = [], schonUebernommen = false }: Belegfrage): Beleg {
  const muster = new Map<string, Muster>();
  const formen = new Map(umgeformt.map(({ blatt, ...form }) => [blatt, new Zellorte(form)]));
  const byKey = new Map(tabellen.map((t) => [t.schluessel, spaltenenden(t)]));
  const zaehler = new Zaehler();
  for (const zeile of zeilen) {
    const form = formen.get(zeile.blatt);
    if (form?.her(zeile.zeile) !== undefined) {
      form.note(zeile.zeile, endenDer(zeile, byKey.get(zeile.tabelle ?? ""), schonUebernommen));
      continue;
    }
    const key = musterOf(zeile);
    const known = muster.get(key);
    if (known === undefined) muster.set(key, { zeile, n: 1 });
    else known.n += 1;
  }
  for (const { zeile, n } of muster.values()) {
    for (const { index, ende, grund } of endenDer(zeile, byKey.get(zeile.tabelle ?? ""), schonUebernommen))
      zaehler.add(zeile.blatt, index, ende, grund, n);
  }
  for (const [blatt, form] of formen)
    for (const { index, ende, grund } of form.enden()) zaehler.add(blatt, index, ende, grund, 1);
  return zusammen(zaehler, tabellen, new Set(formen.keys()));
}

/** How the cells of a row end that are not empty. */
function endenDer(
  zeile: Zeile,
  gruende: readonly (Spaltenende | undefined)[] | undefined,
  schonUebernommen: boolean,
): Zellende[] {
  const done = schonUebernommen && zeile.stand === "wiederholt" && zeile.wiederholt === null;
  return [...zeile.zellen].flatMap((zeichen, index): Zellende[] => {
    // A hint about the row as a whole: some of what it counts is held, and its cells do not tell which.
    const held = zeichen === "a" && zeile.hinweise.some((h) => h.buchstabe === null && h.grund !== "");
    const ende = done ? "verstanden" : held || WAITS.has(zeile.stand) ? "wartet" : ENDEN[zeichen];
    if (zeichen === "-" || ende === undefined) return [];
    const own = zeichen === "z" ? BESCHAEDIGT : zeichen === "s" ? SUMME : (gruende?.[index] ?? OHNE_SPALTE).grund;
    return [{ index, ende, grund: ende === "angabe" || ende === "text" ? "" : grundOf(zeile, index, own) }];
  });
}

/** Why a cell is only understood, or waits: its row says it, or its column, or what is wrong with its value. */
function grundOf(zeile: Zeile, index: number, spalte: string): string {
  if (zeile.stand !== "uebernommen") return zeile.grund;
  const buchstabe = spaltenBuchstaben(index);
  const told = zeile.hinweise.find((h) => h.buchstabe === buchstabe || h.buchstabe === null);
  return told?.grund ?? (spalte === "" ? WARTET_WORT : spalte);
}

/** `ohneKoepfe`: sheets whose tables have other columns than the file. */
function zusammen(zaehler: Zaehler, tabellen: readonly Tabelle[], ohneKoepfe: ReadonlySet<string>): Beleg {
  const koepfe = new Map<string, string>();
  for (const { blatt, spalten } of tabellen) {
    if (ohneKoepfe.has(blatt)) continue;
    for (const { index, kopf } of spalten) {
      const key = `${blatt}\n${index}`;
      if (kopf !== "" && !koepfe.has(key)) koepfe.set(key, kopf);
    }
  }
  const blaetter = [...new Set([...zaehler.spalten.values()].map(({ blatt }) => blatt))];
  const spalten = [...zaehler.spalten.values()]
    .toSorted((a, b) => blaetter.indexOf(a.blatt) - blaetter.indexOf(b.blatt) || a.index - b.index)
    .map(({ blatt, index, zahl }): Belegspalte => {
      const kopf = koepfe.get(`${blatt}\n${index}`) ?? "";
      return { blatt, spalte: spaltenBuchstaben(index), kopf, ...summe([zahl]) };
    });
  const gruende = [...zaehler.gruende.values()].toSorted(
    (a, b) => b.ende.localeCompare(a.ende) || b.zellen - a.zellen || a.grund.localeCompare(b.grund, "de"),
  );
  return { ...summe(spalten), spalten, gruende };
}

function summe(all: readonly Zaehlung[] | readonly Belegzahlen[]): Belegzahlen {
  const total = keine();
  for (const one of all) {
    total.angabe += one.angabe;
    total.text += one.text;
    total.verstanden += one.verstanden;
    total.wartet += one.wartet;
  }
  return { zellen: total.angabe + total.text + total.verstanden + total.wartet, ...total };
}
