import type { Eintrag } from "./woerterbuch.ts";
import { woerter } from "./woerterbuch.ts";
import { readWortliste, wortsorten } from "./wortliste.ts";

/**
 * Whole words that teams use for a theme, beginnings that say it whatever follows (Wohnungssuche, Wohnungsbesichtigung …; the
 * longest one counts) and ends of compounds (Kinderarzt, Sozialwohnung). `unklar`: words that stand for several themes; they are asked about.
 */
const THEMA = readWortliste("thema", { als: ["wort", "anfang", "ende", "unklar"] });

/** Names of official lists hold several words: “Freizeit, Teilhabe, Sicherheit”. */
const parts = (name: string): string[] => [name, ...name.split(",")];

/** Short words and short forms are near to many others: known only as they are written. */
const isKurz = (wort: string): boolean => wort.length < 6;

/** The words of the themes that this code list has. */
export const themenEintraege = (
  codes: readonly { readonly code: string; readonly name: string; readonly kurz?: string | undefined }[],
): Eintrag[] =>
  codes.map(({ code, name, kurz = name }) => {
    const { wort, anfang, ende, unklar } = wortsorten(THEMA, code);
    return {
      code,
      formen: [...woerter([code, ...parts(name), kurz].join("|")), ...wort.filter((one) => !isKurz(one)), ...unklar],
      gebeugt: wort.filter(isKurz),
      staemme: anfang,
      endungen: ende,
    };
  });
