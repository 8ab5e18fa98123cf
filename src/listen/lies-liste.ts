import { setImmediate } from "node:timers/promises";
import { aufgerichtet } from "./erkennen/aufrichten.ts";
import { aufgerollt } from "./erkennen/aufrollen.ts";
import { mitBlattnamen } from "./erkennen/blattname.ts";
import { findTabellen } from "./erkennen/tabelle.ts";
import { mitThemenblatt } from "./erkennen/themenblatt.ts";
import type { Tabelle } from "./erkennen/typen.ts";
import { readDatei } from "./leser/read-datei.ts";
import { farblegende } from "./leser/farben.ts";
import { GRENZEN, Unlesbar } from "./leser/unlesbar.ts";
import { type Blatt, zellText } from "./leser/zelle.ts";
import type { Kommune } from "./woerter/kommunen.ts";
import { legendeIn } from "./woerter/legende.ts";
import { type Codes, Verzeichnis } from "./woerter/verzeichnis.ts";
import { belegVon } from "./zeilen/beleg.ts";
import { alleZellen } from "./zeilen/zellenden.ts";
import { ohneFastGleiche } from "./zeilen/fast-gleich.ts";
import { ohneGemeinsame } from "./zeilen/gemeinsam.ts";
import { freieKuerzel } from "./zeilen/freie-tage.ts";
import { ausserhalb, isAuswahl } from "./zeilen/ausserhalb.ts";
import { markAuswertungen } from "./zeilen/auswertungen.ts";
import { ohneUeberschneidung } from "./zeilen/ueberschneidungen.ts";
import { mehrAlsAndere } from "./zeilen/mehr-spalten.ts";
import { Summierer } from "./zeilen/summieren.ts";
import { type Lauf, genommenVon, leereZeile, ungeklaert, zeilenName } from "./zeilen/lauf.ts";
import { Tabellenleser } from "./zeilen/tabelle-lesen.ts";
import type { BlattOhneListe, Entscheidungen, Ergebnis, Zeile } from "./zeilen/typen.ts";
import { Wortzaehler } from "./zeilen/wortzaehler.ts";
import { hinweiseZu } from "./zeilen/hinweise.ts";
import { zahlenVon } from "./zeilen/zahlen.ts";

/**
 * What a file is read with. `datei` is its name: it may say Kommune and year. `kommunen` are those of the Kreis. `heute`
 * (ISO) makes later days faulty; without it any day is possible. `fruehere`: whether an earlier list may have brought some rows. `fortschritt` hears of rows read and rows in all.
 */
export type Lesekontext = {
  readonly datei: string;
  readonly kommunen: readonly Kommune[];
  readonly codes: Codes;
  readonly entscheidungen?: Entscheidungen;
  readonly heute?: string;
  readonly fruehere?: boolean;
  readonly fortschritt?: (gelesen: number, gesamt: number) => void;
};

/** A workbook with more tables is not what a team kept. */
const MAX_TABLES = 500;

/** Rows between two breaths: whoever waits for the same process is served in between. */
const BREATH = 2000;

const withoutExtension = (datei: string): string => datei.replace(/^.*[/\\]/u, "").replace(/\.\w{1,5}$/u, "");

/**
 * Reads a list of consultations – any layout, .xlsx or text – into checked rows and figures. Pure: no clock, no database,
 * nothing outside the bytes. The same bytes with the same decisions give the same result.
 * @throws Unlesbar with a German sentence when the file cannot be read or holds no list
 */
