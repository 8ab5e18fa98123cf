import type { Stueck } from "./word.ts";

/** What the paper of a concept adds at its end by itself (model/konzeptpapier.ts). */
export const QUELLEN = "Quellen";
export const ZU_DEN_ZAHLEN = "Zu den Zahlen";

/** What stands in braces for a source: "{quelle_3}" reads "[3]". */
export const quelleName = (nr: number): string => `quelle_${nr}`;
/** What stands in a text where a note was. */
export const quelleMarke = (nr: number): string => `{${quelleName(nr)}}`;

type Ueberschrift = Extract<Stueck, { readonly art: "ueberschrift" }>;
const CAPTION = /^Tabelle(?: \d+)?(?:: *(.+))?$/;
const SOURCE = /^\[(\d{1,3})\] (.+)$/;

const said = (stueck: Stueck | undefined): string => (stueck !== undefined && "text" in stueck ? stueck.text : "");

/** From where to where the last chapter with this heading goes; undefined where there is none. */
function kapitelMit(
  stuecke: readonly Stueck[],
  titel: string,
): { readonly von: number; readonly bis: number } | undefined {
  const von = stuecke.findLastIndex((s) => s.art === "ueberschrift" && s.text === titel);
  const head = stuecke[von];
  if (head?.art !== "ueberschrift") return undefined;
  const ends = (s: Stueck): s is Ueberschrift => s.art === "ueberschrift" && s.ebene <= head.ebene;
  const next = stuecke.findIndex((s, i) => i > von && ends(s));
  return { von, bis: next === -1 ? stuecke.length : next };
}

/** A caption above a table is what the table is called. */
const mitTiteln = (stuecke: readonly Stueck[]): Stueck[] =>
  stuecke.flatMap((stueck, i): Stueck[] => {
    const before = stuecke[i - 1];
    const isCaption = (s: Stueck | undefined) => s?.art === "absatz" && CAPTION.test(s.text);
    if (stueck.art === "tabelle" && isCaption(before)) {
      const titel = CAPTION.exec(said(before))?.[1];
      return [titel === undefined ? stueck : { ...stueck, titel }];
    }
    return isCaption(stueck) && stuecke[i + 1]?.art === "tabelle" ? [] : [stueck];
  });

/** The list of sources becomes sources again, and their numbers in the text name them; behind what notes are called already. */
function mitQuellen(stuecke: readonly Stueck[]): Stueck[] {
  const at = kapitelMit(stuecke, QUELLEN);
  const list = at === undefined ? [] : stuecke.slice(at.von + 1, at.bis).filter((s) => s.art !== "note");
  if (at === undefined || list.length === 0 || list.some((s) => s.art !== "absatz" || !SOURCE.test(s.text)))
    return [...stuecke];
  const behind = Math.max(0, ...stuecke.map((s) => (s.art === "note" ? s.nr : 0)));
  const numbers = new Map(list.map((s) => [SOURCE.exec(said(s))?.[1] ?? "", s]));
  const named = (text: string) =>
    text.replaceAll(/\[(\d{1,3})\]/g, (as, nr: string) => (numbers.has(nr) ? quelleMarke(Number(nr) + behind) : as));
  const rest = stuecke.filter((s, i) => i < at.von || i >= at.bis || s.art === "note");
  return [
    ...rest.map((s): Stueck => {
      if (s.art === "tabelle") return { ...s, zeilen: s.zeilen.map((row) => row.map(named)) };
      return "text" in s && s.art !== "note" ? { ...s, text: named(s.text) } : s;
    }),
    ...[...numbers].map(([nr, s]): Stueck => {
      const text = SOURCE.exec(said(s))?.[2] ?? "";
      return { art: "note", nr: Number(nr) + behind, text };
    }),
  ];
}

/** What the paper says about its figures it will say again. */
function ohneZahlen(stuecke: readonly Stueck[]): Stueck[] {
  const at = kapitelMit(stuecke, ZU_DEN_ZAHLEN);
  if (at === undefined || !/^Zahlen (?:im Text|zu den Beratungen)\b/.test(said(stuecke[at.von + 1])))
    return [...stuecke];
  return stuecke.filter((s, i) => i < at.von || i >= at.bis || s.art === "note");
}

/** A file as people would have typed it: what a paper of KIM adds by itself is what it was made of again. */
export const alsGetippt = (stuecke: readonly Stueck[]): Stueck[] => mitQuellen(ohneZahlen(mitTiteln(stuecke)));
