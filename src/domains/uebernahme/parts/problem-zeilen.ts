import { type Values, first } from "../../../platform/form.ts";
import type {
  Entscheidungen,
  Korrektur,
  Problem,
  Zeile,
  Zeilenentscheidung,
  Zeilenstand,
} from "../../../listen/index.ts";

/**
 * A cell that is wrong, with its row. Rows with several stand there several times; the first carries the decision about the
 * row. The names of the fields say the row's place in the finding, which the version holds.
 */
export type Problemzeile = {
  readonly zeile: Zeile;
  readonly problem: Problem | null;
  /** Field of the value; null where no cell is to be mended. */
  readonly wertFeld: string | null;
  /** Field of what happens to the row; null below its first line, and where nothing can be decided. */
  readonly zeilenFeld: string | null;
};

/** The rows that can be looked at alone. `verlust`: taken, but without a value that could not be read. */
export const FILTER = ["alle", "fehlerhaft", "wartet", "wiederholt", "verlust"] as const;
export type Filter = (typeof FILTER)[number];

/** A row without data stands here only where somebody has to say whether it is one. */
const SHOWN_AS: Readonly<Record<Zeilenstand, Filter>> = {
  fehlerhaft: "fehlerhaft",
  wartet: "wartet",
  wiederholt: "wiederholt",
  uebernommen: "verlust",
  ohne_daten: "wartet",
};

const ORDER: Readonly<Record<Zeilenstand, number>> = {
  fehlerhaft: 0,
  wartet: 1,
  wiederholt: 2,
  uebernommen: 3,
  ohne_daten: 4,
};

/** Rows with the place they have in the finding, what needs a decision first. */
export const rowsOf = (zeilen: readonly Zeile[], filter: Filter) =>
  zeilen
    .map((zeile, i) => ({ zeile, i }))
    .filter(({ zeile }) => filter === "alle" || SHOWN_AS[zeile.stand] === filter)
    .toSorted((a, b) => ORDER[a.zeile.stand] - ORDER[b.zeile.stand] || a.i - b.i);

/** The lines of some rows as a table shows them. */
export const problemzeilen = (rows: readonly { readonly zeile: Zeile; readonly i: number }[]): Problemzeile[] =>
  rows.flatMap(({ zeile, i }) => {
    const all: readonly (Problem | null)[] = [...zeile.probleme, ...zeile.hinweise];
    return (all.length === 0 ? [null] : all).map((problem, j) => ({
      zeile,
      problem,
      wertFeld: problem?.buchstabe == null ? null : `wert-${i}-${j}`,
      zeilenFeld: j === 0 && zeile.stand !== "uebernommen" ? `zeile-${i}` : null,
    }));
  });

/** What the form of some rows is filled with. */
export const problemValues = (lines: readonly Problemzeile[]): Values =>
  Object.fromEntries(
    lines.flatMap(({ problem, wertFeld, zeilenFeld }): [string, string[]][] => [
      ...(wertFeld === null ? [] : [[wertFeld, [problem?.wert ?? ""]] satisfies [string, string[]]]),
      ...(zeilenFeld === null ? [] : [[zeilenFeld, [""]] satisfies [string, string[]]]),
    ]),
  );

const WAYS = ["uebernehmen", "weglassen"] as const;

/** Before the id of the person whom a row is about. */
export const DIESELBE = "person:";

/** What was chosen for a row: taken, left out, or about somebody who may be meant by it. */
function wegOf(sent: string, zeile: Zeile): Pick<Zeilenentscheidung, "entscheidung" | "person"> | undefined {
  const same = zeile.person?.aehnliche.find(({ id }) => sent === `${DIESELBE}${id}`);
  if (same !== undefined) return { entscheidung: "uebernehmen", person: same.id };
  const entscheidung = WAYS.find((way) => way === sent);
  return entscheidung === undefined ? undefined : { entscheidung };
}

/** Rows about somebody with the same name and birth date as a person who is there, as decided to be her. */
export const alleGleichen = (zeilen: readonly Zeile[]): Zeilenentscheidung[] =>
  zeilen.flatMap(({ blatt, zeile, stand, person }) => {
    const gleich = stand === "wartet" ? (person?.aehnliche ?? []).filter((one) => one.gleich) : [];
    const [only, more] = gleich;
    return only === undefined || more !== undefined
      ? []
      : [{ blatt, zeile, entscheidung: "uebernehmen" as const, person: only.id }];
  });

/** What somebody decided about rows: only values that are other than what stands there, only rows with a decision. */
export function problemEntscheidungen(lines: readonly Problemzeile[], sent: Values): Entscheidungen {
  const korrekturen: Korrektur[] = [];
  const zeilen: Zeilenentscheidung[] = [];
  for (const { zeile, problem, wertFeld, zeilenFeld } of lines) {
    const place = { blatt: zeile.blatt, zeile: zeile.zeile };
    if (wertFeld !== null && wertFeld in sent && problem?.buchstabe != null) {
      const wert = first(sent, wertFeld).trim();
      if (wert !== problem.wert.trim()) korrekturen.push({ ...place, spalte: problem.buchstabe, wert });
    }
    const weg = zeilenFeld === null ? undefined : wegOf(first(sent, zeilenFeld), zeile);
    if (weg !== undefined) zeilen.push({ ...place, ...weg });
  }
  return { ...(korrekturen.length === 0 ? {} : { korrekturen }), ...(zeilen.length === 0 ? {} : { zeilen }) };
}
