import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Papier } from "../model/papier.ts";
import { pdfOf } from "./pdf.ts";

const tabelle = (titel: readonly string[], zeilen: string[][]): Papier => ({
  titel: "Probe",
  untertitel: "Spalten",
  kreis: "Musterkreis",
  briefkopf: ["Musterkreis"],
  kopf: [{ wort: "Stand", wert: "heute" }],
  abschnitte: [
    {
      titel: "Tabelle",
      ebene: 1,
      bloecke: [
        {
          art: "tabelle",
          titel: "Probe",
          spalten: titel.map((one) => ({ titel: one })),
          zeilen,
          summe: false,
          anmerkungen: [],
        },
      ],
    },
  ],
  schluss: [],
  datenstand: "30.11.2026",
  tag: "2026-11-30",
});

/** Where the columns of the table begin, in points from the left: its head is the line of the page with most texts. */
function anfaenge(papier: Papier): number[] {
  const source = pdfOf(papier).toString("latin1");
  const lines = new Map<string, number[]>();
  for (const [, raw = ""] of source.matchAll(/FlateDecode[^]*?stream\n([^]*?)\nendstream/g)) {
    const text = inflateSync(Buffer.from(raw, "latin1")).toString("latin1");
    for (const [, x = "", y = ""] of text.matchAll(/1 0 0 -1 ([\d.]+) ([\d.]+) cm\n[^m]*?BT/g))
      lines.set(y, [...(lines.get(y) ?? []), Number(x)]);
  }
  const most = Math.max(...[...lines.values()].map((xs) => xs.length));
  return [...lines.values()].find((xs) => xs.length === most)?.toSorted((a, b) => a - b) ?? [];
}

/** How wide a column is that holds this word and nothing longer, with what stands around it. */
function breite(wort: string): number {
  const [first = 0, second = 0] = anfaenge(tabelle(["A", "B", "C"], [[wort, "b", "c"]]));
  return second - first;
}

const RAND = 532.9;

test.each([
  [
    ["Bis", "Was", "Wer", "Gremium", "Stand"],
    [
      "30.11.2023",
      "Mitbringliste abstimmen.",
      "Eda Beispiel (Einbürgerungsbehörde)",
      "Austausch Einbürgerungsbehörde und Case Management",
      "in Arbeit, überfällig",
    ],
    ["30.11.2023", "Mitbringliste", "(Einbürgerungsbehörde)", "Einbürgerungsbehörde", "überfällig"],
  ],
  [
    ["Nr.", "Am", "Beschluss", "Was daraus wurde"],
    [
      "1/2025",
      "22.10.2025",
      "Ein Satz, der länger ist als jede Zeile. ".repeat(3),
      "Noch ein Satz mit viel. ".repeat(9),
    ],
    ["1/2025", "22.10.2025", "Beschluss", "Satz"],
  ],
])("each column has room for its longest word: %j", (titel, zeile, worte) => {
  const starts = anfaenge(tabelle(titel, [zeile]));
  expect(starts).toHaveLength(titel.length);
  const narrow = worte.filter((wort, i) => (starts[i + 1] ?? RAND + 5) - (starts[i] ?? 0) < breite(wort) - 0.1);
  expect(narrow).toEqual([]);
});
