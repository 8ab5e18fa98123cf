import { type Tagesspanne } from "../erkennen/zeitraum.ts";
import { tagText } from "../leser/zelle.ts";
import { type Zaehlung, wasKey } from "./strichliste.ts";
import type { Problem, Zeile } from "./typen.ts";
import { mitZeichen } from "./zellenden.ts";

/**
 * A row of a tally with what its cells count. `gewollt`: a person decided to take it whatever others say; `genommen`: it was
 * taken over before, so that it counts already and others have to go by it.
 */
export type Gezaehlt = {
  readonly zeile: Zeile;
  readonly zaehlungen: readonly Zaehlung[];
  readonly gewollt: boolean;
  readonly genommen: boolean;
  /** What its words say besides time, and whose sheet it stands in: rows of one span that differ in it count different things. */
  readonly marke: string;
};

/** All counts of one span and Kommune. */
type Spanne = {
  readonly zeitraum: Tagesspanne;
  readonly counts: Map<string, number>;
  readonly posten: { readonly gezaehlt: Gezaehlt; readonly zaehlung: Zaehlung }[];
};

const length = ({ von, bis }: Tagesspanne): number => Date.parse(bis) - Date.parse(von);
const contains = (a: Tagesspanne, b: Tagesspanne): boolean => a.von <= b.von && b.bis <= a.bis;
const overlaps = (a: Tagesspanne, b: Tagesspanne): boolean => a.von <= b.bis && b.von <= a.bis;

const isGenommen = ({ posten }: Spanne): boolean => posten.some(({ gezaehlt }) => gezaehlt.genommen);

/** Spans of each Kommune, the shortest first: a sum can only be told from what it adds up. What counts already comes before. */
function spannen(gezaehlt: readonly Gezaehlt[]): Map<string, Spanne[]> {
  const byPlace = new Map<string, Map<string, Spanne>>();
  for (const one of gezaehlt) {
    for (const zaehlung of one.zaehlungen) {
      const { ags, zeitraum, n } = zaehlung;
      const here = byPlace.get(ags) ?? new Map<string, Spanne>();
      byPlace.set(ags, here);
      const key = `${zeitraum.von}/${zeitraum.bis}`;
      const spanne: Spanne = here.get(key) ?? { zeitraum, counts: new Map(), posten: [] };
      here.set(key, spanne);
      spanne.counts.set(wasKey(zaehlung.was), (spanne.counts.get(wasKey(zaehlung.was)) ?? 0) + n);
      spanne.posten.push({ gezaehlt: one, zaehlung });
    }
  }
  return new Map(
    [...byPlace].map(([ags, here]) => [
      ags,
      [...here.values()].toSorted(
        (a, b) => Number(isGenommen(b)) - Number(isGenommen(a)) || length(a.zeitraum) - length(b.zeitraum),
      ),
    ]),
  );
}

/** Whether a span says nothing but the sum of the ones within it. */
function isSumme(spanne: Spanne, teile: readonly Spanne[]): boolean {
  if (!teile.every(({ zeitraum }) => contains(spanne.zeitraum, zeitraum))) return false;
  return [...spanne.counts].every(
    ([key, n]) => n === teile.reduce((sum, { counts }) => sum + (counts.get(key) ?? 0), 0),
  );
}

type Urteil =
  { readonly art: "summe" } | { readonly art: "konflikt"; readonly zeitraum: Tagesspanne; readonly mit: Zeile };

const isTag = ({ von, bis }: Tagesspanne): boolean => von === bis;

/**
 * The same days, Kommune and matter counted once more, in another table or below each other, and nothing says that these are
 * others: a copy, or a correction. On a single day other numbers are further consultations.
 */
