import { z } from "zod";
import { TEIL_ARTEN, type TeilArt, artenVon } from "./teile.ts";

/** What a Word file says, piece by piece, as the program that reads it tells (documents/word-nebenan.ts). */
export const Stueck = z.discriminatedUnion("art", [
  z.object({ art: z.literal("ueberschrift"), ebene: z.number(), text: z.string() }),
  z.object({ art: z.enum(["absatz", "punkt", "nummer", "titel"]), text: z.string() }),
  z.object({ art: z.literal("tabelle"), zeilen: z.array(z.array(z.string())) }),
]);
export type Stueck = z.output<typeof Stueck>;

/** A chapter of a Word file, in the text language of papers. */
export type WordKapitel = {
  readonly titel: string;
  readonly handlungsfeld: string | null;
  readonly texte: Readonly<Partial<Record<TeilArt, string>>>;
};

type Feld = { readonly code: string; readonly name: string; readonly kurz: string };

const MAX_TITEL = 120;
/** Numbers that people type before headings: "3.1 ", "IV. ", "a) ". */
const NUMBER = /^(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[a-z]\))\s+/;
const titelOf = (text: string): string => {
  const plain = text.replace(NUMBER, "").trim();
  return plain.length > MAX_TITEL ? `${plain.slice(0, MAX_TITEL - 1)}…` : plain;
};

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[–—-]/g, "-")
    .replaceAll(/[^\p{L}\p{N}-]+/gu, " ")
    .trim();

const feldOf = (titel: string, felder: readonly Feld[]): string | null =>
  felder.find(({ name, kurz }) => [name, kurz].some((one) => bare(one) === bare(titel)))?.code ?? null;

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

function lineOf(stueck: Stueck, nummer: number): string {
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
        : stueck.zeilen.map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
    case "absatz":
    case "titel":
      return stueck.text;
  }
}

const isPoint = (stueck: Stueck | undefined): boolean => stueck?.art === "punkt" || stueck?.art === "nummer";

/** Pieces as the text that people would have typed. */
export function textVon(stuecke: readonly Stueck[]): string {
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

/** Pieces of a chapter, sorted into its parts: what stands before the first of their headings is where things are now. */
function teileVon(stuecke: readonly Stueck[], handlungsfeld: string | null): WordKapitel["texte"] {
  if (handlungsfeld === null) return { text: textVon(stuecke) };
  const found = new Map<TeilArt, Stueck[]>(artenVon(handlungsfeld).map((art) => [art, []]));
  let at: TeilArt = "ausgangslage";
  for (const stueck of stuecke) {
    const named = stueck.art === "ueberschrift" ? teilVon(stueck.text) : undefined;
    if (named === undefined) found.get(at)?.push(stueck);
    else at = named;
  }
  return Object.fromEntries([...found].map(([art, own]) => [art, textVon(own)]));
}

/**
 * Makes chapters of a Word file: its highest headings become chapters, those that are called like a Handlungsfeld get its five parts.
 * What stands before the first heading becomes a foreword.
 */
export function kapitelVon(stuecke: readonly Stueck[], felder: readonly Feld[]): WordKapitel[] {
  const said = stuecke.filter((s) => s.art === "tabelle" || (s.text !== "" && s.art !== "titel"));
  const top = Math.min(...said.flatMap((s) => (s.art === "ueberschrift" ? [s.ebene] : [])));
  const chapters: { readonly titel: string; readonly stuecke: Stueck[] }[] = [];
  for (const stueck of said) {
    if (stueck.art === "ueberschrift" && stueck.ebene === top) chapters.push({ titel: stueck.text, stuecke: [] });
    else if (chapters.length === 0) chapters.push({ titel: "Vorwort", stuecke: [stueck] });
    else chapters.at(-1)?.stuecke.push(stueck);
  }
  return chapters.map(({ titel, stuecke: own }) => {
    const handlungsfeld = feldOf(titelOf(titel), felder);
    return { titel: titelOf(titel) || "Ohne Überschrift", handlungsfeld, texte: teileVon(own, handlungsfeld) };
  });
}

/** What the file calls itself; undefined where it does not. */
export const titelIn = (stuecke: readonly Stueck[]): string | undefined =>
  stuecke.flatMap((s) => (s.art === "titel" && s.text !== "" ? [s.text] : []))[0]?.slice(0, 200);