export async function liesListe(bytes: Uint8Array, kontext: Lesekontext): Promise<Ergebnis> {
  const { datei, kommunen, codes, entscheidungen = {}, fortschritt } = kontext;
  const name = withoutExtension(datei);
  const verzeichnis = new Verzeichnis(kommunen, codes, entscheidungen.woerter);
  const blaetter = (await readDatei(bytes, name)).map((blatt) => aufgerollt(aufgerichtet(blatt), name, verzeichnis));
  const legende = legendeIn(blaetter, verzeichnis);
  verzeichnis.lerne(legende);
  const choices = entscheidungen.tabellen ?? [];
  const found: Tabelle[] = [];
  for (const blatt of blaetter) {
    if (found.length < MAX_TABLES && !isAuswahl(blatt, verzeichnis))
      found.push(...findTabellen(blatt, { datei: name, verzeichnis, tabellen: choices }));
    await setImmediate();
  }
  if (found.length === 0) throw new Unlesbar("keine_liste");
  const named = mitThemenblatt(mitBlattnamen(found, blaetter, verzeichnis, choices), verzeichnis);
  const tabellen = markAuswertungen(named, blaetter, verzeichnis, choices);
  const lauf = beginne(kontext, verzeichnis, tabellen, blaetter);
  const gesamt = blaetter.reduce((sum, blatt) => sum + blatt.zeilen.length, 0);
  const read: Zeile[] = [];
  for (const blatt of blaetter) {
    await readBlatt(blatt, tabellen, lauf, read, (gelesen) => fortschritt?.(gelesen, gesamt));
  }
  fortschritt?.(gesamt, gesamt);
  const summierer = new Summierer();
  const zeilen = nichtsDoppelt(read, tabellen, lauf, summierer);
  const summen = summierer.summen();
  const umgeformt = blaetter.flatMap(({ name: blatt, umgeformt: form }) =>
    form === undefined ? [] : [{ blatt, ...form }],
  );
  return {
    datei,
    art: artDer(tabellen),
    tabellen,
    zeilen,
    summen,
    woerter: lauf.zaehler.woerter(),
    abweichungen: lauf.abweichungen,
    zwischentitel: lauf.zwischentitel,
    ohneListe: blaetterOhneListe(blaetter, tabellen, lauf),
    hinweise: hinweiseZu({ blaetter, tabellen, summen, zeilen, legende }, lauf.hinweise),
    zahlen: zahlenVon(zeilen, summen, kommunen),
    umgeformt,
    beleg: belegVon({ zeilen, tabellen, umgeformt }),
  };
}

/** What all tables share while they are read. */
function beginne(
  { codes, entscheidungen = {}, heute, fruehere = true }: Lesekontext,
  verzeichnis: Verzeichnis,
  tabellen: readonly Tabelle[],
  blaetter: readonly Blatt[],
): Lauf {
  return {
    verzeichnis,
    codes,
    entscheidungen,
    heute: heute ?? null,
    zaehler: new Wortzaehler(verzeichnis),
    gezaehlt: [],
    abweichungen: [],
    zwischentitel: [],
    hinweise: [],
    gesehen: new Map(),
    anderswo: tabellen.filter(({ art }) => art === "einzeln").length > 1 ? new Map() : null,
    mehr: mehrAlsAndere(tabellen),
    zeilenentscheidungen: new Map(
      (entscheidungen.zeilen ?? []).map((z) => [zeilenName(z.blatt, z.zeile), z.entscheidung]),
    ),
    personen: new Map(
      (entscheidungen.zeilen ?? []).flatMap(({ blatt, zeile, person }) =>
        person === undefined ? [] : [[zeilenName(blatt, zeile), person] as const],
      ),
    ),
    farben: farbenIn(blaetter),
    frei: tabellen.some(({ art }) => art === "summen") ? freieKuerzel(blaetter) : new Set(),
    genommen: genommenVon(entscheidungen.genommen ?? []),
    fruehere,
  };
}

/** What the file says its colours mean; looked for only where cells have some. */
function farbenIn(blaetter: readonly Blatt[]): ReadonlyMap<string, string> {
  const coloured = blaetter.some(({ zeilen }) => zeilen.some(({ farben }) => farben !== undefined));
  const texts = (coloured ? blaetter : []).flatMap(({ zeilen }) =>
    zeilen.flatMap(({ zellen }) => zellen.filter((z) => typeof z === "string")),
  );
  return new Map(texts.flatMap((text) => [...farblegende(text)]));
}

