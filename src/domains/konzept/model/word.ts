import { z } from "zod";
import { TEIL_ARTEN, type TeilArt, artenVon } from "./teile.ts";
import { type Feld, OHNE_WISSEN, type Wissen, felderVon } from "./word-felder.ts";
import { alsGetippt, quelleMarke } from "./word-papier.ts";

/** What a Word file says, piece by piece, as the program that reads it tells (documents/word-nebenan.ts). */
export const Stueck = z.discriminatedUnion("art", [
  z.object({ art: z.literal("ueberschrift"), ebene: z.number(), text: z.string() }),
  z.object({ art: z.enum(["absatz", "punkt", "nummer", "titel"]), text: z.string() }),
  z.object({ art: z.literal("tabelle"), zeilen: z.array(z.array(z.string())), titel: z.string().optional() }),
  z.object({ art: z.literal("note"), nr: z.number(), text: z.string() }),
  z.object({ art: z.literal("unlesbar"), anzahl: z.number() }),
]);
export type Stueck = z.output<typeof Stueck>;

/** What a Word file says in its place, without what is told of it as a whole. */
type Text = Exclude<Stueck, { readonly art: "note" | "unlesbar" }>;
const isText = (s: Stueck): s is Text => s.art !== "note" && s.art !== "unlesbar";

/** What stands in a text where a picture was, until somebody writes what it showed. */
const BILD = /\[Bild aus Word(?:: [^\]]*)?\]/g;
export const bildMarke = (alt: string): string => {
  const said = alt.replaceAll(/[[\]|*\s]+/g, " ").trim();
  return said === "" ? "[Bild aus Word]" : `[Bild aus Word: ${said.slice(0, 200)}]`;
};
/** The places of a text at which a picture is missing. */
export const bilderIn = (text: string): string[] => [...text.matchAll(BILD)].map(([mark]) => mark);

/** A chapter of a Word file, in the text language of papers. */
export type WordKapitel = {
  readonly titel: string;
  readonly handlungsfeld: string | null;
  readonly texte: Readonly<Partial<Record<TeilArt, string>>>;
  /** It is made like one about a Handlungsfeld, and nothing says which. */
  readonly offen?: true;
};

const MAX_TITEL = 120;
/** Numbers that people type before headings: "3.1 ", "IV. ", "a) ". */
const NUMBER = /^(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[a-z]\))\s+/;
/** Pictures in a heading stand below it: what a chapter is called has no room for them. */
const bilderAus = ({ text }: { readonly text: string }): Text[] => {
  const marks = bilderIn(text);
  return marks.length === 0 ? [] : [{ art: "absatz", text: marks.join(" ") }];
};

const titelOf = (text: string): string => {
  const plain = text
    .replaceAll(/\s*\{quelle_\d+\}/g, "")
    .replaceAll(BILD, "")
    .replace(NUMBER, "")
    .trim();
  return plain.length > MAX_TITEL ? `${plain.slice(0, MAX_TITEL - 1)}…` : plain;
};

/** Words by which a heading is known as one of the five parts. */
const TEIL_WORT: Readonly<Record<(typeof TEIL_ARTEN)[number], RegExp>> = {
  zugang: /\bzug[aä]ng/i,
  ausgangslage: /ausgangslage|ausgangssituation|ist-stand|bestand/i,
  stolperstein: /stolperstein|h[üu]rde|hindernis|lücke/i,
  ziel: /\bziel(?!grupp)|sziel/i,
  massnahme: /ma(?:ß|ss)nahme/i,
};
const teilVon = (titel: string): TeilArt | undefined => TEIL_ARTEN.find((art) => TEIL_WORT[art].test(titel));

const cell = (text: string): string => text.replaceAll("|", "/").replaceAll(/\s+/g, " ").trim();

function lineOf(stueck: Text, nummer: number): string {
  switch (stueck.art) {
    case "ueberschrift":
      return `# ${stueck.text}`;
    case "punkt":
      return `- ${stueck.text}`;
    case "nummer":
      return `${nummer}. ${stueck.text}`;
    case "tabelle":
      return stueck.zeilen.length < 2
        ? stueck.zeilen.flat().map(cell).join(" – ")
        : [
            ...(stueck.titel === undefined ? [] : [`Tabelle: ${stueck.titel}`]),
            ...stueck.zeilen.map((row) => `| ${row.map(cell).join(" | ")} |`),
          ].join("\n");
    case "absatz":
    case "titel":
      return stueck.text;
  }
}

const isPoint = (stueck: Text | undefined): boolean => stueck?.art === "punkt" || stueck?.art === "nummer";

/** Pieces as the text that people would have typed. */
export function textVon(stuecke: readonly Text[]): string {
  let text = "";
  let nummer = 0;
  for (const [i, stueck] of stuecke.entries()) {
    const before = stuecke[i - 1];
    nummer = stueck.art === "nummer" ? (before?.art === "nummer" ? nummer + 1 : 1) : 0;
    const together = isPoint(stueck) && before?.art === stueck.art;
    text += `${text === "" ? "" : together ? "\n" : "\n\n"}${lineOf(stueck, nummer)}`;
  }
  return text;
}

