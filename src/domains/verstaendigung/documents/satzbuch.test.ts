import { describe, expect, test } from "vitest";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { GRUPPE, SATZ, SATZBUCH } from "../model/satzbuch/index.ts";
import { satzbuchPdf } from "./satzbuch.ts";

/** Letters only: a PDF breaks lines, and Arabic is shaped into other forms of the same letters. */
const letters = (said: string): string => said.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Scripts that a language is written in; a sentence pasted into the wrong one is found here. */
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u];
const SCRIPT = {
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
};

describe.each(DRUCKSPRACHE)("the phrase book in %s", (sprache) => {
  const buch = SATZBUCH[sprache];
  const blatt = { sprache, traeger: "Muster-Verband", geprueft: null, tag: "2026-11-30" };
  const bytes = satzbuchPdf(blatt);

  test("is readable for everybody and says in which language it is", () => {
    expect(matterhorn(bytes)).toEqual([]);
    expect(bytes.toString("latin1")).toContain(`/Lang (${DRUCKSPRACHEN[sprache].lang}`);
  });

  test("has every sentence, and says that nobody checked it, until somebody did", () => {
    const said = letters(pdfText(bytes).text);
    const own = sprache === "de" ? [] : [buch.nichtGeprueft, ...SATZ.map((satz) => SATZBUCH.de.saetze[satz])];
    // Set from the right, the pieces of a line come in the order of the page; those sheets were looked at.
    const ltr = DRUCKSPRACHEN[sprache].dir === "ltr";
    const words = [
      ...own.filter((one) => ltr || one !== buch.nichtGeprueft),
      ...(ltr ? SATZ.map((s) => buch.saetze[s]) : []),
    ];
    expect(words.filter((one) => !said.includes(letters(one)))).toEqual([]);
    const geprueft = letters(pdfText(satzbuchPdf({ ...blatt, geprueft: "2026-12-01" })).text);
    expect(geprueft).not.toContain("nichtamtlichgeprüft");
    expect(geprueft.includes("geprüftvonMusterVerbandam01122026")).toBe(sprache !== "de");
  });

  test("says each sentence and heading once, in its own script", () => {
    const all = [...SATZ.map((satz) => buch.saetze[satz]), ...GRUPPE.map((gruppe) => buch.gruppen[gruppe])];
    expect(new Set(all).size).toBe(all.length);
    const script = Object.entries(SCRIPT).find(([code]) => code === sprache)?.[1] ?? /\p{Script=Latin}/u;
    expect(all.filter((one) => SCRIPTS.some((s) => s.test(one) !== (String(s) === String(script))))).toEqual([]);
  });
});

test("no two languages say the same: Russian and Ukrainian share short answers", () => {
  for (const satz of SATZ.filter((one) => !["ja", "nein"].includes(one))) {
    const said = DRUCKSPRACHE.filter((one) => one !== "uk").map((one) => SATZBUCH[one].saetze[satz]);
    expect(new Set(said).size, satz).toBe(said.length);
  }
});