function nochmal({ zeitraum, posten, counts }: Spanne, urteile: Map<Zaehlung, Urteil>): void {
  const seen = new Map<string, { readonly gezaehlt: Gezaehlt; readonly n: number }>();
  // What counts already comes first here too: a row above it that was mended since is the one that counts again.
  const ordered = posten.toSorted((a, b) => Number(b.gezaehlt.genommen) - Number(a.gezaehlt.genommen));
  for (const { gezaehlt, zaehlung } of ordered) {
    const { n } = zaehlung;
    if (n === 0 || zaehlung.spalte < 0) continue;
    const key = `${wasKey(zaehlung.was)}\n${gezaehlt.marke}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, { gezaehlt, n });
    if (before === undefined || before.gezaehlt === gezaehlt || gezaehlt.gewollt || gezaehlt.genommen) continue;
    if (isTag(zeitraum) && before.n !== n) continue;
    urteile.set(zaehlung, { art: "konflikt", zeitraum, mit: before.gezaehlt.zeile });
    counts.set(wasKey(zaehlung.was), (counts.get(wasKey(zaehlung.was)) ?? 0) - n);
  }
}

/**
 * Of the rows that count one theme in a span, the one that is the sum of at least two others counts them again, whatever it is
 * called: “Wohnen” above “Wohnungssuche” and “Umzug”. On a single day that is chance.
 */
function summeDerAnderen({ zeitraum, posten, counts }: Spanne, urteile: Map<Zaehlung, Urteil>): void {
  if (isTag(zeitraum)) return;
  const open = posten.filter(
    ({ zaehlung }) => zaehlung.was.art === "thema" && zaehlung.n > 0 && !urteile.has(zaehlung),
  );
  for (const [key, same] of Map.groupBy(open, ({ zaehlung }) => wasKey(zaehlung.was))) {
    const [most, first, second] = same.toSorted((a, b) => b.zaehlung.n - a.zaehlung.n);
    if (most === undefined || first === undefined || second === undefined) continue;
    const total = same.reduce((sum, { zaehlung }) => sum + zaehlung.n, 0);
    const { gezaehlt, zaehlung } = most;
    if (zaehlung.n * 2 !== total || gezaehlt.gewollt || gezaehlt.genommen || first.gezaehlt === gezaehlt) continue;
    urteile.set(zaehlung, { art: "konflikt", zeitraum, mit: first.gezaehlt.zeile });
    counts.set(key, (counts.get(key) ?? 0) - zaehlung.n);
  }
}

/** Accepted spans do not overlap: they are kept in order, and those that a new one touches lie together. */
function beruehrte(accepted: readonly Spanne[], zeitraum: Tagesspanne): Spanne[] {
  let low = 0;
  let high = accepted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accepted[middle]?.zeitraum.bis ?? "") < zeitraum.von) low = middle + 1;
    else high = middle;
  }
  const found: Spanne[] = [];
  for (let i = low; i < accepted.length; i++) {
    const one = accepted[i];
    if (one === undefined || !overlaps(one.zeitraum, zeitraum)) break;
    found.push(one);
  }
  return found;
}

/**
 * Holds back what would count the same days twice: quarters, half-years and other spans that are the sum of shorter ones
 * are understood as that; spans that overlap otherwise – a weekly and a monthly list – wait. Returns the rows that end
 * otherwise than they were read; `behalten` is called with what counts.
 */
export function ohneUeberschneidung(
  gezaehlt: readonly Gezaehlt[],
  behalten: (zeile: Zeile, zaehlungen: readonly Zaehlung[]) => void,
): ReadonlyMap<Zeile, Zeile> {
  const urteile = new Map<Zaehlung, Urteil>();
  for (const all of spannen(gezaehlt).values()) {
    const accepted: Spanne[] = [];
    for (const spanne of all) {
      nochmal(spanne, urteile);
      summeDerAnderen(spanne, urteile);
      const teile = beruehrte(accepted, spanne.zeitraum);
      const [first] = teile;
      if (first === undefined) {
        const at = accepted.findIndex(({ zeitraum }) => zeitraum.von > spanne.zeitraum.von);
        accepted.splice(at === -1 ? accepted.length : at, 0, spanne);
        continue;
      }
      const urteil: Urteil = isSumme(spanne, teile) ? { art: "summe" } : konflikt(first);
      for (const { gezaehlt: one, zaehlung } of spanne.posten)
        if (!one.gewollt && !one.genommen) urteile.set(zaehlung, urteil);
    }
  }
  const changed = new Map<Zeile, Zeile>();
  for (const one of gezaehlt) {
    const kept = one.zaehlungen.filter((z) => !urteile.has(z));
    const ended = endeOf(one, kept, urteile);
    if (ended !== one.zeile) changed.set(one.zeile, ended);
    if (ended.stand === "uebernommen" && !one.genommen) behalten(ended, kept);
  }
  return changed;
}

/** How a row ends of which some or all counts are held. */
function endeOf(
  { zeile, zaehlungen }: Gezaehlt,
  kept: readonly Zaehlung[],
  urteile: ReadonlyMap<Zaehlung, Urteil>,
): Zeile {
  if (kept.length === zaehlungen.length) return zeile;
  const found = zaehlungen.flatMap((z) => urteile.get(z) ?? []);
  const conflict = found.find((urteil) => urteil.art === "konflikt");
  if (conflict !== undefined) {
    const problem = doppelt(conflict);
    return { ...zeile, stand: "wartet", grund: problem.grund, probleme: [problem] };
  }
  if (kept.length > 0) {
    const sums = new Set(zaehlungen.filter((z) => urteile.has(z)).map(({ spalte }) => spalte));
    return { ...zeile, zellen: mitZeichen(zeile.zellen, sums, "s") };
  }
  return {
    ...zeile,
    stand: "ohne_daten",
    grund: "Summe anderer Zeilen",
    zellen: zeile.zellen.replaceAll(/[^-]/gu, "v"),
  };
}

function konflikt({ zeitraum, posten }: Spanne): Urteil {
  const mit = posten[0]?.gezaehlt.zeile;
  return mit === undefined ? { art: "summe" } : { art: "konflikt", zeitraum, mit };
}

function doppelt({ zeitraum, mit: { blatt, zeile } }: Extract<Urteil, { art: "konflikt" }>): Problem {
  const days = `${tagText(zeitraum.von)} bis ${tagText(zeitraum.bis)}`;
  const grund = `Die Tage ${days} zählt schon Zeile ${zeile} im Blatt „${blatt}“. Kommt diese Zeile dazu, übernehmen Sie sie trotzdem.`;
  return { spalte: "Zeitraum und Kommune", buchstabe: null, wert: "", grund, doch: true };
}
