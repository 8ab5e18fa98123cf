import { type Satz, textIn } from "./xls-texte.ts";
import type { Zellformat } from "./xlsx-formate.ts";
import { formatart } from "./zahlenformat.ts";

const ART = { schrift: 0x31, palette: 0x92, stil: 0xe0, format: 0x41e } as const;

/** The colours that a workbook has where it brings none of its own. */
const PALETTE =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 " +
  "FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 " +
  "99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 " +
  "333399 333333";

/** The styles that cells of an old workbook point to, and its fonts. */
export type Formatpalette = {
  readonly formate: readonly Zellformat[];
  readonly gestrichen: (schrift: number) => boolean;
};

function palette(saetze: readonly Satz[]): readonly string[] {
  const own = saetze.find(({ art }) => art === ART.palette)?.daten;
  if (own === undefined) return PALETTE.split(" ");
  return Array.from({ length: own.readUInt16LE(0) }, (_, i) => own.toString("hex", 2 + i * 4, 5 + i * 4).toUpperCase());
}

/** The styles of the workbook's own records. */
export function formateIn(saetze: readonly Satz[]): Formatpalette {
  const codes = new Map<number, string>();
  for (const [at, { art, daten }] of saetze.entries())
    if (art === ART.format) codes.set(daten.readUInt16LE(0), textIn(saetze, at, 2).text);
  const schriften = saetze
    .filter(({ art }) => art === ART.schrift)
    .map(({ daten }) => (daten.readUInt16LE(2) & 8) !== 0);
  // No font has the number four.
  const gestrichen = (schrift: number): boolean => schriften[schrift > 3 ? schrift - 1 : schrift] ?? false;
  const farben = palette(saetze);
  const formate = saetze
    .filter(({ art }) => art === ART.stil)
    .map(({ daten }): Zellformat => {
      const id = daten.readUInt16LE(2);
      const muster = daten.readUInt32LE(14) >>> 26;
      const farbe = muster === 0 ? undefined : farben[(daten.readUInt16LE(18) & 0x7f) - 8];
      return {
        art: formatart(id, codes.get(id)),
        gestrichen: gestrichen(daten.readUInt16LE(0)),
        farbe: farbe === undefined ? null : `FF${farbe}`,
      };
    });
  return { formate, gestrichen };
}