/** Holds what other rows of the file say already, wholly or nearly; the sums get what counts. */
function nichtsDoppelt(
  read: readonly Zeile[],
  tabellen: readonly Tabelle[],
  lauf: Lauf,
  summierer: Summierer,
): readonly Zeile[] {
  const changed = ohneUeberschneidung(lauf.gezaehlt, ({ blatt, zeile }, zaehlungen) =>
    summierer.add(zaehlungen, { blatt, zeile }),
  );
  const counted = changed.size === 0 ? read : read.map((zeile) => changed.get(zeile) ?? zeile);
  const isWanted = ({ blatt, zeile }: Zeile) =>
    lauf.zeilenentscheidungen.get(zeilenName(blatt, zeile)) === "uebernehmen";
  return ohneGemeinsame(ohneFastGleiche(counted, lauf.codes, isWanted), tabellen, lauf.codes, isWanted);
}

function artDer(tabellen: readonly Tabelle[]): Ergebnis["art"] {
  const has = (art: Tabelle["art"]) => tabellen.some((t) => t.art === art);
  return (["einzeln", "summen", "faelle", "personen"] as const).find(has) ?? "einzeln";
}

/** Every row of a sheet ends in `zeilen`; tables side by side share their rows. */
async function readBlatt(
  blatt: Blatt,
  tabellen: readonly Tabelle[],
  lauf: Lauf,
  zeilen: Zeile[],
  fortschritt: (gelesen: number) => void,
): Promise<void> {
  const own = tabellen.filter((t) => t.blatt === blatt.name);
  const readers = own.map((tabelle) => ({ tabelle, leser: new Tabellenleser(blatt, tabelle, lauf) }));
  const outside = ausserhalb(blatt, own.length > 0, lauf.verzeichnis, weggelassen(blatt, lauf));
  let read = 0;
  for (const zeile of blatt.zeilen) {
    const here = readers.filter(({ tabelle }) => zeile.nr >= tabelle.vonZeile && zeile.nr <= tabelle.bisZeile);
    if (here.length === 0) {
      const head = own.find((t) => t.kopfzeilen.includes(zeile.nr));
      const [grund, ende] = head === undefined ? outside(zeile) : (["Überschrift", "v"] as const);
      const leer = leereZeile(blatt.name, zeile.nr, head?.schluessel ?? null, grund, alleZellen(zeile.zellen, ende));
      // A sheet in which no list was found is no matter of its rows.
      zeilen.push(ende === "w" && own.length > 0 ? ungeklaert(leer, lauf) : leer);
    }
    for (const { leser } of here) zeilen.push(leser.lies(zeile));
    // Tables side by side make a row of each.
    if (zeilen.length > GRENZEN.zeilen + GRENZEN.spielraum) throw new Unlesbar("zu_viele_zeilen");
    read += 1;
    if (read % BREATH === 0) {
      fortschritt(zeilen.length);
      await setImmediate();
    }
  }
}

const weggelassen = ({ name }: Blatt, { entscheidungen }: Lauf) =>
  entscheidungen.blaetter?.find(({ blatt }) => blatt === name)?.grund ?? undefined;

const SHOWN_ROWS = 4;
const SHOWN_TEXT = 120;

/** Sheets that a person has to look at, because nothing in them was recognised. */
const blaetterOhneListe = (blaetter: readonly Blatt[], tabellen: readonly Tabelle[], lauf: Lauf): BlattOhneListe[] =>
  blaetter.flatMap((blatt) => {
    const own = blatt.zeilen.length === 0 || tabellen.some((t) => t.blatt === blatt.name);
    if (own || isAuswahl(blatt, lauf.verzeichnis)) return [];
    const texts = blatt.zeilen.slice(0, SHOWN_ROWS).map(({ zellen }) => {
      const filled = zellen.filter((zelle) => zelle !== null).map(zellText);
      return filled.join(" · ").slice(0, SHOWN_TEXT);
    });
    return [
      { blatt: blatt.name, zeilen: blatt.zeilen.length, beispiele: texts, grund: weggelassen(blatt, lauf) ?? null },
    ];
  });
