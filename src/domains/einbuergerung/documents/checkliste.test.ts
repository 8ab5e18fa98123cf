import { describe, expect, test } from "vitest";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { BLATT, THEMA, themaOf } from "../model/blatt/index.ts";
import { AMPEL, type Regel } from "../model/regel.ts";
import type { Blatt } from "./blatt.ts";
import { checklistePdf } from "./checkliste.ts";

/** Letters only: a PDF breaks lines, and Arabic is shaped into other forms of the same letters. */
const letters = (said: string): string => said.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");

const SATZ = "Fünf Jahre rechtmäßiger gewöhnlicher Aufenthalt in Deutschland, ohne längere Lücke.";
const regel = (bedingung: string, name: string): Regel => ({
  code: `p10-${bedingung}`,
  name,
  perspektive: "p10",
  bedingung,
  satz: SATZ,
  quelle: "§ 10 Abs. 1 Satz 1 StAG",
  geprueftAm: "2026-11-30",
  zuPruefen: null,
  pruefung: null,
  zahl: 0,
  zahlBis: null,
  stichtag: null,
  zaehlt: [],
  sofort: [],
  pruefen: [],
  nicht: [],
  beiSchutz: [],
  dokumente: [],
  ab: "2024-06-27",
  bis: null,
});
const punkt = (bedingung: string, name: string, licht: (typeof AMPEL)[number] | "auskunft") => ({
  regel: regel(bedingung, name),
  befund: { licht, weil: "Ohne Lücke seit 15.01.2020: 6 Jahre und 10 Monate." },
  davor: undefined,
  danach: undefined,
});

const SHEET: Blatt = {
  weg: {
    perspektive: {
      code: "p10",
      name: "Einbürgerung mit Anspruch",
      paragraf: "§ 10 StAG",
      art: "einbuergerung",
      zuPruefen: null,
      ab: "2020-01-01",
      bis: null,
    },
    punkte: [
      punkt("aufenthalt", "Rechtmäßiger Aufenthalt", "erfuellt"),
      punkt("titel", "Aufenthaltstitel, der reicht", "offen"),
      punkt("unterhalt", "Unterhalt", "nicht"),
      punkt("deutsch", "Deutsch", "unbekannt"),
      punkt("bekenntnis", "Bekenntnis", "auskunft"),
    ],
    zeiten: [],
  },
  papiere: [{ name: "Pass", kind: "success", text: "liegt vor" }],
  behoerde: "Einbürgerungsbehörde des Kreises",
  wartezeit: "Ein Antrag dauert im Durchschnitt länger als 12 Monate.",
  traeger: "Muster-Verband",
  geprueft: null,
  tag: "2026-11-30",
};

describe.each(DRUCKSPRACHE)("the checklist in %s", (sprache) => {
  const bytes = checklistePdf(SHEET, sprache);
  const t = BLATT[sprache];
  const said = letters(pdfText(bytes).text);

  test("is readable for everybody and says in which language it is", () => {
    expect(matterhorn(bytes)).toEqual([]);
    expect(bytes.toString("latin1")).toContain(`/Lang (${DRUCKSPRACHEN[sprache].lang}`);
  });

  test("says the law and the file in German, and what it is about in the person's language", () => {
    for (const german of [SATZ, "Rechtmäßiger Aufenthalt", "Ohne Lücke seit 15.01.2020", "erfüllt"])
      expect(said, german).toContain(letters(german));
    const own =
      sprache === "de"
        ? [t.hinweis]
        : [t.themen.aufenthalt, t.themen.sonst, t.licht.nicht, t.gesetz, t.nichtGeprueft, t.bedingungen];
    // Word by word: what stands from right to left is broken differently.
    for (const word of own.flatMap((one) => one.split(/[^\p{L}\p{M}]+/u))) expect(said, word).toContain(letters(word));
    const foreign = sprache !== "de" && sprache !== "de_leicht";
    expect(said.includes("nichtamtlichgeprüft")).toBe(foreign);
    const geprueft = letters(pdfText(checklistePdf({ ...SHEET, geprueft: "2026-12-01" }, sprache)).text);
    expect(geprueft).not.toContain("nichtamtlichgeprüft");
    expect(geprueft.includes("geprüftvonMusterVerbandam01122026")).toBe(sprache !== "de");
  });
});

test("every language has words of its own for each light and each thing that is asked", () => {
  for (const sprache of DRUCKSPRACHE) {
    const { themen, licht } = BLATT[sprache];
    expect(new Set(THEMA.map((thema) => themen[thema])).size, sprache).toBe(THEMA.length);
    expect(new Set(AMPEL.map((one) => licht[one])).size, sprache).toBe(AMPEL.length);
    expect(BLATT[sprache].stand.split("{tag}"), sprache).toHaveLength(2);
  }
  // What the authority alone weighs is never spelled out.
  for (const bedingung of ["verurteilung", "bekenntnis", "angaben", "ausschluss"])
    expect(themaOf(bedingung)).toBe("sonst");
});
