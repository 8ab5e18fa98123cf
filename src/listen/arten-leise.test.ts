import { describe, expect, test } from "vitest";
import { testCodes, testKommunen } from "../../tests/support/codes.ts";
import { type Testzelle, dayCell, xlsx } from "../../tests/support/listen-datei.ts";
import { liesListe } from "./lies-liste.ts";
import type { Ergebnis } from "./zeilen/typen.ts";

const kontext = { kommunen: testKommunen("05382"), codes: testCodes(), heute: "2026-11-30" };
const lies = (rows: readonly (readonly Testzelle[])[]) =>
  liesListe(xlsx([{ name: "Tabelle1", rows }]), { datei: "x.xlsx", ...kontext });
const text = (lines: readonly string[]) =>
  liesListe(new TextEncoder().encode(lines.join("\r\n")), { datei: "x.txt", ...kontext });
const gezaehlt = ({ zeilen }: Ergebnis): string[] =>
  zeilen.flatMap(({ stand, beratung }) =>
    stand === "uebernommen" && beratung !== null ? [`${beratung.am} ${beratung.themen.join("+")}`] : [],
  );
const spannen = ({ summen }: Ergebnis): string[] =>
  summen.map(({ von, bis, themen }) => `${von}/${bis} ${themen["wohnen"] ?? 0}`);
const staende = ({ zeilen }: Ergebnis): string[] => zeilen.map(({ zeile, stand }) => `${zeile} ${stand}`);
const tag = (n: number) => dayCell(`2024-03-${String(n).padStart(2, "0")}`);

describe("two weeks in one row", () => {
  test.each([
    ["Zeitraum", ["KW 3/4", "KW 5/6", "KW 7/8"]],
    ["KW", ["KW 3/4", "KW 5/6", "KW 7/8"]],
    ["KW", ["KW 3+4", "KW 5+6", "KW 7+8"]],
  ])("are both of them: %s %j", async (kopf, [first = "", second = "", third = ""]) => {
    const read = await lies([["Much 2024"], [kopf, "Wohnen"], [first, 1], [second, 2], [third, 3]]);
    expect(spannen(read)).toEqual(["2024-01-15/2024-01-28 1", "2024-01-29/2024-02-11 2", "2024-02-12/2024-02-25 3"]);
    expect(read.beleg.wartet).toBe(0);
  });

  test.each(["Zeitraum", "KW"])("weeks with a year in two digits stay weeks: %s", async (kopf) => {
    const read = await lies([["Much 2024"], [kopf, "Wohnen"], ["KW 3/24", 1], ["KW 4/24", 2], ["KW 5/24", 3]]);
    expect(spannen(read).map((one) => one.slice(0, 21))).toEqual([
      "2024-01-15/2024-01-21",
      "2024-01-22/2024-01-28",
      "2024-01-29/2024-02-04",
    ]);
  });

  test.each(["KW 23/24", "KW 3–6", "KW 3/5", "KW 52/1"])("is never half of what is told: %s", async (wann) => {
    const { zahlen } = await lies([["Much 2024"], ["Zeitraum", "Wohnen"], [wann, 5]]);
    expect(zahlen.themen["wohnen"] ?? 0).toBe(0);
  });
});

describe("signs that the list explains", () => {
  const rows = (zeichen: string): Testzelle[][] => [
    ["Datum", "Kommune", "Wohnen", "Schule", "Arbeit"],
    [tag(4), "Much", "x", zeichen, "-"],
    [tag(5), "Eitorf", "-", "x", zeichen],
    [tag(6), "Much", zeichen, "-", "x"],
  ];

  test.each(["x = erstes Gespräch, / = weiteres Gespräch", "/ = Folgekontakt"])(
    "count as it says: %s",
    async (legende) => {
      const { zahlen, beleg } = await lies([...rows("/"), [legende]]);
      expect([zahlen.themen, beleg.wartet]).toEqual([{ wohnen: 2, schule: 2, arbeit: 2 }, 0]);
    },
  );

  test.each(["0 oder / = kein Thema", "/ = nicht besprochen"])(
    "count nothing where it says so: %s",
    async (legende) => {
      const { zahlen, beleg } = await lies([...rows("/"), [legende]]);
      expect([zahlen.themen, beleg.wartet]).toEqual([{ wohnen: 1, schule: 1, arbeit: 1 }, 0]);
    },
  );

  test.each([[[]], [["/ = evtl. Thema"]], [["/ = geplant"]]])("are asked about otherwise: %j", async (legende) => {
    const { zahlen, beleg } = await lies([...rows("/"), legende]);
    expect([zahlen.themen, beleg.wartet > 0]).toEqual([{ wohnen: 1, schule: 1, arbeit: 1 }, true]);
  });
});

test("rows that begin with a day without its year need no head, whatever their words mean as one", async () => {
  const read = await text([
    "Caritas Much - Beratungen im März 2024 (Frau Beispiel)",
    "",
    "04.03. - Platzhalter T. - Kindergarten - 20 Min",
    "05.03. - Muster R. - Jobcenter, Bewerbung - 30 Min",
    "07.03. - Probe T. - Bewerbung - 30 Min",
    "08.03. - Muster Y. - Wohnung - 60 Min",
  ]);
  expect(gezaehlt(read)).toEqual([
    "2024-03-04 bildung_0_6",
    "2024-03-05 lebensunterhalt+arbeit",
    "2024-03-07 arbeit",
    "2024-03-08 wohnen",
  ]);
});

describe("what is told twice counts once, and asks where it differs", () => {
  test("a part of the list pasted in below its head once more", async () => {
    const head = ["Datum", "Name", "Kommune", "Thema", "Min."];
    const row = (n: number, min: number): Testzelle[] => [
      tag(n),
      `Muster, ${"ABCDE"[n - 4] ?? ""}nna`,
      "Much",
      "Schule",
      min,
    ];
    const read = await lies([
      head,
      row(4, 20),
      row(5, 30),
      row(6, 45),
      row(7, 30),
      [],
      head,
      row(4, 20),
      row(5, 45),
      row(6, 45),
    ]);
    expect(staende(read).slice(-3)).toEqual(["8 wiederholt", "9 wartet", "10 wiederholt"]);
  });
});
