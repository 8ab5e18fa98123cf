import { describe, expect, test } from "vitest";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { DRUCKSPRACHEN, MITBRINGSEL, type Mitbringsel, mitbringWort } from "../../codelisten/index.ts";
import { SPRACHE, type Sprache } from "../../einwilligungen/index.ts";
import { WORTE } from "../model/zettel-worte/index.ts";
import { zettelPdf } from "./zettel.ts";

const zettel = (sprache: Sprache, mitbringen: readonly Mitbringsel[] = MITBRINGSEL, geprueft: string | null = null) =>
  zettelPdf({
    organisation: {
      name: "Sprachschule Wortreich",
      anschrift: "Musterplatz 1, 53721 Siegburg",
      telefon: "02241 0000",
      email: "info@beispiel.example",
      zeiten: "Montag 9–12 Uhr",
      mitbringen,
    },
    angebot: { name: "Deutschkurs A1", zeiten: "Dienstag 18–20 Uhr" },
    terminAm: "2027-01-04",
    terminUm: "09:30",
    traeger: "Muster-Verband",
    sprache,
    geprueft,
    tag: "2026-11-30",
  });

/** Letters only: a PDF breaks lines, and Arabic is shaped into other forms of the same letters. */
const letters = (said: string): string => said.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");

describe.each(SPRACHE)("the slip in %s", (sprache) => {
  const bytes = zettel(sprache);
  const said = letters(pdfText(bytes).text);
  test("is readable for everybody, on one page, and says in which language it is", () => {
    expect(matterhorn(bytes)).toEqual([]);
    expect(bytes.toString("latin1")).toContain(`/Lang (${sprache === "de_leicht" ? "de" : sprache}`);
    // More than a place asks for; all that there is to bring may go on to the next.
    const usual = zettel(sprache, MITBRINGSEL.slice(0, 12));
    expect(usual.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  test("says where, when and what to bring in its own words, names as they are written", () => {
    for (const one of [
      "SprachschuleWortreich",
      "Musterplatz1",
      "DeutschkursA1",
      "Dienstag1820Uhr",
      "04012027",
      "0930",
    ]) {
      expect(said).toContain(one);
    }
    const { titel, termin, mitbringen } = WORTE[sprache];
    const dinge = MITBRINGSEL.map((one) => mitbringWort(sprache, one));
    // Set from the right, the pieces of a line come in the order of the page; those slips were looked at.
    const words = DRUCKSPRACHEN[sprache].dir === "ltr" ? [titel, termin, mitbringen, ...dinge] : [];
    for (const one of words) expect(said, one).toContain(letters(one));
  });
});

test("once the Träger stands for a language, the slip says so instead of the mark, also in easy German", () => {
  const said = (sprache: Sprache, geprueft: string | null) =>
    letters(pdfText(zettel(sprache, [], geprueft)).decoration);
  for (const one of ["en", "de_leicht"] as const) {
    expect(said(one, null)).toContain(letters(WORTE[one].nichtGeprueft));
    expect(said(one, "2026-12-01")).not.toContain(letters(WORTE[one].nichtGeprueft));
    expect(said(one, "2026-12-01")).toContain("geprüftvonMusterVerbandam01122026");
  }
});

test("every language has words of its own for everything", () => {
  for (const of of [
    (s: Sprache) => WORTE[s].titel,
    (s: Sprache) => WORTE[s].mitbringen,
    (s: Sprache) => mitbringWort(s, "geburt"),
  ]) {
    expect(new Set(SPRACHE.map(of)).size).toBe(SPRACHE.length);
  }
});
