/** The parts of a chapter about a Handlungsfeld, in the order in which a group goes through them. Stored by their names. */
export const TEILE = {
  zugang: "Zugänge",
  ausgangslage: "Ausgangslage",
  stolperstein: "Stolpersteine",
  ziel: "Ziele",
  massnahme: "Maßnahmen",
} as const;

/** What a group asks itself there. */
export const FRAGEN: Readonly<Record<keyof typeof TEILE, string>> = {
  zugang: "Wie finden Menschen hierher? Wer kommt an, wer nicht?",
  ausgangslage: "Was gibt es schon, wer macht was, wie viele sind es?",
  stolperstein: "Woran scheitert es, und wo?",
  ziel: "Was soll wann erreicht sein, und woran sieht man es?",
  massnahme: "Wer tut was bis wann?",
};

/** `text` is the one part of a chapter that is about no Handlungsfeld: a foreword, an outlook. */
export type TeilArt = keyof typeof TEILE | "text";

const isTeil = (art: string): art is keyof typeof TEILE => Object.hasOwn(TEILE, art);
export const TEIL_ARTEN = Object.keys(TEILE).filter(isTeil);
/** @throws Error for a part that this program does not know (any more) */
export function teilArt(stored: string): TeilArt {
  if (stored === "text" || isTeil(stored)) return stored;
  throw new Error(`Den Teil ${stored} kennt dieses Programm nicht.`);
}

/** The parts that a chapter has. */
export const artenVon = (handlungsfeld: string | null): readonly TeilArt[] =>
  handlungsfeld === null ? ["text"] : TEIL_ARTEN;

/** What a part is called; that of a free chapter has no name of its own. */
export const teilName = (art: TeilArt): string => (art === "text" ? "Text" : TEILE[art]);
