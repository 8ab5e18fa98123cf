import * as fc from "fast-check";
import { expect, test } from "vitest";
import { KOPIE } from "../../../../tests/support/hilfeplan-kopie.ts";
import { SPRACHE, SPRACHEN } from "./sprachen.ts";
import { DE } from "./texte/de.ts";
import { planvergleich } from "./vergleich.ts";
import { type Stueck, wortvergleich } from "./wortvergleich.ts";

const without = (pieces: readonly Stueck[], art: string) =>
  pieces
    .filter((piece) => piece.art !== art)
    .map(({ text }) => text)
    .join("");

const word = fc.oneof(
  fc.constantFrom("Wohnung", "ziehen,", "أريد", "شقةً", "می‌خواهم", "Київ", " ", "\n", "(3)", "👪", "e\u0301"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));

test("whatever two texts say: without the new it is the earlier, without the gone the later, sign by sign", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wortvergleich(before, after);
      expect(without(pieces, "neu")).toBe(before);
      expect(without(pieces, "weg")).toBe(after);
    }),
  );
});

test("nothing is told of a text that is the same, and only the word that changed of one that is not", () => {
  fc.assert(
    fc.property(text, (same) => {
      expect(wortvergleich(same, same).every(({ art }) => art === "gleich")).toBe(true);
    }),
  );
  expect(wortvergleich("أريد شقة كبيرة", "أريد شقة صغيرة")).toEqual([
    { art: "gleich", text: "أريد شقة " },
    { art: "weg", text: "كبيرة" },
    { art: "neu", text: "صغيرة" },
  ]);
});

test("goals and steps meet by their thread: moved is not new, removed comes last", () => {
  const { plan } = KOPIE;
  const [wohnen, sprache] = plan.ziele;
  const neues = { id: "n", faden: "z3", handlungsfeld: "arbeit", version: 1, ziel: "Arbeiten", schritte: [] };
  if (wohnen === undefined || sprache === undefined) throw new Error("Zwei Ziele.");
  const spaeter = { ...plan, ziele: [neues, { ...wohnen, schritte: wohnen.schritte.slice(1) }] };
  const { ziele } = planvergleich(plan, spaeter);
  expect(ziele.map(({ faden, wo }) => [faden, wo])).toEqual([
    ["z3", "neu"],
    ["z1", "beide"],
    ["z2", "weg"],
  ]);
  expect(ziele[1]?.schritte.map(({ wo }) => wo)).toEqual(["beide", "beide", "weg"]);
});

test("every language has the places that are filled in, and a word for every field", () => {
  for (const sprache of SPRACHE) {
    const { texte } = SPRACHEN[sprache];
    expect(texte.seite).toMatch(/\{n\}.*\{m\}/);
    expect(texte.ziel).toContain("{n}");
    expect(texte.schritte).toContain("{n}");
    expect(Object.keys(texte.felder).toSorted()).toEqual(Object.keys(DE.felder).toSorted());
  }
});
