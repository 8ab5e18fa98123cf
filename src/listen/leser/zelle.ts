/** A calendar day in a cell (ISO `YYYY-MM-DD`); a time of day beside it is left out. */
export type Tag = { readonly art: "tag"; readonly tag: string };
/** A time or a duration in whole minutes. */
export type Zeit = { readonly art: "zeit"; readonly minuten: number };
/** What Excel shows instead of a value (`#DIV/0!`), or a formula whose result was never stored. */
export type Fehlerwert = { readonly art: "fehler"; readonly wert: string };

/** What stands in a cell; null is empty. Text is trimmed and never "". Plain values keep 200,000 rows small. */
export type Zelle = null | string | number | boolean | Tag | Zeit | Fehlerwert;

/**
 * A row with at least one value. `nr` counts from 1 as the program shows it, `zellen` from column A without gaps. `gestrichen`:
 * columns whose cell is crossed out, wholly or in part; `farben`: fills by column, kept where the file explains colours.
 */
export type Blattzeile = {
  readonly nr: number;
  readonly zellen: readonly Zelle[];
  readonly gestrichen?: readonly number[];
  readonly farben?: ReadonlyMap<number, string>;
};

/** A remark on a cell: row from 1, column from 0. */
export type Kommentar = { readonly zeile: number; readonly spalte: number; readonly text: string };

/** Merged cells: rows from 1, columns from 0, both ends included. */
export type Bereich = {
  readonly vonZeile: number;
  readonly bisZeile: number;
  readonly vonSpalte: number;
  readonly bisSpalte: number;
};

/** A cell of the file: column from 0, row from 1 as the program shows it. */
export type Ort = { readonly spalte: number; readonly nr: number };

/** Where the cells of a row stood before the sheet was given another shape; null for what no cell of the file says. */
export type Herkunft = readonly (Ort | null)[];

/**
 * What became of the cells of a sheet that was given another shape: where those of its new rows stood, by the number of the row, and
 * those that stand in none of them, which were days, names and other labels. Each cell of the file is in one of both, or in a row
 * that stayed as it was.
 */
export type Umgeformt = {
  readonly her: Readonly<Record<number, Herkunft>>;
  readonly beschriftung: readonly Ort[];
};

/**
 * A sheet; a CSV file is one. `ausgeblendet` counts rows that the program hides: they were read like any other. `versteckt`:
 * the whole sheet is hidden. `hinweise` say what of its bytes could only be guessed.
 */
export type Blatt = {
  readonly name: string;
  readonly zeilen: readonly Blattzeile[];
  readonly verbunden: readonly Bereich[];
  readonly ausgeblendet: number;
  readonly versteckt: boolean;
  /** Plain numbers that are days count from 1904. */
  readonly ab1904?: boolean;
  readonly hinweise: readonly string[];
  readonly kommentare?: readonly Kommentar[];
  /** What its columns are called, where no row of it holds the heads. */
  readonly koepfe?: readonly string[];
  /** Its lines are prose behind a day, which stands in front of each (`zeilen`) or above those of the day (`tage`). */
  readonly tagebuch?: "zeilen" | "tage";
  /** What a person has to say before any of its rows counts. */
  readonly frage?: string;
  /** Its rows are not those of the file: where their cells stood there. */
  readonly umgeformt?: Umgeformt;
};

export const OHNE_ERGEBNIS = "Formel ohne gespeichertes Ergebnis";

/** The letters of a column: 0 is A, 26 is AA. */
export function spaltenBuchstaben(index: number): string {
  let rest = index;
  let letters = "";
  do {
    letters = String.fromCodePoint(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** The other way round; -1 for anything that is no column of a sheet (A to XFD). */
export function spaltenIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) {
    const value = (letter.codePointAt(0) ?? 0) - 64;
    if (value < 1 || value > 26) return -1;
    index = index * 26 + value;
  }
  return index > 16_384 ? -1 : index - 1;
}

/** A day as people write it here: 02.01.2023. */
export const tagText = (iso: string): string => `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;

/** What a person sees in the cell, "" for an empty one. */
export function zellText(zelle: Zelle | undefined): string {
  if (zelle === null || zelle === undefined) return "";
  if (typeof zelle === "string") return zelle;
  if (typeof zelle === "number") return String(zelle).replace(".", ",");
  if (typeof zelle === "boolean") return zelle ? "WAHR" : "FALSCH";
  if (zelle.art === "tag") return tagText(zelle.tag);
  if (zelle.art === "fehler") return zelle.wert;
  return `${Math.floor(zelle.minuten / 60)}:${String(zelle.minuten % 60).padStart(2, "0")}`;
}

/** Soft hyphens, zero widths, marks of direction (bidi) and of how an emoji is drawn. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\uFE0E|\uFE0F/gu;
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu;

/** Text as it is compared and stored: composed (NFC), no invisible characters, one kind of space and line break, trimmed. */
export function reinerText(text: string): string {
  const plain = /[^\u0020-\u007E]/.test(text)
    ? text
        .toWellFormed()
        .normalize("NFC")
        .replaceAll(UNSEEN, "")
        .replaceAll(SPACES, " ")
        .replaceAll(/\r\n?|[\u2028\u2029]/gu, "\n")
        // No database takes a zero.
        .replaceAll(/(?![\n\t])\p{Cc}/gu, "")
    : text;
  return plain.trim();
}

/** Keeps one copy of each text that repeats, so that a column of the same twelve words costs twelve strings. */
export function sammler(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > 40) return text;
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    if (known.size < 100_000) known.set(text, text);
    return text;
  };
}
