/**
 * Measures how well names are found: every pair of names that is one person's, and their beginnings in every transcription, among
 * many invented persons of one account. No database: the tokens are looked up in memory, ranked and compared by the same rules.
 *
 *   node --import ./src/translate.ts tests/bench/namen.ts [persons = 100000]
 *
 * Found is who stands among the first five, or behind none that fits worse where more than five fit equally well.
 */
import { readFileSync } from "node:fs";
import { searchScore } from "../../src/domains/personen/model/match.ts";
import { nameTokens } from "../../src/domains/personen/model/suchworte.ts";
import { CANDIDATES, SEARCH, searchWords } from "../../src/domains/personen/queries/candidates.ts";

const [persons = 100_000] = process.argv.slice(2).map(Number);
const report = (line: string) => process.stdout.write(`${line}\n`);
const FIRST = 5;

type Pair = { readonly a: string; readonly b: string };

const FILES = ["namenspaare", "namenspaare-eigene", "namenspaare-unbesehen"];
const pairs: Pair[] = FILES.flatMap((file) => {
  const url = new URL(`../../src/domains/personen/fixtures/${file}.csv`, import.meta.url);
  const [, ...lines] = readFileSync(url, "utf8").trim().split("\n");
  return lines.flatMap((line) => {
    const [a = "", b = "", gleich] = line.split(";");
    return gleich === "1" ? [{ a, b }] : [];
  });
});

let state = 42;
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
const pick = (list: readonly string[]): string => list[Math.floor(list.length * random() ** 1.6)] ?? "";
const SYLLABLES =
  "ba be da di fa fi ga ha he ja ka ki la le li ma me mi mo na ni no ra re ri ro sa se su ta te to va vi ya ye za".split(
    " ",
  );
const ENDINGS = ["n", "r", "d", "m", "k", "s", "l", "h", "", "", "", "dan", "rin", "nov", "ski", "ashi", "enko"];
const invent = (count: number) =>
  Array.from(
    { length: count },
    () => Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join("") + pick(ENDINGS),
  );

const [given, family] = [invent(2000), invent(12_000)];
const names: string[] = Array.from({ length: persons }, () => `${pick(given)} ${pick(family)}`);
const index = new Map<string, number[]>();
const store = (name: string, id: number) => {
  for (const token of nameTokens(name)) {
    const ids = index.get(token);
    if (ids === undefined) index.set(token, [id]);
    else ids.push(id);
  }
};
names.forEach(store);
for (const { b } of pairs) {
  if (names.includes(b, persons)) continue;
  names.push(b);
  store(b, names.length - 1);
}

const rowsRead: number[] = [];

/** The words whose persons are read, with them: `candidates` does the same in the database. */
function wordsRead(typed: string) {
  const words = searchWords({ name: typed, geburtsdatum: null }).map((word) => ({
    ...word,
    ids: index.get(word.token) ?? [],
  }));
  const rare = words.filter(({ ids }) => ids.length <= SEARCH.rare);
  const telling = new Set(rare.filter((word) => word.telling).flatMap(({ ids }) => ids));
  const common = telling.size > CANDIDATES ? [] : words.filter((word) => word.telling && !rare.includes(word));
  const read = [...rare, ...common.map((word) => ({ ...word, ids: word.ids.slice(0, SEARCH.common) }))];
  const probed = words.reduce((sum, { ids }) => sum + Math.min(ids.length, SEARCH.rare + 1), 0);
  rowsRead.push(common.reduce((sum, { ids }) => sum + Math.min(ids.length, SEARCH.common), probed));
  return read;
}

const bits = (mask: number) => mask.toString(2).replaceAll("0", "").length;

const opened: number[] = [];

