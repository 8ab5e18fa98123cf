import { z } from "zod";

/**
 * What a paper says, before it has a form: page, PDF and Word file are made of this and of nothing else, so they cannot say
 * different things. A released report keeps it, so that it reads the same after the program has learned to say it better.
 */

/** A piece of a line: its text, and whether it is said with weight. */
const Lauf = z.object({ text: z.string(), fett: z.boolean() }).readonly();
const laeufe = z.array(Lauf).readonly();

const Tabelle = z
  .object({
    art: z.literal("tabelle"),
    /** "Tabelle 3: Themen …" */
    titel: z.string(),
    spalten: z.array(z.object({ titel: z.string(), zahl: z.literal(true).optional() }).readonly()).readonly(),
    /** Cells as they are read; the first of each row names it. */
    zeilen: z.array(z.array(z.string()).readonly()).readonly(),
    /** Whether the last row is a sum. */
    summe: z.boolean(),
    anmerkungen: z.array(z.string()).readonly(),
  })
  .readonly();
export type Tabelle = z.output<typeof Tabelle>;

const Diagramm = z
  .object({
    art: z.literal("diagramm"),
    titel: z.string(),
    form: z.enum(["balken", "saeulen"]),
    werte: z.array(z.object({ name: z.string(), wert: z.number(), text: z.string() }).readonly()).readonly(),
    /** The same in words, for whoever does not see it. */
    alt: z.string(),
  })
  .readonly();
export type Diagramm = z.output<typeof Diagramm>;

const Block = z.discriminatedUnion("art", [
  z.object({ art: z.literal("absatz"), laeufe }).readonly(),
  z
    .object({ art: z.literal("liste"), gezaehlt: z.boolean().default(false), punkte: z.array(laeufe).readonly() })
    .readonly(),
  z.object({ art: z.literal("zwischentitel"), laeufe }).readonly(),
  Tabelle,
  Diagramm,
]);
export type Lauf = z.output<typeof Lauf>;
export type Block = z.output<typeof Block>;

const Abschnitt = z
  .object({
    titel: z.string(),
    ebene: z.union([z.literal(1), z.literal(2)]),
    bloecke: z.array(Block).readonly(),
    /** The chapter that it is, by its id; nothing for a draft that is stored nowhere. */
    kapitel: z.string().optional(),
  })
  .readonly();
export type Abschnitt = z.output<typeof Abschnitt>;

export const Papier = z
  .object({
    titel: z.string(),
    untertitel: z.string(),
    kreis: z.string(),
    /** Who writes: lines above the title. */
    briefkopf: z.array(z.string()).readonly(),
    /** Undefined: a draft. */
    nummer: z.string().optional(),
    kopf: z.array(z.object({ wort: z.string(), wert: z.string() }).readonly()).readonly(),
    /** Which report this one replaces and why; nothing for a first one. */
    berichtigung: z.string().optional(),
    abschnitte: z.array(Abschnitt).readonly(),
    /** With a list of contents and numbered headings: for a paper that people look things up in. */
    verzeichnis: z.literal(true).optional(),
    /** Below the text: where it goes, who signs. Lines. */
    schluss: z.array(z.string()).readonly(),
    datenstand: z.string(),
    /** What stands at the foot of each page; without it the number of the report and what day its figures are of. */
    fuss: z.string().optional(),
    /** Whether it says that it is a draft; without it a paper without a number is one. */
    entwurf: z.boolean().optional(),
    /** ISO day that the files carry as theirs, so that the same figures make the same file. */
    tag: z.string(),
  })
  .readonly();
export type Papier = z.output<typeof Papier>;

export const istEntwurf = ({ entwurf, nummer }: Papier): boolean => entwurf ?? nummer === undefined;

export const fussText = ({ fuss, nummer, datenstand }: Papier): string =>
  fuss ?? `${nummer === undefined ? "Entwurf" : `Bericht ${nummer}`} · Datenstand ${datenstand}`;

export const absatz = (text: string): Block => ({ art: "absatz", laeufe: [{ text, fett: false }] });

/** What pieces of a line say together. */
export const gesagt = (line: readonly Lauf[]): string => line.map(({ text }) => text).join("");

/** What a block of text says, one entry for each paragraph or point; nothing for tables and charts. */
export function texteIn(block: Block): string[] {
  if (block.art === "liste") return block.punkte.map(gesagt);
  return block.art === "absatz" || block.art === "zwischentitel" ? [gesagt(block.laeufe)] : [];
}

const WORD = { tabelle: "Tabelle", diagramm: "Abbildung" } as const;

/** Tables and charts of sections, numbered through in reading order. */
export function numberedBlocks(abschnitte: readonly Abschnitt[]): Abschnitt[] {
  const count = { tabelle: 0, diagramm: 0 };
  return abschnitte.map((abschnitt) => ({
    ...abschnitt,
    bloecke: abschnitt.bloecke.map((block) =>
      block.art === "tabelle" || block.art === "diagramm"
        ? { ...block, titel: `${WORD[block.art]} ${++count[block.art]}${block.titel === "" ? "" : `: ${block.titel}`}` }
        : block,
    ),
  }));
}

/**
 * Sections with something in them, their tables and charts numbered through in reading order. A part of the second level that
 * has lost what it belongs to stands on the first.
 */
export const numbered = (abschnitte: readonly Abschnitt[]): Abschnitt[] =>
  numberedBlocks(abschnitte.filter((a) => a.bloecke.length > 0)).map((abschnitt, i) => ({
    ...abschnitt,
    ebene: i === 0 ? 1 : abschnitt.ebene,
  }));
