import {
  beginningDistance,
  firstStep,
  leastDistance,
  letterDistance,
  UNVOKALISIERT,
  VOKALISIERT,
} from "./buchstabenabstand.ts";
import { isVocalised, joinParts, nameParts, onceForPair, soundCode, withoutArticle, type NamePart } from "./namen.ts";

/** How alike two names are: 1 the same, below `GLEICHER_NAME` another one. `grund` is shown beside the hit. */
export type NameScore = { readonly score: number; readonly grund: string };

/** From here on two names may well be one person's (measured in namensvergleich.test.ts). */
export const GLEICHER_NAME = 0.8;

/** From here on somebody who searches may mean this person: one part of the name is enough, or a slip in each. */
export const ENTFERNT = 0.5;

const SAME = "gleich geschrieben";
const NOTHING_ALIKE: NameScore = { score: 0, grund: "verschiedene Namen" };

/** Endings of Slavic surnames whose women's form is the same surname: Ivanov and Ivanova, Kowalski and Kowalska. */
const SURNAME_ENDING = /(?:[oe]v|sk[ia])a?$/;

/**
 * Two given names that differ in nothing but the ending of the woman's name: Karim and Karima, Mario and Maria. One
 * letter only, and yet two people.
 */
function isOtherGender(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (SURNAME_ENDING.test(long)) return false;
  if (long === `${short}a` || (short.endsWith("a") && long === `${short}s`)) return true;
  const stem = a.slice(0, -1);
  return (
    stem.length > 1 &&
    stem === b.slice(0, -1) &&
    [a, b].some((n) => n.endsWith("a")) &&
    [a, b].some((n) => n.endsWith("o"))
  );
}

const OTHER_GENDER = 0.55;

/** A reading that is not a form's likeliest one is no proof by itself. */
const OTHER_READING = 0.97;

function compareForms(a: NamePart, b: NamePart): NameScore {
  const kosten = isVocalised(a) === isVocalised(b) ? VOKALISIERT : UNVOKALISIERT;
  let [score, distance] = [0, Infinity];
  for (const [i, left] of a.formen.entries()) {
    for (const [j, right] of b.formen.entries()) {
      // No way is shorter than this: what cannot score more is not gone.
      if (kosten === VOKALISIERT && 1 - leastDistance(left, right) / ((left.length + right.length) / 2) <= score)
        continue;
      const way = letterDistance(left, right, kosten);
      const alike = Math.max(0, 1 - way / ((left.length + right.length) / 2));
      const here =
        (i + j > 0 ? OTHER_READING : 1) * (isOtherGender(left, right) ? Math.min(alike, OTHER_GENDER) : alike);
      if (here > score) [score, distance] = [here, way];
    }
  }
  const [left = "", right = ""] = [a.formen[0], b.formen[0]];
  if (isOtherGender(left, right)) return { score: OTHER_GENDER, grund: "männliche und weibliche Form" };
  // Nobody is told why two parts are a little alike, and the reason costs as much as the comparison.
  return score < GLEICHER_NAME ? { ...NOTHING_ALIKE, score } : { score, grund: reason(a, b, distance) };
}

function reason(a: NamePart, b: NamePart, distance: number): string {
  if (a.wort === b.wort) return SAME;
  if (a.schrift !== b.schrift) return "andere Schrift";
  if (distance === 0) return "andere Schreibweise";
  if (soundCode(a) !== "" && soundCode(a) === soundCode(b)) return "gleicher Klang";
  return distance <= 1 ? "ein Buchstabe anders" : "ähnlich geschrieben";
}

/** A beginning may differ by so much for each of its sounds: about a vowel of four that another language writes otherwise. */
const OTHER_BEGIN = 0.25;

/** How well the whole of one part fits the beginning of another, in any reading of both: 1 the same, 0 not. */
export const beginsAlike = onceForPair((begun, whole): number => {
  const kosten = isVocalised(begun) === isVocalised(whole) ? VOKALISIERT : UNVOKALISIERT;
  const forms = [...whole.formen, ...(withoutArticle(whole, begun.artikel)?.formen ?? [])];
  let least = Infinity;
  for (const left of begun.formen) {
    const [fewest, most] = lengths(left.length, kosten);
    for (const right of forms) {
      // No way is shorter than its first step: what cannot fit, and most names cannot, is not gone.
      if (firstStep(left, right, kosten) / left.length > OTHER_BEGIN) continue;
      least = Math.min(least, beginningDistance(left, right, Math.max(2, fewest), most, kosten) / left.length);
    }
  }
  return least > OTHER_BEGIN ? 0 : 1 - least;
});

/** How many letters the beginning may have: one more or less, and half or twice as many where only one side writes vowels. */
const lengths = (size: number, kosten: typeof VOKALISIERT): readonly [number, number] =>
  kosten === VOKALISIERT ? [size - 1, size + 1] : [Math.ceil(size / 2), 2 * size + 1];

const MAYBE_ARTICLE = /^[ae](?:l|([rsntdz])\1)/;