/** Whom somebody who types this may open, those that share most first, and how many of them share nearly as much as the first. */
function candidatesFor(typed: string): { readonly ids: readonly number[]; readonly near: number } {
  const read = wordsRead(typed);
  const least = SEARCH.leastShared * read.filter(({ telling }) => !telling).length;
  const shared = new Map<number, { weight: number; words: number; telling: boolean; begins: number }>();
  for (const { ids, telling, begins } of read) {
    const weight = Math.log(100_000 / (1 + ids.length)) / 3;
    for (const id of ids) {
      const one = shared.get(id) ?? { weight: 0, words: 0, telling: false, begins: 0 };
      shared.set(id, {
        weight: one.weight + weight,
        words: one.words + 1,
        telling: one.telling || telling,
        begins: one.begins | begins,
      });
    }
  }
  const rank = ({ weight, begins }: { readonly weight: number; readonly begins: number }) =>
    weight + SEARCH.begun * bits(begins);
  const ranked = [...shared]
    .filter(([, { telling, words }]) => telling || words >= least)
    .map(([id, one]) => ({ id, rank: rank(one) }))
    .toSorted((x, y) => y.rank - x.rank)
    .slice(0, CANDIDATES);
  const near = ranked.filter((one) => one.rank >= SEARCH.near * (ranked[0]?.rank ?? 0)).length;
  return { ids: ranked.map(({ id }) => id), near };
}

/** Whether somebody who types this finds that person, and how many fit better or as well. */
function finds(typed: string, name: string): boolean {
  const meant = names.indexOf(name, persons);
  const fit = searchScore({ name: typed, geburtsdatum: null });
  const fitting = (ids: readonly number[]) =>
    ids.flatMap((id) => {
      const score = fit({ name: names[id] ?? "", geburtsdatum: null })?.score;
      return score === undefined ? [] : [{ id, score }];
    });
  const { ids, near } = candidatesFor(typed);
  const nearest = fitting(ids.slice(0, near));
  opened.push(nearest.length > 0 ? near : ids.length);
  const hits = nearest.length > 0 ? nearest : fitting(ids);
  const own = hits.find(({ id }) => id === meant)?.score;
  return own !== undefined && hits.filter(({ score }) => score > own).length < FIRST;
}

const share = (list: readonly boolean[]) =>
  `${((100 * list.filter(Boolean).length) / list.length).toFixed(1)} % von ${list.length}`;
const missed: string[] = [];
const ask = (kind: string, questions: readonly (readonly [typed: string, name: string])[]) => {
  rowsRead.length = 0;
  opened.length = 0;
  const found = questions.map(([typed, name]) => finds(typed, name));
  const rows = rowsRead.toSorted((a, b) => a - b);
  const at = (part: number) => rows[Math.floor(rows.length * part)] ?? 0;
  const mean = (opened.reduce((sum, one) => sum + one, 0) / opened.length).toFixed(1);
  report(`${kind}: ${share(found)}; gelesene Zeilen p50 ${at(0.5)}, p95 ${at(0.95)}; geöffnet im Mittel ${mean}`);
  questions.forEach(([typed, name], i) => found[i] === true || missed.push(`  ${kind}: ${typed} → ${name}`));
};

ask(
  "ganze Namen",
  pairs.map(({ a, b }) => [a, b]),
);
/** The first letters that are heard of the name itself: the Arabic article is written with it. */
const beginningOf = (part: string, letters: number) =>
  [...part].slice(0, letters + (part.startsWith("ال") ? 2 : 0)).join("");
const beginning = (name: string, letters: number) =>
  name
    .split(/\s+/u)
    .map((part) => beginningOf(part, letters))
    .join(" ");
const partBeginning = (name: string, letters: number) => beginningOf(name.split(/\s+/u).at(-1) ?? "", letters);
for (const letters of [3, 4, 5, 6]) {
  ask(
    `Anfang beider Teile, ${letters} Buchstaben`,
    pairs.map(({ a, b }) => [beginning(a, letters), b]),
  );
}
for (const letters of [3, 4, 5, 6]) {
  ask(
    `Anfang des Nachnamens, ${letters} Buchstaben`,
    pairs
      .filter(({ a }) => [...(a.split(/\s+/u).at(-1) ?? "")].length > letters)
      .map(({ a, b }) => [partBeginning(a, letters), b]),
  );
}
if (process.env["ZEIGEN"] !== undefined) report(missed.join("\n"));
