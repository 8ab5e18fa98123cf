import { describe, expect, test } from "vitest";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { SPRACHE, type Sprache } from "../../einwilligungen/index.ts";
import { MITBRINGSEL } from "../model/organisation.ts";
import { WORTE } from "./worte.ts";
import { zettelPdf } from "./zettel.ts";

const zettel = (sprache: Sprache) =>
  zettelPdf({
    organisation: {
      name: "Sprachschule Wortreich",
      anschrift: "Musterplatz 1, 53721 Siegburg",
      telefon: "02241 0000",
      email: "info@beispiel.example",
      zeiten: "Montag 9–12 Uhr",
      mitbringen: [...MITBRINGSEL],
    },
    angebot: { name: "Deutschkurs A1", zeiten: "Dienstag 18–20 Uhr" },
    terminAm: "2027-01-04",
    terminUm: "09:30",
    traeger: "Muster-Verband",
    sprache,
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
    expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
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
    const { titel, termin, mitbringen, dinge } = WORTE[sprache];
    // Set from the right, the pieces of a line come in the order of the page; those slips were looked at.
    const words = DRUCKSPRACHEN[sprache].dir === "ltr" ? [titel, termin, mitbringen, ...Object.values(dinge)] : [];
    for (const one of words) expect(said, one).toContain(letters(one));
  });
});

test("every language has words of its own for everything", () => {
  for (const of of [
    (s: Sprache) => WORTE[s].titel,
    (s: Sprache) => WORTE[s].mitbringen,
    (s: Sprache) => WORTE[s].dinge.geburt,
  ]) {
    expect(new Set(SPRACHE.map(of)).size).toBe(SPRACHE.length);
  }
});
