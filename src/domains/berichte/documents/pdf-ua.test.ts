import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { GRUNDLAGE, KENNZAHLEN, entwurf, mitText } from "../../../../tests/support/halbjahr.ts";
import { matterhorn } from "../../../../tests/support/pdf-ua.ts";
import { dateiOf } from "./dateien.ts";

const text = "Ein **Satz**.\n\n# Zwischen\n\n- eins\n- zwei\n\n1. erst\n2. dann\n\nWort: Ende {beratungen}";
const vergleich = { ...KENNZAHLEN, zeitraum: { von: "2022-01-01", bis: "2022-06-30" } };

test.each([
  ["as it is", entwurf()],
  ["with lists and sub-headings", entwurf({ kapitel: mitText("ausblick", text) })],
  ["with a comparison", entwurf({ grundlage: { ...GRUNDLAGE, vergleich } })],
  ["beginning with a part", entwurf({ kapitel: entwurf().kapitel.filter((k) => k.art === "themen") })],
])("a paper %s meets every condition that can be decided", async (_what, b) => {
  expect(matterhorn(await dateiOf(b, "pdf"))).toEqual([]);
});

describe("the checker finds what is wrong", () => {
  test.each([
    ["06-002", "pdfuaid:part>1<", "pdfuaid:part>2<"],
    ["06-003", /<dc:title>[\s\S]*?<\/dc:title>/, ""],
    ["07-001", "/DisplayDocTitle true", "/DisplayDocTitle false"],
    ["09-004", "/S /TR\n", "/S /LI\n"],
    ["11-006", /\/Lang \(de/, "/Xang (de"],
    ["13-004", "/Alt ", "/Xlt "],
    ["14-003", "/S /H2\n", "/S /H4\n"],
    ["15-003", "/Scope /Row", "/Xcope /Row"],
    ["15-005", /\/Headers \[\(U1x1y0\)/, "/Headers [(U1x9y9)"],
    ["31-027", "/ToUnicode", "/XoUnicode"],
  ])("%s", async (condition, what, instead) => {
    const file = await dateiOf(entwurf(), "pdf");
    // The last version of an object counts.
    const source = file.toString("latin1");
    const broken =
      typeof what === "string" ? source.replaceAll(what, instead) : source.replaceAll(new RegExp(what, "g"), instead);
    expect(broken).not.toBe(source);
    expect(matterhorn(Buffer.from(broken, "latin1")).map((p) => p.slice(0, 6))).toContain(condition);
  });

  test.each([
    ["01-005", (page: string) => page.replaceAll(/\/Artifact[^\n]*\n/g, "")],
    ["01-006", (page: string) => page.replace(/\/MCID \d+/, "/XCID 0")],
  ])("%s, on a page", async (condition, change) => {
    const source = (await dateiOf(entwurf(), "pdf")).toString("latin1");
    const broken = source.replaceAll(
      /(<<[^<>]*FlateDecode[^<>]*>>\nstream\n)([\s\S]*?)(\nendstream)/g,
      (as, _, raw: string) => {
        const page = inflateSync(Buffer.from(raw, "latin1")).toString("latin1");
        return page.includes("/MCID") ? `<< >>\nstream\n${change(page)}\nendstream` : as;
      },
    );
    expect(broken).not.toBe(source);
    expect(matterhorn(Buffer.from(broken, "latin1")).map((p) => p.slice(0, 6))).toContain(condition);
  });
});
