import { BEDEUTUNG_NAMEN, type Beleg, type Ergebnis } from "../../../listen/index.ts";

/** One file in the answer of `./kim import --json`; promised to scripts. */
export type DateiJson = {
  readonly datei: string;
  readonly art: Ergebnis["art"];
  readonly zeilen: number;
  readonly beratungen: number;
  readonly uebernommen: number;
  readonly doppelt: number;
  readonly fehlerhaft: readonly {
    readonly blatt: string;
    readonly zeile: number;
    readonly spalte: string;
    readonly wert: string;
    readonly grund: string;
  }[];
  readonly unbekannt: readonly { readonly spalte: string; readonly wert: string; readonly anzahl: number }[];
  readonly themen: Readonly<Record<string, number>>;
  readonly kommunen: Readonly<Record<string, number>>;
  readonly monate: Readonly<Record<string, number>>;
  readonly neuzuweisungen: number;
  /** Of a list of persons or cases: who is recorded, and how many cases. */
  readonly personen: number;
  readonly faelle: number;
  readonly hinweise: readonly string[];
  /** Where every cell of the file stayed. */
  readonly beleg: Beleg;
};

/** The figures of a file as the command line gives them: one entry per faulty row, with its first problem. */
export function alsJson({ datei, art, zahlen, zeilen, woerter, hinweise, beleg }: Ergebnis): DateiJson {
  const { beratungen, uebernommen, doppelt, themen, kommunen, monate, neuzuweisungen, personen, faelle } = zahlen;
  return {
    datei,
    art,
    zeilen: zahlen.zeilen,
    beratungen,
    uebernommen,
    doppelt,
    fehlerhaft: zeilen
      .filter(({ stand }) => stand === "fehlerhaft")
      .flatMap(({ blatt, zeile, probleme }) => {
        const [first] = probleme;
        return first === undefined
          ? []
          : [{ blatt, zeile, spalte: first.spalte, wert: first.wert, grund: first.grund }];
      }),
    unbekannt: woerter
      .filter(({ grund }) => grund === "unbekannt")
      .map(({ spalte, wort, anzahl }) => ({ spalte: BEDEUTUNG_NAMEN[spalte], wert: wort, anzahl })),
    themen,
    kommunen,
    monate,
    neuzuweisungen,
    personen,
    faelle,
    hinweise,
    beleg,
  };
}

/** Whether a person must still decide something before everything of the file is taken: no cell of it may wait. */
export const wartetAufEntscheidung = ({ beleg, zahlen, woerter }: Ergebnis): boolean =>
  beleg.wartet > 0 ||
  zahlen.doppelt + zahlen.wartend + zahlen.fehlerhaft > 0 ||
  woerter.some(({ grund }) => grund === "unbekannt");
