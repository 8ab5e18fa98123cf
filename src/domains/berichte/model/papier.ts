/**
 * What a paper says, before it has a form: page, PDF and Word file are made of this and of nothing else, so they cannot say
 * different things. Text is plain text; paragraphs of a block are separate entries.
 */
export type Spalte = { readonly titel: string; readonly zahl?: true };

export type Tabelle = {
  readonly art: "tabelle";
  /** "Tabelle 3: Themen …" */
  readonly titel: string;
  readonly spalten: readonly Spalte[];
  /** Cells as they are read; the first of each row names it. */
  readonly zeilen: readonly (readonly string[])[];
  /** Whether the last row is a sum. */
  readonly summe: boolean;
  readonly anmerkungen: readonly string[];
};

export type Balken = { readonly name: string; readonly wert: number; readonly text: string };

export type Diagramm = {
  readonly art: "diagramm";
  readonly titel: string;
  readonly form: "balken" | "saeulen";
  readonly werte: readonly Balken[];
  /** The same in words, for whoever does not see it. */
  readonly alt: string;
};

export type Absatz = { readonly art: "absatz"; readonly text: string };

export type Block = Absatz | Tabelle | Diagramm;

export type Abschnitt = { readonly titel: string; readonly ebene: 1 | 2; readonly bloecke: readonly Block[] };

export type Papier = {
  readonly titel: string;
  readonly untertitel: string;
  readonly kreis: string;
  /** Undefined: a draft. */
  readonly nummer: string | undefined;
  readonly kopf: readonly { readonly wort: string; readonly wert: string }[];
  /** Which report this one replaces and why; nothing for a first one. */
  readonly berichtigung: string | undefined;
  readonly abschnitte: readonly Abschnitt[];
  /** Below the text: where it goes, who signs. Lines. */
  readonly schluss: readonly string[];
  readonly datenstand: string;
  /** ISO day that the files carry as theirs, so that the same figures make the same file. */
  readonly tag: string;
};

export const absatz = (text: string): Absatz => ({ art: "absatz", text });

/** What somebody typed, as paragraphs: an empty line separates two, a single line break is only one. */
export const absaetze = (text: string): Absatz[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.replaceAll(/\s*\n\s*/g, " ").trim())
    .filter((part) => part !== "")
    .map(absatz);

/** Sections with something in them, their tables and charts numbered through in reading order. */
export function numbered(abschnitte: readonly Abschnitt[]): Abschnitt[] {
  const count = { tabelle: 0, diagramm: 0 };
  const word = { tabelle: "Tabelle", diagramm: "Abbildung" };
  return abschnitte
    .filter((a) => a.bloecke.length > 0)
    .map((abschnitt) => ({
      ...abschnitt,
      bloecke: abschnitt.bloecke.map((block) =>
        block.art === "absatz"
          ? block
          : { ...block, titel: `${word[block.art]} ${++count[block.art]}: ${block.titel}` },
      ),
    }));
}
