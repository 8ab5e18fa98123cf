import { describe, expect, test } from "vitest";
import type { Rang } from "./rangfolge.ts";
import {
  durchgefuehrt,
  kindDolmetschtSatz,
  kommunenSatz,
  neuzugewiesenSatz,
  nichtZugeordnetSatz,
  ohneAngebotSatz,
  ohneBeratungSatz,
  strichlistenSatz,
  themenSatz,
  vermitteltSatz,
} from "./saetze.ts";

const H1 = "im ersten Halbjahr 2023";
const ranks = (...pairs: readonly [string, string, number][]): Rang[] =>
  pairs.map(([code, kurz, wert]) => ({ code, name: kurz, kurz, wert }));

/** Each sentence for none, one, two and many, as a Dezernentin reads it. */
describe.each<[string, (n: number) => string, readonly string[]]>([
  [
    "what was done",
    (n) => durchgefuehrt(H1, n, undefined),
    [
      "Im ersten Halbjahr 2023 ist keine Beratung des Case Managements dokumentiert.",
      "Im ersten Halbjahr 2023 hat das Case Management eine Beratung durchgeführt.",
      "Im ersten Halbjahr 2023 hat das Case Management zwei Beratungen durchgeführt.",
      "Im ersten Halbjahr 2023 hat das Case Management 1.098 Beratungen durchgeführt.",
    ],
  ],
  [
    "and what was done in the other period",
    (n) => durchgefuehrt(H1, 40, { wann: "im ersten Halbjahr 2022", n }),
    [
      "Im ersten Halbjahr 2023 hat das Case Management 40 Beratungen durchgeführt; im ersten Halbjahr 2022 war keine dokumentiert.",
      "Im ersten Halbjahr 2023 hat das Case Management 40 Beratungen durchgeführt; im ersten Halbjahr 2022 war es eine.",
      "Im ersten Halbjahr 2023 hat das Case Management 40 Beratungen durchgeführt; im ersten Halbjahr 2022 waren es zwei.",
      "Im ersten Halbjahr 2023 hat das Case Management 40 Beratungen durchgeführt; im ersten Halbjahr 2022 waren es 1.098.",
    ],
  ],
  [
    "Kommunen",
    (n) => kommunenSatz(1098, n === 1098 ? 19 : n, 19),
    [
      "",
      "Die Beratungen fanden in einer der 19 Kommunen statt.",
      "Die Beratungen fanden in zwei der 19 Kommunen statt.",
      "Die Beratungen fanden in allen 19 Kommunen statt.",
    ],
  ],
  [
    "people newly assigned",
    neuzugewiesenSatz,
    [
      "",
      "In einer Beratung wurden Menschen beraten, die der Kommune neu zugewiesen worden waren.",
      "In zwei Beratungen wurden Menschen beraten, die der Kommune neu zugewiesen worden waren.",
      "In 1.098 Beratungen wurden Menschen beraten, die der Kommune neu zugewiesen worden waren.",
    ],
  ],
  [
    "no offer that fits",
    (n) => ohneAngebotSatz(H1, n, ""),
    [
      "",
      "Im ersten Halbjahr 2023 fand sich in einer Beratung kein passendes Angebot. Eine solche Beratung kann auf eine Systemlücke hinweisen.",
      "Im ersten Halbjahr 2023 fand sich in zwei Beratungen kein passendes Angebot. Solche Beratungen können auf eine Systemlücke hinweisen.",
      "Im ersten Halbjahr 2023 fand sich in 1.098 Beratungen kein passendes Angebot. Solche Beratungen können auf eine Systemlücke hinweisen.",
    ],
  ],
  [
    "a child that interpreted",
    kindDolmetschtSatz,
    [
      "",
      "In einer Beratung hat ein Kind gedolmetscht.",
      "In zwei Beratungen hat ein Kind gedolmetscht.",
      "In 1.098 Beratungen hat ein Kind gedolmetscht.",
    ],
  ],
  [
    "words without a theme",
    nichtZugeordnetSatz,
    [
      "",
      "Eine Nennung aus übernommenen Listen ist noch keinem Thema zugeordnet.",
      "Zwei Nennungen aus übernommenen Listen sind noch keinem Thema zugeordnet.",
      "1.098 Nennungen aus übernommenen Listen sind noch keinem Thema zugeordnet.",
    ],
  ],
  [
    "tallies",
    (n) => strichlistenSatz(n, 2000, "x %"),
    [
      "",
      "Eine Beratung (x %) stammt aus Strichlisten. Diese nennen Anzahl, Ort und Themen, aber weder Ergebnis noch Verständigung; die Angaben dazu beruhen auf den einzeln dokumentierten Beratungen.",
      "Zwei Beratungen (x %) stammen aus Strichlisten. Diese nennen Anzahl, Ort und Themen, aber weder Ergebnis noch Verständigung; die Angaben dazu beruhen auf den einzeln dokumentierten Beratungen.",
      "1.098 Beratungen (x %) stammen aus Strichlisten. Diese nennen Anzahl, Ort und Themen, aber weder Ergebnis noch Verständigung; die Angaben dazu beruhen auf den einzeln dokumentierten Beratungen.",
    ],
  ],
])("%s", (_what, sentence, said) => {
  test.each([0, 1, 2, 1098].map((n, i) => [n, said[i]] as const))("%d", (n, expected) => {
    expect(sentence(n)).toBe(expected);
  });
});

