import { z } from "zod";
import {
  type Entscheidungen,
  type Ergebnis,
  type Korrektur,
  type Zahlen,
  type Zeile,
  type Zeilenentscheidung,
  type Wortentscheidung,
  belegVon,
  merkwort,
  type Tabellenentscheidung,
} from "../../../listen/index.ts";
import type { SchonUebernommen } from "./schon-uebernommen.ts";

/** Where an uploaded list stands. `liest`, `uebernimmt` and `nimmt_zurueck`: the worker is at it. */
export const STAENDE = [
  "liest",
  "gelesen",
  "unlesbar",
  "uebernimmt",
  "uebernommen",
  "nimmt_zurueck",
  "zurueckgenommen",
] as const;
export type Stand = (typeof STAENDE)[number];

/** The known state of a stored one. @throws TypeError for one that this program does not know */
export function standOf(text: string): Stand {
  const stand = STAENDE.find((known) => known === text);
  if (stand === undefined) throw new TypeError(`Unknown state: ${text}`);
  return stand;
}

/** Days until the content of a list goes that nobody took over, and what was found in one that was (db/tables). */
export const TAGE_BIS_VERGESSEN = 30;

/** Rows of a finding that are kept; a list with more problems than these has a wrong column, not wrong rows. */
export const MAX_ZEILEN = 20_000;
const EXAMPLES = 20;

/**
 * What reading a list found, for the screen: an `Ergebnis` whose rows are those that somebody should see – repeated,
 * waiting, faulty, or taken with a loss (`hinweise`). Of more than `MAX_ZEILEN` such rows the rest is only counted
 * (`weitereZeilen`). `beispiele` are the first rows that are simply taken. `ohneDaten` counts rows by why they hold none.
 * `unlesbar` is the sentence why the file cannot be read; then everything else is empty. `meldung` is what went wrong or
 * changed since. `mitPerson` counts the taken rows that name somebody.
 */
export type Befund = Ergebnis & {
  readonly unlesbar: string | null;
  readonly schonUebernommen: SchonUebernommen | null;
  readonly meldung: string | null;
  readonly weitereZeilen: number;
  readonly beispiele: readonly Zeile[];
  readonly ohneDaten: Readonly<Record<string, number>>;
  readonly mitPerson: number;
};

/** The finding of what reading gave. Pure. */
export function befundVon(
  ergebnis: Ergebnis,
  more: Partial<Pick<Befund, "schonUebernommen" | "meldung">> = {},
): Befund {
  const shown = ergebnis.zeilen.filter(isNotable);
  const ohneDaten: Record<string, number> = {};
  for (const { stand, grund } of ergebnis.zeilen) {
    if (stand === "ohne_daten") ohneDaten[grund] = (ohneDaten[grund] ?? 0) + 1;
  }
  return {
    ...ergebnis,
    unlesbar: null,
    schonUebernommen: more.schonUebernommen ?? null,
    meldung: more.meldung ?? null,
    zeilen: shown.slice(0, MAX_ZEILEN),
    weitereZeilen: Math.max(0, shown.length - MAX_ZEILEN),
    beispiele: ergebnis.zeilen.filter(({ stand }) => stand === "uebernommen").slice(0, EXAMPLES),
    ohneDaten,
    mitPerson: ergebnis.zeilen.filter(({ stand, beratung }) => stand === "uebernommen" && beratung?.stufe === "2")
      .length,
  };
}

const isNotable = ({ stand, probleme, hinweise }: Zeile): boolean =>
  stand === "wiederholt" || stand === "wartet" || stand === "fehlerhaft" || probleme.length + hinweise.length > 0;

const NO_FIGURES: Zahlen = {
  zeilen: 0,
  beratungen: 0,
  uebernommen: 0,
  doppelt: 0,
  wartend: 0,
  fehlerhaft: 0,
  themen: {},
  kommunen: {},
  monate: {},
  neuzuweisungen: 0,
  personen: 0,
  faelle: 0,
};

/** The finding of a file that cannot be read; `satz` says why and what to do. */
export const unlesbarerBefund = (datei: string, satz: string): Befund => ({
  ...befundVon({
    datei,
    art: "einzeln",
    tabellen: [],
    zeilen: [],
    summen: [],
    woerter: [],
    abweichungen: [],
    zwischentitel: [],
    ohneListe: [],
    hinweise: [],
    zahlen: NO_FIGURES,
    beleg: belegVon({ zeilen: [], tabellen: [] }),
  }),
  unlesbar: satz,
});

/**
 * Adds decisions to earlier ones. What is decided again for the same word, table, row or cell replaces the earlier; within
 * a table only what is said anew does.
 */
