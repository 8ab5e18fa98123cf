import { zahl } from "../../../platform/words.ts";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { docxParts, docxText } from "../../../../tests/support/docx-text.ts";
import { ERWARTET, GRUNDLAGE, KENNZAHLEN, entwurf, mitText } from "../../../../tests/support/halbjahr.ts";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { dateiOf } from "./dateien.ts";
import { type Halbjahresbericht, papierOf } from "../model/halbjahresbericht.ts";
import { berichtJson } from "../model/json.ts";
import { type Tabelle, texteIn } from "../../papier/index.ts";
import { NichtSetzbar } from "../../../platform/pdf.ts";

/** Text without the breaks that a line or a cell makes. */
const flat = (text: string): string => text.replaceAll(/(?<=\w-)\s+(?=\p{Lu})/gu, "").replaceAll(/\s+/g, " ");

const textsOf = async (b: Halbjahresbericht) => {
  const document = (await docxParts(await dateiOf(b, "docx"))).get("word/document.xml") ?? "";
  return { pdf: flat(pdfText(await dateiOf(b, "pdf")).text), docx: flat(docxText(document)) };
};

const tabellen = (b: Halbjahresbericht): Tabelle[] =>
  papierOf(b).abschnitte.flatMap((a) => a.bloecke.filter((block) => block.art === "tabelle"));

const withText = (text: string) => entwurf({ kapitel: mitText("ausblick", text) });

test("the JSON is the figures, codes and official names as its readers know them", () => {
  const json = berichtJson(entwurf());
  expect(json.beratungen).toBe(1098);
  expect(json.themen).toEqual(ERWARTET.gesamt.themen);
  const kommunen = Object.assign({}, ...Object.values(ERWARTET.dateien).map((d) => d.kommunen));
  expect(json.kommunen).toEqual(kommunen);
  expect(json.monate).toEqual(KENNZAHLEN.monate);
  expect(Object.keys(json.monate)).toEqual(Object.keys(json.monate).toSorted());
  expect(json.neuzuweisungen).toBe(130);
  expect(json.stellen).toEqual({ I: { soll: 3.5, ist: 3.5 }, II: { soll: 11, ist: 11 }, III: { soll: 3, ist: 3 } });
  expect(Object.keys(json).slice(0, 6)).toEqual([
    "beratungen",
    "themen",
    "kommunen",
    "monate",
    "neuzuweisungen",
    "stellen",
  ]);
});

test("the JSON says its version, its bases, what is not told and where; all of it is documented", () => {
  const hidden = {
    ...KENNZAHLEN,
    neuzuweisungen: "." as const,
    themen: { ...KENNZAHLEN.themen, teilhabe: "." as const },
  };
  const json = berichtJson(entwurf({ grundlage: { ...GRUNDLAGE, kennzahlen: hidden, vergleich: KENNZAHLEN } }));
  expect(json).toMatchObject({ fassung: 3, neuzuweisungen: ".", vergleich_entfaellt: null });
  expect(json.grundlagen.neuzuweisungen_moeglich).toBe(850);
  expect(json.unterdrueckung).toEqual({
    ab: 3,
    zeichen: ".",
    anteile_ab: 20,
    stellen: ["/themen/teilhabe", "/neuzuweisungen"],
  });
  expect(json.vergleich?.beratungen).toBe(1098);
  expect(json.besetzung.stichtag).toBe("2023-06-30");
  expect(json.besetzung_sitzung?.vakanzen).toHaveLength(1);
  const text = readFileSync(new URL("../../../../docs/betrieb/bericht-json.md", import.meta.url), "utf8");
  for (const key of [...Object.keys(json), ...Object.keys(json.grundlagen)]) expect(text).toContain(`\`${key}\``);
});