/** Which part begins at each piece of a chapter. A heading within a part may have the word of another one in it. */
function anfaenge(stuecke: readonly Text[]): (TeilArt | undefined)[] {
  const named = stuecke.map((s) => (s.art === "ueberschrift" ? teilVon(s.text) : undefined));
  const ebenen = stuecke.flatMap((s, i) => (s.art === "ueberschrift" && named[i] !== undefined ? [s.ebene] : []));
  const ebene = Math.min(...ebenen);
  return stuecke.map((s, i) => (s.art === "ueberschrift" && s.ebene === ebene ? named[i] : undefined));
}

/** Pieces of a chapter, sorted into its parts: what stands before the first of their headings is where things are now. */
function teileVon(stuecke: readonly Text[], handlungsfeld: string | null): WordKapitel["texte"] {
  if (handlungsfeld === null) return { text: textVon(stuecke) };
  const found = new Map<TeilArt, Text[]>(artenVon(handlungsfeld).map((art) => [art, []]));
  const begins = anfaenge(stuecke);
  let at: TeilArt = "ausgangslage";
  for (const [i, stueck] of stuecke.entries()) {
    const named = begins[i];
    if (named === undefined) found.get(at)?.push(stueck);
    else {
      at = named;
      if (stueck.art === "ueberschrift") found.get(at)?.push(...bilderAus(stueck));
    }
  }
  return Object.fromEntries([...found].map(([art, own]) => [art, textVon(own)]));
}

/** Characters of a source. */
const MAX_QUELLE = 400;
type Note = Extract<Stueck, { readonly art: "note" }>;
const notenIn = (stuecke: readonly Stueck[]): Note[] => stuecke.flatMap((s) => (s.art === "note" ? [s] : []));
const istQuelle = ({ text }: Note): boolean => text !== "" && text.length <= MAX_QUELLE;

/** Foot and end notes become sources under the numbers that the text names them by. */
export const quellenVon = (stuecke: readonly Stueck[]): { readonly nr: number; readonly text: string }[] =>
  notenIn(alsGetippt(stuecke))
    .filter(istQuelle)
    .map(({ nr, text }) => ({ nr, text }));

/** Charts, drawings and formulas that nobody could read. */
export const unlesbaresIn = (stuecke: readonly Stueck[]): number =>
  stuecke.reduce((sum, s) => sum + (s.art === "unlesbar" ? s.anzahl : 0), 0);

/** The text without what is told as a whole. A note that is longer than a source may be stands where it was named. */
function mitLangenNoten(stuecke: readonly Stueck[]): Text[] {
  const long = notenIn(stuecke).filter((note) => !istQuelle(note));
  const put = (text: string) =>
    long.reduce(
      (said, note) => said.replaceAll(quelleMarke(note.nr), note.text === "" ? "" : ` (Anmerkung: ${note.text})`),
      text,
    );
  return stuecke
    .filter(isText)
    .map((s) =>
      s.art === "tabelle" ? { ...s, zeilen: s.zeilen.map((row) => row.map(put)) } : { ...s, text: put(s.text) },
    );
}

/**
 * Makes chapters of a Word file: its highest headings become chapters, those that are about a Handlungsfeld get its five parts. What
 * stands before the first heading becomes a foreword.
 */
export function kapitelVon(
  stuecke: readonly Stueck[],
  felder: readonly Feld[],
  wissen: Wissen = OHNE_WISSEN,
): WordKapitel[] {
  const said = mitLangenNoten(alsGetippt(stuecke)).filter(
    (s) => s.art === "tabelle" || (s.text !== "" && s.art !== "titel"),
  );
  const top = Math.min(...said.flatMap((s) => (s.art === "ueberschrift" ? [s.ebene] : [])));
  const chapters: { readonly titel: string; readonly stuecke: Text[] }[] = [];
  for (const stueck of said) {
    if (stueck.art === "ueberschrift" && stueck.ebene === top)
      chapters.push({ titel: titelOf(stueck.text), stuecke: bilderAus(stueck) });
    else if (chapters.length === 0) chapters.push({ titel: "Vorwort", stuecke: [stueck] });
    else chapters.at(-1)?.stuecke.push(stueck);
  }
  const teile = (own: readonly Text[]) => new Set(anfaenge(own).filter((art) => art !== undefined)).size;
  const koepfe = chapters.map(({ titel, stuecke: own }) => ({ titel, teile: teile(own) }));
  const found = felderVon(koepfe, felder, wissen);
  return chapters.map(({ titel, stuecke: own }, i) => {
    const handlungsfeld = found[i] ?? null;
    const kapitel = { titel: titel || "Ohne Überschrift", handlungsfeld, texte: teileVon(own, handlungsfeld) };
    return found[i] === undefined ? { ...kapitel, offen: true } : kapitel;
  });
}

/** What the file calls itself; undefined where it does not. */
export const titelIn = (stuecke: readonly Stueck[]): string | undefined =>
  stuecke.flatMap((s) => (s.art === "titel" && s.text !== "" ? [s.text] : []))[0]?.slice(0, 200);
