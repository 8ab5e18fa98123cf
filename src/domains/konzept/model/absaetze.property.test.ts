import * as fc from "fast-check";
import { expect, test } from "vitest";
import { absaetzeOf, zusammengefuehrt } from "./absaetze.ts";

const paragraph = fc.constantFrom(
  "Kita",
  "Schule\n- Plätze",
  "| a | b |\n| 1 | 2 |",
  "# Weg",
  "Zahl {beratungen}",
  "Ende",
);

/** What somebody made of a text: paragraphs kept, taken out, rewritten or put in, with words that only she uses. */
const edited = (who: string, base: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom("keep", "keep", "drop", "change", "before"), fc.nat(99)), {
      minLength: base.length,
      maxLength: base.length,
    })
    .map((steps) =>
      steps.flatMap(([step, n], i) => {
        const old = base[i] ?? "";
        if (step === "drop") return [];
        if (step === "change") return [`${old} ${who}${i}x${n}`];
        return step === "before" ? [`${who}${i}y${n}`, old] : [old];
      }),
    );

const text = (paragraphs: readonly string[]) => paragraphs.join("\n\n");
const words = (one: string) => one.split(/\s+/).filter((word) => word !== "");

const both = fc
  .array(paragraph, { maxLength: 8 })
  .map((all) => all.map((one, i) => `${one} ${i}`))
  .chain((base) => fc.tuple(fc.constant(base), edited("mira", base), edited("jo", base)));

test("a merge loses no word that either wrote, and none that both kept", () => {
  fc.assert(
    fc.property(both, ([base, mine, theirs]) => {
      const merged = zusammengefuehrt(text(base), text(mine), text(theirs));
      const found = new Set(words(merged.text));
      const before = new Set(words(text(base)));
      const own = [...words(text(mine)), ...words(text(theirs))].filter((word) => !before.has(word));
      expect(own.filter((word) => !found.has(word))).toEqual([]);
      const kept = base.filter((one) => mine.includes(one) && theirs.includes(one));
      expect(kept.filter((one) => !absaetzeOf(merged.text).includes(one))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("where nothing touches, what one took out is gone and what nobody touched is as it was", () => {
  fc.assert(
    fc.property(both, ([base, mine, theirs]) => {
      const merged = zusammengefuehrt(text(base), text(mine), text(theirs));
      if (merged.beruehrungen.length > 0) return;
      const dropped = new Set(base.filter((one) => !mine.includes(one) || !theirs.includes(one)));
      expect(absaetzeOf(merged.text).filter((one) => dropped.has(one))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("who saves does not matter to what is kept, and saving what is stored changes nothing", () => {
  fc.assert(
    fc.property(both, ([base, mine, theirs]) => {
      const one = zusammengefuehrt(text(base), text(mine), text(theirs));
      const other = zusammengefuehrt(text(base), text(theirs), text(mine));
      expect(words(one.text).toSorted()).toEqual(words(other.text).toSorted());
      expect(one.beruehrungen.length).toBe(other.beruehrungen.length);
      expect(zusammengefuehrt(text(base), text(base), text(theirs)).text).toBe(text(theirs));
      expect(zusammengefuehrt(text(base), text(mine), text(base)).text).toBe(text(mine));
    }),
    { numRuns: 200 },
  );
});

test("two who write the same paragraph see both, each with what stood there", () => {
  const base = "Anfang.\n\nPlätze fehlen.\n\nEnde.";
  const merged = zusammengefuehrt(
    base,
    base.replace("fehlen", "fehlen in Alfter"),
    base.replace("fehlen", "fehlen überall").replace("Ende.", "Ende und Ausblick."),
  );
  expect(merged.text).toBe(
    "Anfang.\n\nPlätze fehlen in Alfter.\n\nEnde.\n\nPlätze fehlen überall.\n\nEnde und Ausblick.",
  );
  expect(merged.beruehrungen).toHaveLength(1);
});
