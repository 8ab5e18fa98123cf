/**
 * How wide a text will be, without a browser to measure it: by kinds of letters, rather too wide than too narrow. In units of the font
 * size.
 */
const WIDE = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Extended_Pictographic}/u;
const NARROW = /[iljtfrI.,:;'’|!()[\] ]/u;
const BROAD = /[mwMW@%—…]/u;

function widthOf(letter: string): number {
  if (WIDE.test(letter)) return 1.15;
  if (/\p{Script=Ethiopic}/u.test(letter) || BROAD.test(letter)) return 0.98;
  if (NARROW.test(letter)) return 0.42;
  return /\p{Lu}/u.test(letter) ? 0.76 : 0.64;
}

const LETTERS = new Intl.Segmenter("de", { granularity: "grapheme" });
const lettersOf = (text: string): string[] => [...LETTERS.segment(text)].map(({ segment }) => segment);

/** Width of a text in pixels. */
export const textWidth = (text: string, size: number): number =>
  lettersOf(text).reduce((sum, letter) => sum + widthOf(letter), 0) * size;

/** As much of a text as fits, with a sign that it goes on. */
function cut(text: string, most: number, size: number): string {
  let kept = "";
  for (const letter of lettersOf(text)) {
    if (textWidth(`${kept}${letter}…`, size) > most) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}

/** A word that is wider than the line, in pieces that are not. */
function pieces(word: string, most: number, size: number): string[] {
  const parts = [""];
  for (const letter of lettersOf(word)) {
    const last = parts.length - 1;
    if (parts[last] !== "" && textWidth(`${parts[last]}${letter}`, size) > most) parts.push(letter);
    else parts[last] += letter;
  }
  return parts;
}

/** A text in at most so many lines of at most this width; what does not fit ends in "…". */
export function wrapped(text: string, most: number, size: number, lines = 2): string[] {
  const words = text.trim().split(/\s+/u);
  const all: string[] = [];
  for (const piece of words.flatMap((word) => pieces(word, most, size))) {
    const last = all.at(-1);
    const joined = last === undefined ? piece : `${last} ${piece}`;
    if (last !== undefined && textWidth(joined, size) <= most) all[all.length - 1] = joined;
    else all.push(piece);
  }
  const shown = all.slice(0, lines);
  const end = shown.at(-1);
  if (all.length > lines && end !== undefined) shown[shown.length - 1] = cut(`${end} ${all[lines] ?? ""}`, most, size);
  return shown;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LETTER = /\p{L}/u;

/** The direction of a text by its first letter. */
export const directionOf = (text: string): "rtl" | "ltr" => {
  const first = lettersOf(text).find((letter) => LETTER.test(letter)) ?? "";
  return RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
};