/**
 * Whether two parts may score so much; false only where they cannot. For looking through long texts, most of whose words are like
 * no name: to compare each costs a hundred times as much.
 */
export function mayScore(a: NamePart, b: NamePart, score: number): boolean {
  if (!isVocalised(a) || !isVocalised(b) || MAYBE_ARTICLE.test(a.text) || MAYBE_ARTICLE.test(b.text)) return true;
  return a.formen.some((left) =>
    b.formen.some((right) => leastDistance(left, right) <= (1 - score) * ((left.length + right.length) / 2)),
  );
}

const BARE = 0.92;

/** Compares two parts, also with an attached article taken off where the other side has none or wrote it apart. */
export const compareParts = onceForPair((a, b): NameScore => {
  const direct = compareForms(a, b);
  const stripped = [
    [withoutArticle(a, b.artikel), b],
    [withoutArticle(b, a.artikel), a],
  ] as const;
  return stripped.reduce((best, [bare, other]) => {
    if (bare === undefined) return best;
    const score = compareForms(bare, other).score * (other.artikel ? 1 : BARE);
    return score > best.score ? { score, grund: "andere Schreibweise" } : best;
  }, direct);
});

type Match = { readonly a: number; readonly b: number; readonly result: NameScore };

/** Pairs every part of the shorter name with its likest part of the other, best pairs first, in any order. */
function assign(left: readonly NamePart[], right: readonly NamePart[]): Match[] {
  const all = left
    .flatMap((l, a) => right.map((r, b): Match => ({ a, b, result: compareParts(l, r) })))
    .toSorted((x, y) => y.result.score - x.result.score);
  const chosen: Match[] = [];
  for (const match of all) {
    if (!chosen.some((c) => c.a === match.a || c.b === match.b)) chosen.push(match);
  }
  return chosen;
}

const MISSING_PART = 0.04;
const ONLY_ONE_PART = 0.75;
/** One part that is another name outweighs all others that agree: brothers share a surname. */
const OTHER_PART = 0.65;

function scoreOf(left: readonly NamePart[], right: readonly NamePart[]): NameScore {
  const matches = assign(left, right);
  if (matches.length === 0) return NOTHING_ALIKE;
  const scores = matches.map((m) => m.result.score);
  const least = Math.min(...scores);
  const mean = scores.reduce((sum, s) => sum + s, 0) / scores.length;
  const missing = Math.abs(left.length - right.length);
  if (least < GLEICHER_NAME) return { score: mean * OTHER_PART, grund: otherName(matches, mean * OTHER_PART) };
  const score =
    matches.length === 1 && missing > 0 ? mean * ONLY_ONE_PART : (mean + least) / 2 - missing * MISSING_PART;
  return { score, grund: reasons(matches, missing) };
}

function otherName(matches: readonly Match[], score: number): string {
  const [first] = matches;
  if (matches.length === 1 && first?.result.score === OTHER_GENDER) return first.result.grund;
  if (matches.some((m) => m.result.score >= GLEICHER_NAME)) return "ein Teil des Namens ist ein anderer";
  return score < ENTFERNT ? NOTHING_ALIKE.grund : "entfernt ähnlich geschrieben";
}

/** From the most to the least telling; the name's reason is that of its least alike part, and what else differs. */
const BY_WEIGHT = [
  "ähnlich geschrieben",
  "ein Buchstabe anders",
  "gleicher Klang",
  "andere Schrift",
  "andere Schreibweise",
];

function reasons(matches: readonly Match[], missing: number): string {
  const found = new Set(matches.map((m) => m.result.grund));
  const inOrder = matches.toSorted((x, y) => x.a - y.a).every((m, i, all) => i === 0 || (all[i - 1]?.b ?? 0) < m.b);
  const list = [
    ...BY_WEIGHT.filter((grund) => found.has(grund)),
    ...(inOrder ? [] : ["Reihenfolge vertauscht"]),
    ...(missing > 0 ? ["ein Namensteil fehlt"] : []),
  ];
  return list.length > 0 ? list.join(", ") : SAME;
}

const joins = (parts: readonly NamePart[]): NamePart[][] =>
  parts.slice(1).map((right, i) => [...parts.slice(0, i), joinParts(parts[i] ?? right, right), ...parts.slice(i + 2)]);

const joinedReason = (grund: string) => (grund === SAME ? "zusammengeschrieben" : `zusammengeschrieben, ${grund}`);

/**
 * How alike two full names are, in any script and order of parts. Rules, not learned weights: the reason can be told to
 * the people named. Takes 0.1 to 0.5 ms, so it is meant for the candidates that the search tokens found.
 */
export const nameScore = (a: string, b: string): NameScore => partsScore(nameParts(a), nameParts(b));

/** The same for names that are taken apart already: whoever compares one with many does so once. */
export function partsScore(left: readonly NamePart[], right: readonly NamePart[]): NameScore {
  const direct = scoreOf(left, right);
  if (left.length === right.length) return direct;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return joins(long).reduce((best, joined) => {
    const other = scoreOf(short, joined);
    return other.score > best.score ? { ...other, grund: joinedReason(other.grund) } : best;
  }, direct);
}
