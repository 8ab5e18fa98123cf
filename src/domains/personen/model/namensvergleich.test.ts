import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nameParts } from "./namen.ts";
import { nameTokens } from "./suchworte.ts";
import { GLEICHER_NAME, compareParts, mayScore, nameScore } from "./namensvergleich.ts";

type Pair = { readonly a: string; readonly b: string; readonly gleich: boolean };

function readPairs(file: string): Pair[] {
  const text = readFileSync(new URL(`../fixtures/${file}.csv`, import.meta.url), "utf8");
  const [, ...lines] = text.trim().split("\n");
  return lines.map((line) => {
    const [a = "", b = "", gleich] = line.split(";");
    return { a, b, gleich: gleich === "1" };
  });
}

/** Precision and recall of “may be the same person”, both ways round. */
function measure(pairs: readonly Pair[]) {
  const judged = pairs.map(({ a, b, gleich }) => ({ gleich, found: nameScore(a, b).score >= GLEICHER_NAME }));
  const hits = judged.filter((p) => p.gleich && p.found).length;
  return {
    precision: hits / judged.filter((p) => p.found).length,
    recall: hits / judged.filter((p) => p.gleich).length,
  };
}

/** The same numbers on every run (Park–Miller), so that a level is not met by luck. */
function* dice(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

const FILES = ["namenspaare", "namenspaare-eigene", "namenspaare-unbesehen"];

/**
 * Measured 2026-11-22. `namenspaare` and `-eigene` were in sight while the rules were written. `-unbesehen` was written
 * afterwards; at its first measurement precision was 0.94 and recall 0.88, then mistakes in general rules were corrected.
 */
test.each([
  { file: "namenspaare", precision: 1, recall: 1 },
  { file: "namenspaare-eigene", precision: 0.98, recall: 0.97 },
  { file: "namenspaare-unbesehen", precision: 0.94, recall: 0.96 },
])("recognises pairs of names: $file", ({ file, precision, recall }) => {
  const measured = measure(readPairs(file));
  expect(measured.precision).toBeGreaterThanOrEqual(precision);
  expect(measured.recall).toBeGreaterThanOrEqual(recall);
});

test("what is told quickly to be no name is none: lengths and beginnings never rule out a pair that scores", () => {
  const pairs = FILES.flatMap(readPairs).flatMap(({ a, b }) =>
    nameParts(a).flatMap((left) => nameParts(b).map((right) => ({ a: left, b: right }))),
  );
  const alike = pairs.filter(({ a, b }) => compareParts(a, b).score >= 0.9);
  expect(alike.length).toBeGreaterThan(200);
  expect(alike.filter(({ a, b }) => !mayScore(a, b, 0.9)).map(({ a, b }) => `${a.wort} ${b.wort}`)).toEqual([]);
});

/** Measured 2026-11-22: 192 of 196. */
test("the search tokens find the person among 5000 similar names, within the first 50", () => {
  const pairs = FILES.flatMap(readPairs);
  const words = pairs.map(({ b }) => b.split(" ")).filter((w) => w.length > 1);
  const [first, last] = [words.map((w) => w[0] ?? ""), words.map((w) => w.at(-1) ?? "")];
  const numbers = dice(20_261_122);
  const draw = (list: readonly string[]) => list[numbers.next().value % list.length] ?? "";
  const index = new Map<string, number[]>();
  const store = (name: string, id: number) => {
    for (const token of nameTokens(name)) {
      const ids = index.get(token) ?? [];
      ids.push(id);
      index.set(token, ids);
    }
  };
  for (let id = 0; id < 5000; id++) store(`${draw(first)} ${draw(last)}`, id);
  const same = pairs.filter((pair) => pair.gleich);
  same.forEach(({ b }, i) => store(b, 5000 + i));
  const found = same.filter(({ a }, i) => {
    const shared = new Map<number, number>();
    for (const token of nameTokens(a))
      for (const id of index.get(token) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    const own = shared.get(5000 + i) ?? 0;
    return own > 0 && [...shared.values()].filter((n) => n >= own).length <= 50;
  });
  // Ties count against us: a person who shares as many tokens as 50 others might not be opened.
  expect(found.length / same.length).toBeGreaterThanOrEqual(0.95);
});

describe("comparison", () => {
  test.each(FILES)("is the same in both directions: %s", (file) => {
    for (const { a, b } of readPairs(file))
      expect(nameScore(a, b).score, `${a} / ${b}`).toBeCloseTo(nameScore(b, a).score);
  });

  test("a name equals itself, in any order of its parts", () => {
    for (const { a } of FILES.flatMap(readPairs)) {
      expect(nameScore(a, a), a).toEqual({ score: 1, grund: "gleich geschrieben" });
      const [first = "", last, third] = a.split(" ");
      if (last === undefined || third !== undefined) continue;
      expect(nameScore(a, `${last} ${first}`), a).toEqual({ score: 1, grund: "Reihenfolge vertauscht" });
    }
  });

  test.each([
    ["Mira Beispiel", "mira  BEISPIEL", "gleich geschrieben"],
    ["Meyer", "Maier", "andere Schreibweise"],
    ["Thomas Becker", "Tomas Bekker", "andere Schreibweise"],
    ["Karl Probe", "Karl Prohbe", "gleicher Klang"],
    ["Mira Beispiel", "Mira Beispierl", "ein Buchstabe anders"],
    ["Олена Шевченко", "Olena Schewtschenko", "andere Schrift"],
    ["Jo Muster", "Muster Jo", "Reihenfolge vertauscht"],
    ["Maria del Carmen Garcia", "Maria Garcia", "ein Namensteil fehlt"],
    ["Tesfay Gebremedhin", "Tesfay Gebre Medhin", "zusammengeschrieben"],
    ["Tesfay Gebremedhin", "Tesfai Gebre Medhin", "zusammengeschrieben, andere Schreibweise"],
    ["Karim Probe", "Karima Probe", "ein Teil des Namens ist ein anderer"],
    ["Karim", "Karima", "männliche und weibliche Form"],
    ["Mira Beispiel", "Karl Probe", "verschiedene Namen"],
  ])("says the reason: %s / %s", (a, b, grund) => {
    expect(nameScore(a, b).grund).toBe(grund);
  });

  test("input that is empty or has no letters equals nothing", () => {
    for (const nothing of ["", "   ", "-", "123", "…"]) {
      expect(nameScore(nothing, "Jo Muster")).toEqual({ score: 0, grund: "verschiedene Namen" });
      expect(nameTokens(nothing)).toEqual([]);
    }
  });
});

describe("parts of names", () => {
  const texts = (name: string) => nameParts(name).map((part) => part.text);

  test.each([
    ["Müller-Lüdenscheidt", ["mueller", "luedenscheidt"]],
    ["Abd Al-Rahman Ebrahim", ["abdrahman", "ebrahim"]],
    ["Abdulrahman Ibrahim", ["abdrahman", "ibrahim"]],
    ["Ar-Rashid Jo", ["rashid", "jo"]],
    ["Maria del Carmen", ["maria", "carmen"]],
    ["Ben Muster", ["ben", "muster"]],
    ["Al", ["al"]],
    ["O’Probe", ["oprobe"]],
    ...["‐", "‑", "‒", "–", "—", "―", "−", "֊", "־", "・", "·", "‧", "•"].map((dash): [string, string[]] => [
      `Mira${dash}Ann Muster`,
      ["mira", "ann", "muster"],
    ]),
    ["Mi\u200Bra\u202E Mus\u00ADter", ["mira", "muster"]],
    ["Dr. Jo Muster", ["dr", "jo", "muster"]],
  ])("%s", (name, parts) => {
    expect(texts(name)).toEqual(parts);
  });

  test("the Arabic article does not count, whether separate, attached or left out", () => {
    const spellings = ["محمد الأحمد", "Mohammad Al-Ahmad", "Mohammad Alahmad", "Mohammad al Ahmad", "Mohammad Ahmad"];
    for (const a of spellings) for (const b of spellings) expect(nameScore(a, b).score).toBeGreaterThan(0.9);
  });
});
