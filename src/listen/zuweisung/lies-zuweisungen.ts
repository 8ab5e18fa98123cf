import { summenwort } from "../erkennen/kopf.ts";
import { Unlesbar } from "../leser/unlesbar.ts";
import { type Blatt, type Zelle, zellText } from "../leser/zelle.ts";
import type { Kommune } from "../woerter/kommunen.ts";
import { schluessel } from "../woerter/schluessel.ts";
import { type Codes, Verzeichnis } from "../woerter/verzeichnis.ts";
import { type Zuweisungsspalte, kopfIn } from "./kopf.ts";
import type { UnklareZeile, ZugewiesenerHaushalt, Zuweisungsliste } from "./typen.ts";
import { MOST, type Menschenzeile, readZeile } from "./zeile.ts";

export type Zuweisungskontext = {
  readonly kommunen: readonly Kommune[];
  readonly codes: Codes;
  /** ISO. */
  readonly heute: string;
};

const NO_HEAD =
  "In der Datei ist keine Liste zu erkennen: Es fehlt eine Zeile mit Überschriften wie Name, Geburtsdatum, Unterkunft, Zuweisung am.";
/** Below that a head is none any more. */
const HEAD_WITHIN = 60;

type Zeile = Menschenzeile & { readonly nr: number };
type Gelesen = { readonly row: Zeile; readonly nach: boolean };

/** Text of all cells but those of columns that nothing is taken from. */
const wholeText = (zellen: readonly Zelle[], spalten: readonly Zuweisungsspalte[]): string =>
  zellen
    .flatMap((zelle, i) => {
      const text = zellText(zelle);
      const spalte = spalten.find(({ index }) => index === i);
      if (text === "" || spalte?.bedeutung === "nie") return [];
      return [spalte === undefined ? text : `${spalte.kopf}: ${text}`];
    })
    .join("; ");

/** Whether a row is nothing but a sum, or less. */
function isNothing(zellen: readonly Zelle[], spalten: readonly Zuweisungsspalte[]): boolean {
  if (kopfIn(zellen) !== undefined) return true;
  const told = zellen.flatMap((zelle, i) => {
    const bedeutung = spalten.find(({ index }) => index === i)?.bedeutung;
    const numbered = bedeutung === "nummer" && summenwort(zellText(zelle)) === undefined;
    return zellText(zelle) === "" || numbered || bedeutung === "nie" ? [] : [zelle];
  });
  const words = told.filter((one) => typeof one === "string");
  return told.length === 0 || (words.length <= 1 && words.some((one) => summenwort(one) !== undefined));
}

/**
 * Reads a list of people who are assigned to Kommunen, as an office keeps it, into households. Nothing is guessed and nothing lost: see
 * `Zuweisungsliste`. Hidden rows and sheets are read as well.
 * @throws Unlesbar where no sheet has a head
 */
export function deuteZuweisungen(blaetter: readonly Blatt[], kontext: Zuweisungskontext): Zuweisungsliste {
  const verzeichnis = new Verzeichnis(kontext.kommunen, kontext.codes);
  const found: ZugewiesenerHaushalt[] = [];
  const unklar: UnklareZeile[] = [];
  const nie = new Set<string>();
  let ohneDaten = 0;
  let heads = 0;
  for (const blatt of blaetter) {
    const at = blatt.zeilen.slice(0, HEAD_WITHIN).findIndex(({ zellen }) => kopfIn(zellen) !== undefined);
    const spalten = kopfIn(blatt.zeilen[at]?.zellen ?? []) ?? [];
    if (at >= 0) {
      heads += 1;
      ohneDaten += at + 1;
    }
    for (const { kopf, bedeutung } of spalten) if (bedeutung === "nie") nie.add(kopf);
    const rows: Gelesen[] = [];
    let last = -1;
    for (const { nr, zellen } of blatt.zeilen.slice(at + 1)) {
      const regel = { verzeichnis, spalten, heute: kontext.heute, ab1904: blatt.ab1904 === true };
      const row = isNothing(zellen, spalten) ? null : readZeile(zellen, regel);
      if (row === null) ohneDaten += 1;
      else if (row === undefined) unklar.push({ nr, text: wholeText(zellen, spalten) });
      else rows.push({ row: { ...row, nr }, nach: nr === last + 1 });
      if (row != null) last = nr;
    }
    found.push(
      ...haushalteOf(
        rows,
        spalten.some(({ bedeutung }) => bedeutung === "haushalt"),
      ),
    );
  }
  if (heads === 0) throw new Unlesbar("keine_liste", NO_HEAD);
  const zeilen = blaetter.reduce((sum, { zeilen: rows }) => sum + rows.length, 0);
  return { haushalte: found, unklar, ohneDaten, zeilen, nie: [...nie] };
}

const sameName = (a: Menschenzeile, b: Menschenzeile): boolean => {
  const [one, other] = [a, b].map((row) => schluessel(row.menschen[0]?.nachname ?? ""));
  return one !== "" && one === other;
};

/** Whether a row, right below another, belongs to the same household: as the list marks it, else by family name and place. */
function isSame(before: Menschenzeile, row: Menschenzeile, marked: boolean): boolean {
  if (marked) return row.haushalt === null && sameName(before, row);
  return sameName(before, row) && before.unterkunft === row.unterkunft && before.ankunft === row.ankunft;
}

/** Rows as households: the same mark anywhere in the sheet, or right below each other. */
function haushalteOf(rows: readonly Gelesen[], marked: boolean): ZugewiesenerHaushalt[] {
  const groups: Zeile[][] = [];
  const byMark = new Map<string, Zeile[]>();
  for (const { row, nach } of rows) {
    const before = groups.at(-1);
    const last = before?.at(-1);
    const own = row.haushalt === null ? undefined : byMark.get(row.haushalt);
    const group = own ?? (nach && last !== undefined && isSame(last, row, marked) ? before : undefined);
    if (group === undefined) groups.push([row]);
    else group.push(row);
    if (row.haushalt !== null && own === undefined) byMark.set(row.haushalt, group ?? groups.at(-1) ?? []);
  }
  // A mark that so many share is no household.
  return groups.flatMap((group) =>
    group.flatMap((row) => row.menschen).length > MOST ? group.map((row) => joined([row])) : [joined(group)],
  );
}

function joined(rows: readonly Zeile[]): ZugewiesenerHaushalt {
  const first = <T>(of: (row: Menschenzeile) => T | null): T | null =>
    rows.map((row) => of(row)).find((one) => one !== null) ?? null;
  const menschen = rows.flatMap((row) => row.menschen);
  return {
    menschen,
    nrs: rows.map(({ nr }) => nr),
    anzahl: Math.min(MOST, Math.max(1, menschen.length, ...rows.map((row) => row.anzahl))),
    ags: first((row) => row.ags),
    unterkunft: first((row) => row.unterkunft),
    ankunft: first((row) => row.ankunft),
  };
}
