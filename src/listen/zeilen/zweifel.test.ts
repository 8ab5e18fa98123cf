import { expect, test } from "vitest";
import { testCodes, testKommunen } from "../../../tests/support/codes.ts";
import { type Testblatt, dayCell, xlsx } from "../../../tests/support/listen-datei.ts";
import { liesListe } from "../lies-liste.ts";

const lies = (blatt: Omit<Testblatt, "name">, zeile?: number) =>
  liesListe(xlsx([{ name: "A", ...blatt }]), {
    datei: "x.xlsx",
    kommunen: testKommunen("05382"),
    codes: testCodes(),
    entscheidungen: zeile === undefined ? {} : { zeilen: [{ blatt: "A", zeile, entscheidung: "uebernehmen" }] },
  });
const tag = dayCell("2025-03-03");

test("hidden columns and remarks on cells are told", async () => {
  const rows = [["Much"], ["Datum", "Thema"], [tag, "Wohnen"]];
  const { hinweise, zahlen } = await lies({ rows, hiddenColumns: [1, 5], comments: { B3: "Mira:\nRückruf", A1: "?" } });
  expect(hinweise).toEqual([
    "Im Blatt „A“ ist die Spalte B ausgeblendet; sie wurde mitgelesen.",
    "Im Blatt „A“ haben 2 Zellen einen Kommentar (B3, A1); Kommentare werden nicht übernommen.",
  ]);
  expect(zahlen.beratungen).toBe(1);
});

test("a crossed out row names its cell, and a person may take it all the same", async () => {
  const rows = [["Much"], ["Datum", "Thema"], [tag, { styled: "Wohnen", struck: true as const }]];
  const { zeilen } = await lies({ rows });
  expect(zeilen[2]).toMatchObject({ stand: "wartet", probleme: [{ spalte: "Thema", wert: "Wohnen", doch: true }] });
  expect((await lies({ rows }, 3)).zahlen).toMatchObject({ beratungen: 1, themen: { wohnen: 1 } });
});
