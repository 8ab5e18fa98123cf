import { describe, expect, test } from "vitest";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { DRUCKSPRACHEN } from "../../codelisten/index.ts";
import { SPRACHE, type Sprache } from "../model/zwecke.ts";
import type { Einwilligung } from "../queries/einwilligungen.ts";
import type { EinwilligungText } from "../queries/texte.ts";
import { bestaetigungPdf } from "./bestaetigung.ts";
import { blattPdf, briefPdf } from "./blatt.ts";
import { WORTE } from "../model/worte/index.ts";
import { WIDERRUF } from "../model/worte/widerruf.ts";

const EINWILLIGUNG: Einwilligung = {
  id: "11111111-1111-4111-8111-111111111111",
  kontoId: "22222222-2222-4222-8222-222222222222",
  personId: "33333333-3333-4333-8333-333333333333",
  person: undefined,
  textId: "44444444-4444-4444-8444-444444444444",
  zweck: "weitergabe",
  empfaengerArt: "kita_schule",
  empfaenger: "Kita Musterbach",
  kategorien: ["kontakt", "sprache", "gesundheit"],
  stand: "entwurf",
  sprache: null,
  verstaendigung: null,
  durch: null,
  form: null,
  zeuge: null,
  unterschrift: null,
  belegId: null,
  gueltigAb: null,
  gueltigBis: "2027-06-30",
  version: 1,
  schritte: [],
};
const text = (sprache: Sprache): EinwilligungText => ({
  id: "44444444-4444-4444-8444-444444444444",
  zweck: "weitergabe",
  sprache,
  fassung: 2,
  rechtsrahmen: "dsgvo",
  wortlaut: `${WORTE[sprache].kategorie.kontakt}. ${WORTE[sprache].titel}.`,
  freigegebenVon: null,
  freigegebenAm: "2026-11-01",
  version: 2,
});
const ALLE = new Map(SPRACHE.map((one) => [one, text(one)]));
const blatt = (sprache: Sprache, uebersetzungen: ReadonlyMap<Sprache, EinwilligungText>, mehr = {}) =>
  blattPdf({
    e: EINWILLIGUNG,
    text: text("de"),
    uebersetzungen,
    sprache,
    traeger: "Muster-Verband",
    geprueft: null,
    tag: "2026-11-29",
    ...mehr,
  });

/** Letters only: a PDF breaks lines, and Arabic is shaped into other forms of the same letters. */
const letters = (said: string): string => said.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");

describe.each(SPRACHE)("the sheet in %s", (sprache) => {
  const bytes = blatt(sprache, ALLE);
  test("is readable for everybody and says in which language it is", () => {
    expect(matterhorn(bytes)).toEqual([]);
    expect(bytes.toString("latin1")).toContain(`/Lang (${sprache === "de_leicht" ? "de" : sprache}`);
  });

  test("says every word of it, and the recipient as it was written", () => {
    const said = letters(pdfText(bytes).text);
    const { titel, anWen, zweck, kategorie, sorge } = WORTE[sprache];
    // Set from the right, the pieces of a line come in the order of the page; those sheets were looked at.
    const words =
      DRUCKSPRACHEN[sprache].dir === "ltr" ? [titel, anWen, zweck.weitergabe, kategorie.gesundheit, sorge] : [];
    for (const one of words) expect(said, one).toContain(letters(one));
    expect(said).toContain("KitaMusterbach");
    expect(said).toContain("30062027");
    const geprueft = letters(pdfText(blatt(sprache, ALLE, { geprueft: "2026-12-01" })).text);
    expect(geprueft).not.toContain("nichtamtlichgeprüft");
    expect(geprueft.includes("geprüftvonMusterVerbandam01122026")).toBe(sprache !== "de");
  });
});

test("where the text is not released in a language, the sheet is German and says so in that language", () => {
  const said = letters(pdfText(blatt("uk", new Map([["de", text("de")]]))).text);
  expect(said).toContain(letters(WORTE.uk.nurDeutsch));
  expect(said).toContain("WelcheAngaben");
  expect(said).not.toContain(letters(WORTE.uk.anWen));
});

test("signed on the screen, the sheet shows what was drawn instead of lines to sign, and stays readable for everybody", () => {
  const unterschrift = "20,120 60,40 100,120 140,60 180,130;210,40 215,90 220,140";
  const e = { ...EINWILLIGUNG, form: "bildschirm", gueltigAb: "2026-11-29", unterschrift } as const;
  const bytes = blattPdf({
    e,
    text: text("de"),
    uebersetzungen: ALLE,
    sprache: "de",
    traeger: "Muster-Verband",
    geprueft: null,
    tag: "2026-11-29",
  });
  expect(matterhorn(bytes)).toEqual([]);
  const said = letters(pdfText(bytes).text);
  expect(said).toContain(letters("Unterschrift, 29.11.2026"));
  expect(said).not.toContain(letters(WORTE.de.sorge));
});

test("the letter about a withdrawal says what went out, and is readable for everybody", () => {
  const hinaus = [{ id: "1", am: "2026-11-02", art: "verweis", kategorien: ["kontakt"], mitgeteiltAm: null }] as const;
  const bytes = briefPdf({ e: EINWILLIGUNG, hinaus, traeger: "Muster-Verband", tag: "2026-11-29" });
  expect(matterhorn(bytes)).toEqual([]);
  expect(letters(pdfText(bytes).text)).toContain(
    letters("am 02.11.2026, bei einem Verweis: Name und wie man Sie erreicht"),
  );
});

describe.each(SPRACHE)("the confirmation of a withdrawal in %s", (sprache) => {
  const hinaus = [{ id: "1", am: "2026-11-02", art: "verweis", kategorien: ["kontakt"], mitgeteiltAm: null }] as const;
  const anlass = { e: EINWILLIGUNG, hinaus, sprache, traeger: "Muster-Verband", geprueft: null, tag: "2026-11-29" };
  const bytes = bestaetigungPdf(anlass);

  test("is German, and behind it in her language with a mark that nobody checked it", () => {
    expect(matterhorn(bytes)).toEqual([]);
    expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(sprache === "de" ? 1 : 2);
    const said = letters(pdfText(bytes).text);
    for (const one of [WIDERRUF.de.titel, WIDERRUF.de.abJetzt, "29.11.2026", "02.11.2026", "Kita Musterbach"])
      expect(said, one).toContain(letters(one));
    if (sprache === "de") return expect(said).not.toContain("amtlichgeprüft");
    const { titel, nichtGeprueft, abJetzt, bekommen, weiter } = WIDERRUF[sprache];
    const words = DRUCKSPRACHEN[sprache].dir === "ltr" ? [titel, nichtGeprueft, abJetzt, bekommen, weiter] : [titel];
    for (const one of words) expect(said, one).toContain(letters(one));
  });

  test("says by whom it was checked, once the Träger stands for it", () => {
    const said = letters(pdfText(bestaetigungPdf({ ...anlass, geprueft: "2026-12-01" })).text);
    expect(said).not.toContain("nichtamtlichgeprüft");
    expect(said.includes("geprüftvonMusterVerbandam01122026")).toBe(sprache !== "de");
  });
});

test("every language has a place for the day of a withdrawal, and sentences of its own", () => {
  for (const one of SPRACHE) expect(WIDERRUF[one].amTag.split("{tag}"), one).toHaveLength(2);
  expect(new Set(SPRACHE.map((one) => Object.values(WIDERRUF[one]).join())).size).toBe(SPRACHE.length);
});
