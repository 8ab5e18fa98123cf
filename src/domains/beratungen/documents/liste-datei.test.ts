import { expect, test } from "vitest";
import { readDatei } from "../../../listen/leser/read-datei.ts";
import { zellText } from "../../../listen/leser/zelle.ts";
import type { BeratungKurz } from "../queries/beratungen.ts";
import { listeAlsDatei } from "./liste-datei.ts";

const FORMEL = '=HYPERLINK("http://example.org")';
const woerter = {
  themen: () => "Wohnen & <Sprache>",
  stufe: () => "mit Person",
  ergebnis: () => "",
  sprache: () => "+Deutsch",
  kommune: () => FORMEL,
  folge: { sprache: [], ergebnis: [], kommune: [] },
};
const BERATUNG: BeratungKurz = {
  id: "1",
  am: "2026-03-12",
  stufe: "2",
  themen: [],
  sprache: null,
  ergebnis: null,
  ags: "05382060",
  dauerMin: null,
  personenzahl: 3,
  neuzuweisung: true,
  zurueckgezogen: false,
  kontoId: "",
};

test("a workbook says what the list says: days as days, figures as figures, and nothing is calculated", async () => {
  const { bytes } = listeAlsDatei([BERATUNG], woerter, "xlsx");
  const [sheet] = await readDatei(bytes, "Beratungen");
  const cells = sheet?.zeilen[1]?.zellen.map(zellText);
  expect(cells).toEqual(["12.03.2026", "Wohnen & <Sprache>", "ja", "mit Person", "", "+Deutsch", FORMEL, "3"]);
  expect(bytes.includes("<f>")).toBe(false);
});

test("in CSV what a spreadsheet would calculate is text", () => {
  const text = listeAlsDatei([BERATUNG], woerter, "csv").bytes.toString();
  expect(text).toContain(`;'+Deutsch;"'${FORMEL.replaceAll('"', '""')}";3;`);
});