test("PDF and Word file say every paragraph and every row of the paper", async () => {
  const b = entwurf();
  const { pdf, docx } = await textsOf(b);
  for (const abschnitt of papierOf(b).abschnitte) {
    for (const block of abschnitt.bloecke) {
      for (const said of texteIn(block)) for (const text of [pdf, docx]) expect(text).toContain(flat(said));
      if (block.art !== "tabelle") continue;
      for (const zeile of block.zeilen) {
        const row = flat(zeile.filter((cell) => cell !== "").join(" "));
        expect(pdf, "PDF").toContain(row);
        expect(docx, "Word").toContain(row);
      }
    }
  }
  for (const n of Object.values(ERWARTET.gesamt.themen)) expect(pdf).toContain(` ${zahl(n)} `);
});

describe("PDF/UA-1", () => {
  test("says what it is: standard, language, title, structure, heads of tables, alternative texts", async () => {
    const { source } = pdfText(await dateiOf(entwurf(), "pdf"));
    expect(source).toMatch(/pdfuaid:part>1</);
    expect(source).toMatch(/\/Lang \(de/);
    expect(source).toContain("/StructTreeRoot");
    expect(source).toContain("/DisplayDocTitle true");
    expect(source).toMatch(/<dc:title>[\s\S]*Kommunales Integrationsmanagement/);
    const count = (pattern: RegExp) => [...source.matchAll(pattern)].length;
    expect(count(/\/S \/Table\b/g)).toBe(tabellen(entwurf()).length);
    expect(count(/\/S \/TH\b/g)).toBe(
      tabellen(entwurf()).reduce((sum, t) => sum + t.spalten.length + t.zeilen.length, 0),
    );
    expect(count(/\/S \/H1\b/g)).toBeGreaterThan(4);
    expect(count(/\/Alt /g)).toBe(3);
  });

  test("the same paper is the same file, byte for byte", async () => {
    const [one, two] = [await dateiOf(entwurf(), "pdf"), await dateiOf(entwurf(), "pdf")];
    expect(one.equals(two)).toBe(true);
    expect(one.toString("latin1")).toContain("D:20230704");
  });

  test("a character without a picture is named instead of being lost", async () => {
    await expect(dateiOf(withText("中"), "pdf")).rejects.toThrow(NichtSetzbar);
    await expect(dateiOf(withText("中"), "pdf")).rejects.toThrow("中");
  });
});

test("Word: headings, repeated heads of tables, language, title, charts with alternative texts", async () => {
  const parts = await docxParts(await dateiOf(entwurf(), "docx"));
  const document = parts.get("word/document.xml") ?? "";
  expect(document).toContain('<w:pStyle w:val="Heading1"/>');
  expect(document).toContain('<w:pStyle w:val="Heading2"/>');
  expect([...document.matchAll(/<w:tbl>/g)]).toHaveLength(tabellen(entwurf()).length);
  expect([...document.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(tabellen(entwurf()).length);
  expect(document).toContain('descr="Balkendiagramm, Nennungen je Thema: Sprache 343');
  const described = [
    ...document.matchAll(/<w:tblCaption w:val="(Tabelle \d+: [^"]+)"\/><w:tblDescription w:val="Spalten: /g),
  ];
  expect(described.map(([, titel]) => titel)).toEqual(tabellen(entwurf()).map((t) => t.titel));
  expect([...document.matchAll(/w:firstRow="1"[^>]* w:firstColumn="1"/g)]).toHaveLength(tabellen(entwurf()).length);
  const headers = [...parts].filter(([name]) => /^word\/header\d/.test(name)).map(([, xml]) => docxText(xml));
  expect(headers.join("")).toContain(
    "Rhein-Sieg-Kreis\tKommunales Integrationsmanagement (KIM) – Aktuelle Entwicklungen",
  );
  expect(parts.get("word/styles.xml")).toContain('w:val="de-DE"');
  expect(parts.get("docProps/core.xml")).toContain("Kommunales Integrationsmanagement (KIM) – Aktuelle Entwicklungen");
  expect([...parts.keys()].filter((name) => /^word\/charts\/chart\d/.test(name))).toHaveLength(3);
});

test("text of people is only text: neither Typst nor Word reads anything into it", async () => {
  const hostile =
    '#panic("x") #eval("1") #read("/etc/passwd") *fett* _k_ $x^2$ @ref <lbl> `c` // /* \\ = H ]] {{a}} <w:br/> &amp;';
  const { pdf, docx } = await textsOf(withText(hostile));
  expect(pdf).toContain(hostile);
  expect(docx).toContain(hostile);
  const everywhere = entwurf({
    titel: "#import x",
    kopf: { ...entwurf().kopf, amt: "] #panic()", gremium: "= $ #", unterschrift: "`" },
  });
  expect((await textsOf(everywhere)).pdf).toContain("] #panic()");
});

test("a draft says so on every page; a released one says its number", async () => {
  const draft = pdfText(await dateiOf(entwurf(), "pdf")).decoration.split("\n");
  expect(draft).toContain("Entwurf, nicht freigegeben");
  expect(draft.filter((line) => line.startsWith("Entwurf · Datenstand 04.07.2023, 10:30 Uhr")).length).toBeGreaterThan(
    3,
  );
  const released = await textsOf(
    entwurf({ nummer: "3/2023", berichtigt: { nummer: "2/2023", grund: "Zwei Listen fehlten." } }),
  );
  expect(released.docx).not.toContain("Entwurf");
  for (const text of Object.values(released)) {
    expect(text).toContain("Diese Mitteilung berichtigt den Bericht 2/2023. Zwei Listen fehlten.");
  }
});

test("nothing at all, and one of everything", async () => {
  const leer = { kontakte: 0, beratungen: 0, ausSummen: 0, personen: 0, themen: {}, mitThema: 0, themenEinzeln: {} };
  const kinds = {
    stufe: {},
    kontaktweg: {},
    sprache: {},
    verstaendigung: {},
    ergebnis: {},
    herkunftsgruppe: {},
    altersgruppe: {},
  };
  const none = {
    ...KENNZAHLEN,
    ...leer,
    nichtZugeordnet: 0,
    kommunen: {},
    monate: {},
    neuzuweisungen: 0,
    merkmale: kinds,
  };
  const nothing = await textsOf(entwurf({ grundlage: { ...GRUNDLAGE, kennzahlen: none } }));
  expect(nothing.pdf).toContain("Im ersten Halbjahr 2023 ist keine Beratung des Case Managements dokumentiert.");
  const single = {
    ...none,
    kontakte: 1,
    beratungen: 1,
    ausSummen: 1,
    themen: { wohnen: 1 },
    nichtZugeordnet: 1,
    neuzuweisungen: 1,
    kommunen: { "05382060": 1 },
    monate: { "2023-03": 1 },
    merkmale: {
      ...kinds,
      ergebnis: { an_jobcenter: 1 },
      verstaendigung: {
        kind_dolmetscht: 1,
        "": 1,
      },
    },
  };
  const { pdf } = await textsOf(entwurf({ grundlage: { ...GRUNDLAGE, kennzahlen: single } }));
  for (const sentence of [
    "hat das Case Management eine Beratung durchgeführt. Dabei ging es um das Thema Wohnen (eine Nennung). Die Beratung fand in einer der 19 Kommunen statt.",
    "In einer Beratung wurden Menschen beraten, die der Kommune neu zugewiesen worden waren.",
    "In einer Beratung wurde an eine andere Stelle vermittelt, und zwar an das Jobcenter.",
    "Die Beratung stammt aus Strichlisten.",
    "Eine Nennung aus übernommenen Listen ist noch keinem Thema zugeordnet.",
    "In einer Beratung hat ein Kind gedolmetscht.",
  ]) {
    expect(pdf).toContain(sentence);
  }
});