export function mergeEntscheidungen(before: Entscheidungen, more: Entscheidungen): Entscheidungen {
  const zelle = ({ blatt, zeile, spalte }: Korrektur) => `${blatt}!${spalte.toUpperCase()}${zeile}`;
  const zeile = ({ blatt, zeile }: Zeilenentscheidung) => `${blatt}!${zeile}`;
  const wort = ({ spalte, wort: text }: Wortentscheidung) => merkwort(spalte, text);
  return {
    ...(before.genommen === undefined ? {} : { genommen: before.genommen }),
    woerter: latest(before.woerter, more.woerter, wort),
    blaetter: latest(before.blaetter, more.blaetter, ({ blatt }) => blatt),
    tabellen: mergeTabellen(before.tabellen, more.tabellen),
    zeilen: latest(before.zeilen, more.zeilen, zeile),
    korrekturen: latest(before.korrekturen, more.korrekturen, zelle),
  };
}

const latest = <T>(before: readonly T[] = [], more: readonly T[] = [], key: (one: T) => string): readonly T[] => [
  ...new Map([...before, ...more].map((one) => [key(one), one])).values(),
];

function mergeTabellen(
  before: readonly Tabellenentscheidung[] = [],
  more: readonly Tabellenentscheidung[] = [],
): readonly Tabellenentscheidung[] {
  const merged = new Map(before.map((one) => [one.tabelle, one]));
  for (const one of more) {
    const earlier = merged.get(one.tabelle);
    merged.set(one.tabelle, { ...earlier, ...one, spalten: { ...earlier?.spalten, ...one.spalten } });
  }
  return [...merged.values()];
}

const counts = z.record(z.string(), z.number());

/** The figures as they are kept beside a list: codes and official names, no word of the list. */
export const Zaehlung = z.object({
  art: z.enum(["einzeln", "summen", "personen", "faelle"]),
  zeilen: z.number(),
  beratungen: z.number(),
  uebernommen: z.number(),
  doppelt: z.number(),
  wartend: z.number(),
  fehlerhaft: z.number(),
  themen: counts,
  kommunen: counts,
  monate: counts,
  neuzuweisungen: z.number(),
  personen: z.number().default(0),
  faelle: z.number().default(0),
});
export type Zaehlung = z.output<typeof Zaehlung>;

const plus = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> => {
  const sums = { ...a };
  for (const [key, n] of Object.entries(b)) sums[key] = (sums[key] ?? 0) + n;
  return sums;
};

/** What a list brought in all: earlier, and now. What stayed behind is what stays behind now. */
export const zusammen = (bisher: Zaehlung | null, jetzt: Zaehlung): Zaehlung =>
  bisher === null
    ? jetzt
    : {
        ...jetzt,
        zeilen: bisher.uebernommen + jetzt.zeilen,
        beratungen: bisher.beratungen + jetzt.beratungen,
        uebernommen: bisher.uebernommen + jetzt.uebernommen,
        neuzuweisungen: bisher.neuzuweisungen + jetzt.neuzuweisungen,
        personen: bisher.personen + jetzt.personen,
        faelle: bisher.faelle + jetzt.faelle,
        themen: plus(bisher.themen, jetzt.themen),
        kommunen: plus(bisher.kommunen, jetzt.kommunen),
        monate: plus(bisher.monate, jetzt.monate),
      };

/** Whether something of a list stays behind when the rest is taken: rows, cells outside of them, or sheets, that wait. */
export const bleibtZurueck = ({
  zahlen,
  zeilen,
  ohneListe,
}: Pick<Ergebnis, "zahlen" | "zeilen" | "ohneListe">): boolean =>
  ohneListe.some(({ grund }) => grund === null) ||
  zahlen.doppelt + zahlen.wartend + zahlen.fehlerhaft > 0 ||
  zeilen.some(({ stand, probleme }) => stand === "ohne_daten" && probleme.length > 0);

/**
 * A list as its owner sees it in the overview. `am` is the ISO day of the upload. `nachgeholt`: it is taken over, and rows
 * that stayed behind are being mended; `zahlen` are those of what counts.
 */
export type UebernahmeKurz = {
  readonly id: string;
  readonly datei: string;
  readonly stand: Stand;
  /** Per cent of what the worker is doing. */
  readonly fortschritt: number;
  readonly am: string;
  readonly version: number;
  /** Null until it was read. */
  readonly zahlen: Zaehlung | null;
  readonly nachgeholt: boolean;
};

/**
 * A whole list. `befund` is null until it was read, and again when what was found has been forgotten. `mitDatei`: the file is
 * still kept, so that what stayed behind can be mended.
 */
export type Uebernahme = UebernahmeKurz & {
  readonly mitDatei: boolean;
  readonly befund: Befund | null;
  readonly entscheidungen: Entscheidungen;
};

/** A word that somebody decided, with its code; null: it stands for nothing. */
export type EntschiedenesWort = {
  readonly id: string;
  readonly art: string;
  readonly wort: string;
  readonly code: string | null;
  readonly version: number;
};

/** A word of lists that nobody assigned yet. `anzahl`: how many of one's own consultations and mentions carry it. */
export type OffenesWortKurz = {
  readonly id: string;
  readonly art: string;
  readonly wort: string;
  readonly anzahl: number;
  readonly version: number;
};
