import type { Tabelle, Tabellenentscheidung } from "../erkennen/typen.ts";
import { type Blatt, zellText } from "../leser/zelle.ts";
import { schluessel } from "../woerter/schluessel.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import { beratungstag } from "./datum.ts";
import { Spaltenplan } from "./spaltenplan.ts";
import { readStrichzeile } from "./strichliste.ts";
import { Wortzaehler } from "./wortzaehler.ts";

/** Sheets that sum up the others. */
const OVERVIEW =
  /\b(?:gesamt|uebersicht|auswertung|zusammenfassung|summe|summen|total|totals|statistik|overview|summary|jahres\w*|ergebnis\w*|toplam)\b/u;

/** A month, and a Kommune or `*` where a row does not tell: what two tables have in common when one repeats the other. */
type Stelle = string;
const stelle = (monat: string, ags: string): Stelle => `${monat}/${ags}`;
const ANYWHERE = "*";

/** The months and Kommunen that single rows are about. */
function stellenEinzeln(tabelle: Tabelle, blatt: Blatt, verzeichnis: Verzeichnis): Set<Stelle> {
  const plan = new Spaltenplan(tabelle.spalten);
  const [datum, kommune] = [plan.eine("datum"), plan.eine("kommune")];
  const found = new Set<Stelle>();
  for (const { zellen } of rowsOf(tabelle, blatt)) {
    const tag =
      datum === undefined
        ? undefined
        : beratungstag(zellen[datum.index], { folge: tabelle.datumsfolge, kontext: tabelle.kontext, heute: null });
    if (tag === undefined || "fehler" in tag) continue;
    const word = kommune === undefined ? "" : zellText(zellen[kommune.index]);
    const ags = word === "" ? undefined : verzeichnis.sicher("kommune", word)?.code;
    found.add(stelle(tag.tag.slice(0, 7), ags ?? tabelle.kontext.kommune ?? ANYWHERE));
  }
  return found;
}

/** The months and Kommunen that a tally counts. */
function stellenSummen(tabelle: Tabelle, blatt: Blatt, verzeichnis: Verzeichnis): Set<Stelle> {
  const plan = new Spaltenplan(tabelle.spalten);
  const zaehler = new Wortzaehler(verzeichnis);
  const regel = { folge: tabelle.datumsfolge, kontext: tabelle.kontext, heute: null };
  const found = new Set<Stelle>();
  for (const { zellen } of rowsOf(tabelle, blatt)) {
    for (const { ags, zeitraum } of readStrichzeile(zellen, plan, zaehler, regel).zaehlungen) {
      found.add(stelle(zeitraum.von.slice(0, 7), ags)).add(stelle(zeitraum.bis.slice(0, 7), ags));
    }
  }
  return found;
}

const rowsOf = ({ vonZeile, bisZeile }: Tabelle, blatt: Blatt) =>
  blatt.zeilen.filter(({ nr }) => nr >= vonZeile && nr <= bisZeile);

/** Whether sums and single rows are about the same; sums that do not tell where they are from may be. */
const overlap = (sums: ReadonlySet<Stelle>, singles: ReadonlySet<Stelle>): boolean =>
  sums.size === 0 || [...sums].some((s) => singles.has(s) || singles.has(stelle(s.slice(0, 7), ANYWHERE)));

/**
 * Finds tables that repeat what others of the same file say, so that nothing counts twice: sums of the months and Kommunen
 * that single rows are about, and an overview beside the sums it adds up. A person may decide otherwise.
 */
export function markAuswertungen(
  tabellen: readonly Tabelle[],
  blaetter: readonly Blatt[],
  verzeichnis: Verzeichnis,
  entscheidungen: readonly Tabellenentscheidung[],
): Tabelle[] {
  const decided = new Set(entscheidungen.filter((e) => e.art !== undefined).map((e) => e.tabelle));
  const summen = tabellen.filter(({ art }) => art === "summen");
  const einzeln = tabellen.filter(({ art }) => art === "einzeln");
  const blattOf = (tabelle: Tabelle) => blaetter.find(({ name }) => name === tabelle.blatt);
  const singles = new Set<Stelle>();
  for (const tabelle of summen.length === 0 ? [] : einzeln) {
    const blatt = blattOf(tabelle);
    if (blatt !== undefined) for (const s of stellenEinzeln(tabelle, blatt, verzeichnis)) singles.add(s);
  }
  const isOverview = ({ blatt, titel }: Tabelle) =>
    OVERVIEW.test(schluessel(blatt)) || OVERVIEW.test(schluessel(titel.at(-1) ?? ""));
  const details = summen.filter((tabelle) => !isOverview(tabelle));
  return tabellen.map((tabelle): Tabelle => {
    const blatt = blattOf(tabelle);
    if (tabelle.art !== "summen" || decided.has(tabelle.schluessel) || blatt === undefined) return tabelle;
    const repeats = einzeln.length > 0 && overlap(stellenSummen(tabelle, blatt, verzeichnis), singles);
    if (repeats)
      return auswertung(tabelle, "Die Datei hat dazu einzelne Zeilen; diese Zahlen werden nicht noch einmal gezählt");
    return isOverview(tabelle) && details.length > 0
      ? auswertung(tabelle, "Fasst andere Tabellen der Datei zusammen; wird nicht noch einmal gezählt")
      : tabelle;
  });
}

const auswertung = (tabelle: Tabelle, grund: string): Tabelle => ({ ...tabelle, art: "auswertung", grund });
