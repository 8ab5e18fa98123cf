import { type Blattzeile, spaltenBuchstaben } from "./zelle.ts";

/** Columns from 0, both ends included. */
export type Spaltenbereich = { readonly von: number; readonly bis: number };

/** Columns that the program hides and that hold something: they were read like any other, and a person should know. */
export function ausgeblendeteSpalten(
  blatt: string,
  zeilen: readonly Blattzeile[],
  bereiche: readonly Spaltenbereich[],
): string[] {
  if (bereiche.length === 0) return [];
  const width = zeilen.reduce((most, { zellen }) => Math.max(most, zellen.length), 0);
  const hidden = Array.from({ length: width }, (_, i) => i).filter(
    (i) =>
      bereiche.some(({ von, bis }) => i >= von && i <= bis) &&
      zeilen.some(({ zellen }) => (zellen[i] ?? null) !== null),
  );
  if (hidden.length === 0) return [];
  const which = hidden.map(spaltenBuchstaben).join(", ");
  return [
    hidden.length === 1
      ? `Im Blatt „${blatt}“ ist die Spalte ${which} ausgeblendet; sie wurde mitgelesen.`
      : `Im Blatt „${blatt}“ sind die Spalten ${which} ausgeblendet; sie wurden mitgelesen.`,
  ];
}