describe("lists in a sentence", () => {
  test("themes: none, one with one mention, two, many", () => {
    expect(themenSatz([])).toBe("");
    expect(themenSatz(ranks(["wohnen", "Wohnen", 1]))).toBe("Dabei ging es um das Thema Wohnen (eine Nennung).");
    expect(themenSatz(ranks(["sprache", "Sprache", 2], ["wohnen", "Wohnen", 1]))).toBe(
      "Dabei ging es um die Themen Sprache (2 Nennungen) und Wohnen (1).",
    );
    const many = ["A", "B", "C", "D", "E", "F", "G", "H"].map((k, i) => [k, k, 20 - i] as const);
    expect(themenSatz(ranks(...many.map(([c, k, n]): [string, string, number] => [c, k, n])))).toBe(
      "Am häufigsten ging es um die Themen A (20 Nennungen), B (19), C (18), D (17), E (16), F (15) und G (14).",
    );
  });

  test("referrals: none, one, one target with several, two targets, many", () => {
    const an = (...pairs: readonly [string, number][]) =>
      vermitteltSatz(ranks(...pairs.map(([code, n]): [string, string, number] => [code, code, n])));
    expect(an()).toBe("");
    expect(an(["an_jobcenter", 1])).toBe(
      "In einer Beratung wurde an eine andere Stelle vermittelt, und zwar an das Jobcenter.",
    );
    expect(an(["an_jobcenter", 2])).toBe(
      "In zwei Beratungen wurde an eine andere Stelle vermittelt, und zwar an das Jobcenter.",
    );
    expect(an(["an_jobcenter", 1], ["an_abh", 1])).toBe(
      "In zwei Beratungen wurde an eine andere Stelle vermittelt, und zwar an das Jobcenter (1) und an die Ausländerbehörde (1).",
    );
    expect(an(["an_sprachkurs", 64], ["an_ehrenamt", 51], ["an_abh", 41], ["an_jobcenter", 37], ["an_mbe", 34])).toBe(
      "In 227 Beratungen wurde an eine andere Stelle vermittelt, am häufigsten an Sprachkursträger (64), ins Ehrenamt (51) und an die Ausländerbehörde (41).",
    );
  });

  test("one consultation in one Kommune, most of them, a Kreis that is one Kommune, Kommunen without any", () => {
    expect(kommunenSatz(1, 1, 19)).toBe("Die Beratung fand in einer der 19 Kommunen statt.");
    expect(kommunenSatz(1098, 15, 19)).toBe("Die Beratungen fanden in 15 der 19 Kommunen statt.");
    expect(kommunenSatz(30, 1, 1)).toBe("");
    expect(ohneBeratungSatz([])).toBe("");
    expect(ohneBeratungSatz(["Much"])).toBe("Aus Much ist keine Beratung dokumentiert.");
    expect(ohneBeratungSatz(["Much", "Windeck"])).toBe("Aus Much und Windeck sind keine Beratungen dokumentiert.");
  });

  test("all of it from tallies", () => {
    const rest = "Diese nennen Anzahl, Ort und Themen, aber weder Ergebnis noch Verständigung.";
    expect(strichlistenSatz(1, 1, "")).toBe(`Die Beratung stammt aus Strichlisten. ${rest}`);
    expect(strichlistenSatz(9, 9, "")).toBe(`Alle Beratungen stammen aus Strichlisten. ${rest}`);
  });
});
