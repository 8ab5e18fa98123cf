import { describe, expect, test } from "vitest";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { DRUCKSPRACHE, DRUCKSPRACHEN, type Drucksprache, mitbringWort } from "../../codelisten/index.ts";
import { BRIEFSPRACHE, PLATZHALTER, briefspracheFor } from "../model/brief.ts";
import { WORTE } from "../model/brief-worte/index.ts";
import { type Brief, briefPdf } from "./briefe.ts";

const leer = Object.fromEntries(Object.keys(PLATZHALTER).map((one) => [one, ""]));
const worte: Brief["worte"] = {
  ...PLATZHALTER,
  ...leer,
  traeger: "Muster-Verband",
  absender: "Mira Beispiel",
  name: "Jolanda Musterfrau",
  empfaenger: "Jolanda Musterfrau",
  empfaenger_anschrift: "Musterweg 3\n53721 Siegburg",
  text: "Bitte rufen Sie an, wenn Sie nicht können.",
  termin_tag: "04.01.2027",
  termin_zeit: "10:30 Uhr",
  termin_ort: "Rathaus, Zimmer 7",
};
const brief = (sprache: Drucksprache | null, mehr: Partial<Brief> = {}) =>
  briefPdf("einladung", {
    worte,
    dinge: { offen: ["ausweis", "geburt"], da: ["meldung"], weiteres: [{ deutsch: "Zwei Euro", text: "" }] },
    termin: "2027-01-04",
    sprache,
    geprueft: null,
    tag: "2026-11-30",
    ...mehr,
  });
const pages = (bytes: Buffer) => bytes.toString("latin1").match(/\/Type \/Page\b/g)?.length;
/** Letters only: a PDF breaks lines, and Arabic is shaped into other forms of the same letters. */
const letters = (said: string): string => said.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");

describe.each(BRIEFSPRACHE)("an invitation in German and in %s", (sprache) => {
  const { lang, dir } = DRUCKSPRACHEN[sprache];
  const bytes = brief(sprache);
  const { text } = pdfText(bytes);

  test("is readable for everybody, the page behind in its own language", () => {
    expect(matterhorn(bytes)).toEqual([]);
    expect(pages(bytes)).toBe(2);
    expect(bytes.toString("latin1")).toContain("/Lang (de-DE");
    if (lang !== "de") expect(bytes.toString("latin1")).toContain(`/Lang (${lang}`);
  });

  test("says in both what is to be brought and when, and that nobody has checked the translation", () => {
    const said = letters(text);
    const behind = letters(text.slice(text.lastIndexOf("Mira Beispiel", text.lastIndexOf("Mira Beispiel") - 1)));
    for (const one of ["04012027", "1030Uhr", "RathausZimmer7", "JolandaMusterfrau", "ZweiEuro", "PassoderAusweis"]) {
      expect(behind, one).toContain(one);
    }
    if (sprache !== "de_leicht") expect(said).toContain("nichtamtlichgeprüft");
    const { titel, beginn, mitbringen, da, aufDeutsch, gruss, nichtGeprueft, nurDeutsch } = WORTE[sprache];
    // Set from the right, a line with two directions comes in pieces; those pages were looked at.
    const whole = [titel.einladung, mitbringen, nurDeutsch, da, aufDeutsch, gruss];
    const mixed = [beginn.einladung, nichtGeprueft, mitbringWort(sprache, "geburt")];
    for (const one of dir === "ltr" ? [...whole, ...mixed] : whole) expect(said, one).toContain(letters(one));
  });
});

test("what the Träger wants in its own words stands in hers where it released them, without the sentence that it is German", () => {
  const weiteres = [{ deutsch: "Zwei Euro", text: "Two euros" }];
  const said = letters(pdfText(brief("en", { dinge: { offen: [], da: [], weiteres }, geprueft: "2026-12-01" })).text);
  expect(said).toContain("TwoeurosZweiEuro");
  expect(said).not.toContain(letters(WORTE.en.nurDeutsch));
  expect(said).not.toContain("nichtamtlichgeprüft");
  expect(said).toContain("EnglischgeprüftvonMusterVerbandam01122026");
});

test("a letter in German alone has one page, and one to an office never another", () => {
  expect(pages(brief(null))).toBe(1);
  const an = { worte: { ...worte, text: "Bitte um einen Platz." }, sprache: "ar" } as const;
  const rest = { dinge: { offen: [], da: [], weiteres: [] }, termin: null, geprueft: null, tag: "2026-11-30" };
  expect(pages(briefPdf("anschreiben", { ...an, ...rest }))).toBe(1);
});

test("every language has words of its own for all that a letter says", () => {
  const flat = (one: Drucksprache) =>
    Object.values(WORTE[one]).flatMap((w) => (typeof w === "string" ? [w] : Object.values(w)));
  for (const one of DRUCKSPRACHE)
    expect(
      flat(one).every((wort) => wort !== ""),
      one,
    ).toBe(true);
  for (const one of BRIEFSPRACHE) expect(flat(one), one).not.toEqual(flat("de"));
});

test("offered first is what somebody is spoken with, as far as there are letters in it", () => {
  expect(briefspracheFor(["ku", "ar", "fa"])).toBe("ar");
  expect([briefspracheFor(["de", "ar"]), briefspracheFor(["ku"]), briefspracheFor([])]).toEqual(["", "", ""]);
});
