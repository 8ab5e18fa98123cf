/**
 * Disclosure control of one two-way table whose row and column sums are known. A cell that is not told can still be found by
 * subtraction, unless it lies on a cycle of cells that are not told either: along it, one more here is one less there, and every
 * sum stays. Source: Cox, Network models for complementary cell suppression (1995).
 */
export type Feld = {
  readonly wert: number;
  /** −1 for a cell that is itself the sum of its row or column, so that every line adds up to nothing. */
  readonly zeichen: 1 | -1;
  /** `fest` must stay told. */
  art: "offen" | "fest" | "verdeckt";
  /** Whether a reader cannot even tell that there is something. Otherwise a sign that is not told says "at least one". */
  leer: boolean;
  /** Told rather than others of its size: what shares are shares of. */
  readonly teuer?: boolean;
};

export type Tafel = readonly (readonly Feld[])[];

const HIDDEN_COST = 0.01;
const DEAR = 1000;

type Stelle = readonly [zeile: number, spalte: number];
type Weg = { readonly kosten: number; readonly felder: readonly Feld[] };

const costOf = ({ art, wert, teuer }: Feld): number =>
  art === "verdeckt" ? HIDDEN_COST : wert * (teuer === true ? DEAR : 1);

/** Whether a cell can take part in a change of this size: not told, or something that may be left untold. */
function traegt(feld: Feld, change: number): boolean {
  if (feld.art === "fest" || (feld.art === "offen" && feld.wert === 0)) return false;
  const least = feld.art === "verdeckt" && feld.leer ? 0 : 1;
  return feld.wert + change >= least;
}

/**
 * The cheapest way from the row of a cell to its column, on which the cell can change by `delta` and every sum stays. Nodes are
 * rows and columns, cells are edges; to a column a way takes what the cell gets, back to a row it gives.
 */
function cheapest(tafel: Tafel, [row, column]: Stelle, delta: number): Weg | undefined {
  const rows = tafel.length;
  const columns = tafel[0]?.length ?? 0;
  const signed = (tafel[row]?.[column]?.zeichen ?? 1) * delta;
  const best: (Weg | undefined)[] = Array.from({ length: rows + columns });
  best[row] = { kosten: 0, felder: [] };
  const open = new Set([row]);
  while (open.size > 0) {
    let at = -1;
    for (const node of open) if (at < 0 || (best[node]?.kosten ?? 0) < (best[at]?.kosten ?? 0)) at = node;
    open.delete(at);
    const here = best[at];
    if (here === undefined || at === rows + column) return here;
    const down = at < rows;
    for (let other = 0; other < (down ? columns : rows); other += 1) {
      const [r, c] = down ? [at, other] : [other, at - rows];
      const feld = tafel[r]?.[c];
      if (feld === undefined || (r === row && c === column)) continue;
      if (!traegt(feld, feld.zeichen * (down ? -signed : signed))) continue;
      const kosten = here.kosten + costOf(feld);
      const node = down ? rows + other : other;
      const known = best[node];
      if (known !== undefined && known.kosten <= kosten) continue;
      best[node] = { kosten, felder: [...here.felder, feld] };
      open.add(node);
    }
  }
  return undefined;
}

function hide(weg: Weg | undefined): boolean {
  for (const feld of weg?.felder ?? []) feld.art = "verdeckt";
  return weg !== undefined;
}

/** One cell made safe: where it is small, so that it might as well be `ab`; otherwise so that it might be another. */
function secure(tafel: Tafel, at: Stelle, ab: number): boolean {
  const feld = tafel[at[0]]?.[at[1]];
  const wert = feld?.wert ?? 0;
  if (wert < ab - 1 && hide(cheapest(tafel, at, ab - wert))) return true;
  const more = cheapest(tafel, at, 1);
  const less = feld !== undefined && traegt(feld, -1) ? cheapest(tafel, at, -1) : undefined;
  return hide((less?.kosten ?? Infinity) < (more?.kosten ?? Infinity) ? less : more);
}

/** Nothing of a line is told, not even where there is nothing. Where something must be told, it stays. */
function hideLine(felder: readonly Feld[]): void {
  for (const feld of felder) {
    if (feld.art === "fest") continue;
    feld.art = "verdeckt";
    feld.leer = true;
  }
}

/**
 * Hides every cell from 1 to `ab` − 1, and with it what would give it away, the smallest first. Where a cell cannot be made safe,
 * nothing of its row is told; where that is not enough, nothing of the table.
 */
export function schuetze(tafel: Tafel, ab: number): void {
  for (const feld of tafel.flat()) if (feld.art === "offen" && feld.wert > 0 && feld.wert < ab) feld.art = "verdeckt";
  // That there is nothing is no secret: what is hidden there is so for the sake of others.
  const hidden = (): Stelle[] =>
    tafel.flatMap((zeile, r) =>
      zeile.flatMap((f, c): Stelle[] => (f.art === "verdeckt" && f.wert > 0 && f.wert < FREI ? [[r, c]] : [])),
    );
  for (const at of hidden()) {
    if (secure(tafel, at, ab)) continue;
    hideLine(tafel[at[0]] ?? []);
  }
  // A cell that was hidden for another one, or a line that was, has to be safe as well.
  for (const at of hidden()) {
    if (secure(tafel, at, ab)) continue;
    for (const zeile of tafel) hideLine(zeile);
    return;
  }
}

/** A value that nothing limits: a cell with it gives and takes as much as is wanted. */
const FREI = 1e9;
const frei = (): Feld => ({ wert: FREI, zeichen: 1, art: "verdeckt", leer: true });

/** The same for numbers with one known sum. Returns the keys that are not told. */
export function schuetzeReihe(
  werte: ReadonlyMap<string, number>,
  ab: number,
  vorher: (key: string) => boolean,
): Set<string> {
  const felder = [...werte].map(([key, wert]): Feld => {
    const before = vorher(key);
    return { wert, zeichen: 1, art: before ? "verdeckt" : "offen", leer: before };
  });
  schuetze([felder, felder.map(frei)], ab);
  return new Set([...werte.keys()].filter((_, i) => felder[i]?.art === "verdeckt"));
}
