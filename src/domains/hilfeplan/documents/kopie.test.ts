import { describe, expect, test } from "vitest";
import { KOPIE } from "../../../../tests/support/hilfeplan-kopie.ts";
import { type Wert, objekteOf } from "../../../../tests/support/pdf-objekte.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { NichtSetzbar } from "../../../platform/pdf.ts";
import { schriftspracheOf } from "../../codelisten/index.ts";
import { SPRACHE, SPRACHEN } from "../model/sprachen.ts";
import { DE } from "../model/texte/de.ts";
import { kopiePdf } from "./kopie.ts";

/** What a reader is told, without signs that only turn the direction, and without the breaks of lines and cells. */
const said = (bytes: Buffer): string =>
  pdfText(bytes)
    .text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replaceAll(/\s+/g, " ");

const objekteDict = (wert: Wert | undefined) =>
  typeof wert === "object" && wert !== null && "dict" in wert ? wert.dict : undefined;

const worteOf = (text: string): string[] =>
  text
    .replace("{n}", "1")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((w) => w !== "");

describe.each(SPRACHE)("the copy in %s", (sprache) => {
  const bytes = kopiePdf(KOPIE, sprache);
  const { texte, lang } = SPRACHEN[sprache];

  test("meets every condition of PDF/UA that can be decided, and names its language and title", () => {
    expect(matterhorn(bytes)).toEqual([]);
    const { source } = pdfText(bytes);
    expect(source).toContain(`/Lang (${lang}`);
    expect([...source.matchAll(/\/S \/Table\b/g)]).toHaveLength(2);
  });

  test("says every word of the form, and what people wrote as they wrote it", () => {
    const text = said(bytes);
    const form = [
      texte.titel,
      texte.einleitung,
      texte.ziel,
      texte.was,
      texte.wer,
      texte.stand,
      texte.unterschriftPerson,
    ];
    for (const word of form.flatMap(worteOf)) expect(text.includes(word), word).toBe(true);
    for (const free of ["Wohnberechtigungsschein beantragen", "Sprachschule Beispiel", "Kurs B1", "2026-0042"]) {
      expect(text).toContain(free);
    }
    for (const word of ["أريد", "شقة", "سعاد"]) expect(text.includes(word), word).toBe(true);
    for (const day of ["20.11.2026", "04.12.2026", "15.01.2027", "01.12.2026"]) expect(text).toContain(day);
  });

  test("says in its own language and in German that nobody checked it, until somebody did", () => {
    const [open, geprueft] = [bytes, kopiePdf({ ...KOPIE, geprueft: "2026-12-01" }, sprache)].map(said);
    const [wort = ""] = worteOf(texte.ungeprueft).toSorted((a, b) => b.length - a.length);
    expect((open ?? "").includes(wort)).toBe(sprache !== "de");
    expect((open ?? "").includes("nicht amtlich geprüft")).toBe(sprache !== "de" && sprache !== "de_leicht");
    expect(geprueft).not.toContain("nicht amtlich geprüft");
    expect((geprueft ?? "").includes("geprüft von Musterwerk Rhein-Sieg am 01.12.2026.")).toBe(sprache !== "de");
  });
});

test.each(["ar", "fa"] as const)(
  "in %s the file says whole sentences, word after word, as they are read",
  (sprache) => {
    const { texte } = SPRACHEN[sprache];
    const bytes = kopiePdf(KOPIE, sprache);
    const text = said(bytes);
    for (const sentence of [texte.titel, texte.einleitung, texte.ungeprueft, texte.unterschriftBeratung]) {
      expect(text).toContain(sentence.normalize("NFKC"));
    }
    // A sign above a letter splits what people wrote into three parts, and is said once.
    expect(text.replaceAll(" ،", "،")).toContain(KOPIE.plan.ziele[0]?.ziel.normalize("NFKC"));
  },
);

test.each(["ar", "fa", "de"] as const)(
  "in %s the tree goes through each page in the order of its content",
  (sprache) => {
    const objekte = objekteOf(kopiePdf(KOPIE, sprache));
    const refOf = (value: Wert | undefined) =>
      typeof value === "object" && value !== null && "ref" in value ? value.ref : 0;
    let several = 0;
    for (const { wert } of objekte.values()) {
      const dict = objekteDict(wert);
      const kids = dict?.get("K");
      const marks = Array.isArray(kids) ? kids.filter((kid) => typeof kid === "number") : [];
      if (dict?.get("Type") !== "/StructElem" || marks.length < 2) continue;
      const page = objekteDict(objekte.get(refOf(dict.get("Pg")))?.wert);
      const content = objekte.get(refOf(page?.get("Contents")))?.inhalt() ?? "";
      const places = marks.map((id) => content.search(new RegExp(`/MCID ${id}\\n`)));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      several += 1;
    }
    expect(several).toBeGreaterThan(0);
  },
);

test("each piece that people wrote carries its own language in the file", () => {
  const { source } = pdfText(kopiePdf(KOPIE, "ar"));
  expect(source).toContain("/Lang (de");
  expect(pdfText(kopiePdf(KOPIE, "de")).source).toContain("/Lang (ar");
});

test("a draft says so, and has no state of steps", () => {
  const entwurf = said(kopiePdf({ ...KOPIE, plan: { ...KOPIE.plan, vereinbartAm: null }, staende: new Map() }, "de"));
  expect(entwurf).toContain(DE.entwurf);
  expect(entwurf).not.toContain(DE.stand);
});

test("of a person whom nobody may ask about it says so, in each language", () => {
  for (const sprache of ["de", "en", "ru"] as const) {
    expect(said(kopiePdf({ ...KOPIE, sperre: true }, sprache))).toContain(SPRACHEN[sprache].texte.sperre);
    expect(said(kopiePdf(KOPIE, sprache))).not.toContain(SPRACHEN[sprache].texte.sperre);
  }
});

test("a sign that no font has is named, not lost", () => {
  expect(() => kopiePdf({ ...KOPIE, person: "中" }, "de")).toThrow(NichtSetzbar);
});

test("what people write is only text", () => {
  const hostile = '#panic("x") *fett* $x^2$ @ref <lbl> `c` // \\ = H ]]';
  expect(said(kopiePdf({ ...KOPIE, person: hostile }, "en"))).toContain(hostile);
});

test("tells scripts and the languages that letters give away", () => {
  expect(schriftspracheOf("أريد شقة", "de")).toEqual({ lang: "ar", dir: "rtl" });
  expect(schriftspracheOf("می‌خواهم خانه‌ای پیدا کنم", "de")).toEqual({ lang: "fa", dir: "rtl" });
  expect(schriftspracheOf("Хочу вчити німецьку", "de")).toEqual({ lang: "uk", dir: "ltr" });
  expect(schriftspracheOf("Хочу работать", "uk")).toEqual({ lang: "uk", dir: "ltr" });
  expect(schriftspracheOf("Chcę się uczyć", "pl")).toEqual({ lang: "pl", dir: "ltr" });
  expect(schriftspracheOf("Ich lerne", "pl")).toEqual({ lang: "de", dir: "ltr" });
});
