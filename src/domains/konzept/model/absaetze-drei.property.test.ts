import * as fc from "fast-check";
import { expect, test } from "vitest";
import { papierText } from "../../berichte/model/eingabe.ts";
import { absaetzeOf, stehtIn, zusammengefuehrt } from "./absaetze.ts";

/** As people write: right to left, with spaces that do not break, with the line ends of other machines. */
const WORTE = [
  "Kita",
  "Plätze",
  "30\u00A0%",
  "حضانة",
  "גן",
  "Öffnungszeiten",
  "{beratungen}",
  "**fett**",
  "İzmir",
  "e\u0301",
];
const paragraph = fc.array(fc.constantFrom(...WORTE), { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

const FORM = papierText(40_000);
/** What arrives of a text that a browser or Word sends: line ends of its own, blanks at the ends of lines. */
const gesendet = (absaetze: readonly string[], ende: string): string =>
  FORM.parse(absaetze.join(`${ende}${ende}`).replaceAll("\n", ende));

type Schritt = readonly ["keep" | "drop" | "change" | "before" | "move", number];
const steps = (length: number) =>
  fc.array(
    fc.tuple(
      fc.constantFrom(
        "keep" as const,
        "keep" as const,
        "drop" as const,
        "change" as const,
        "before" as const,
        "move" as const,
      ),
      fc.nat(9),
    ),
    { minLength: length, maxLength: length },
  );

/** What somebody made of a text: kept, taken out, rewritten, put in, or moved elsewhere. */
function geschrieben(who: string, base: readonly string[], how: readonly Schritt[]): string[] {
  const text = base.flatMap((old, i) => {
    const [step, n] = how[i] ?? ["keep", 0];
    if (step === "drop" || step === "move") return [];
    if (step === "change") return [`${old} ${who}${i}x${n}`];
    return step === "before" ? [`${who}${i}y${n}`, old] : [old];
  });
  return how.reduce(
    (all, [step, n], i) => (step === "move" ? all.toSpliced(n % (all.length + 1), 0, base[i] ?? "") : all),
    text,
  );
}

const drei = fc
  .array(paragraph, { minLength: 1, maxLength: 7 })
  .map((all) => all.map((one, i) => `${one} ${i}`))
  .chain((base) =>
    fc.tuple(
      fc.constant(base),
      fc.tuple(steps(base.length), steps(base.length), steps(base.length)),
      fc.constantFrom("\n", "\r\n"),
    ),
  );

/** Everything that separates words but a space that keeps them together. */
const words = (text: string): string[] => text.split(/[ \n]+/).filter((word) => word !== "");
const NAMEN = ["mira", "jo", "toni"] as const;

/** Saves one text after the other, each written from the first state, as three do who opened a part at the same time. */
function nacheinander(base: string, texts: readonly string[]) {
  let stored = base;
  const beruehrt: boolean[] = [];
  for (const text of texts) {
    const merged = zusammengefuehrt(base, text, stored);
    beruehrt.push(merged.beruehrungen.length > 0);
    stored = merged.text;
  }
  return { stored, beruehrt };
}

test("three who write at once lose no word that any of them wrote, whoever saves first and from whatever machine", () => {
  fc.assert(
    fc.property(drei, ([base, hows, ende]) => {
      const before = gesendet(base, ende);
      const texts = hows.map((how, i) => gesendet(geschrieben(NAMEN[i] ?? "", base, how), ende));
      const known = new Set(words(before));
      for (const order of [
        [0, 1, 2],
        [2, 0, 1],
      ]) {
        const { stored } = nacheinander(
          before,
          order.map((i) => texts[i] ?? ""),
        );
        const found = new Set(words(stored));
        const own = texts.flatMap(words).filter((word) => !known.has(word));
        expect(own.filter((word) => !found.has(word))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

test("a paragraph that somebody moved and nobody took out stands there still; one that nobody touched stands there once", () => {
  fc.assert(
    fc.property(drei, ([base, hows, ende]) => {
      const before = gesendet(base, ende);
      const texts = hows.map((how, i) => gesendet(geschrieben(NAMEN[i] ?? "", base, how), ende));
      const { stored } = nacheinander(before, texts);
      const all = absaetzeOf(stored);
      const everywhere = absaetzeOf(before).filter((one) => texts.every((text) => absaetzeOf(text).includes(one)));
      expect(everywhere.filter((one) => !all.includes(one))).toEqual([]);
      const untouched = base.flatMap((_, i) =>
        hows.every((how) => how.every(([step]) => step !== "move") && ["keep", "before"].includes(how[i]?.[0] ?? ""))
          ? [absaetzeOf(before)[i] ?? ""]
          : [],
      );
      const { beruehrt } = nacheinander(before, texts);
      if (!beruehrt.some(Boolean))
        expect(untouched.filter((one) => all.filter((other) => other === one).length !== 1)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("what one rewrote and another took out is shown to whoever saves second, and stands in the text", () => {
  fc.assert(
    fc.property(drei, fc.nat(6), fc.boolean(), ([base, , ende], at, first) => {
      const i = at % base.length;
      const before = gesendet(base, ende);
      const changed = gesendet(base.toSpliced(i, 1, `${base[i]} umgeschrieben`), ende);
      const without = gesendet(base.toSpliced(i, 1), ende);
      const merged = first ? zusammengefuehrt(before, changed, without) : zusammengefuehrt(before, without, changed);
      expect(merged.beruehrungen).toHaveLength(1);
      expect([merged.beruehrungen[0]?.eigen, merged.beruehrungen[0]?.fremd].filter((one) => one === "")).toHaveLength(
        1,
      );
      expect(merged.text).toContain("umgeschrieben");
    }),
    { numRuns: 200 },
  );
});

test("a passage that a comment quotes is found after a merge wherever a paragraph of it was kept or moved", () => {
  fc.assert(
    fc.property(drei, ([base, hows, ende]) => {
      const before = gesendet(base, ende);
      const texts = hows.map((how, i) => gesendet(geschrieben(NAMEN[i] ?? "", base, how), ende));
      const { stored } = nacheinander(before, texts);
      const quoted = absaetzeOf(before).filter((one) => texts.every((text) => stehtIn(text, one)));
      expect(quoted.filter((one) => !stehtIn(stored, one))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
