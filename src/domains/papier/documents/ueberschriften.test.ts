import { expect, test } from "vitest";
import { pdfText } from "../../../../tests/support/pdf-text.ts";
import { type Abschnitt, type Block, type Papier, absatz } from "../model/papier.ts";
import { pdfOf } from "./pdf.ts";

const SATZ = "Ein Satz ohne Inhalt, der nur eine Zeile füllt, damit die Seite an anderer Stelle endet. ";

/** Tables as the chapters of papers have them: short and long, with words and figures, with rows of several lines. */
function tabelle(k: number): Block {
  const rows = [1, 2, 5, 9, 12, 30][k % 6] ?? 1;
  const lang = k % 4 === 0 ? SATZ.repeat(3) : "Wort";
  return {
    art: "tabelle",
    titel: `Titel${k}x`,
    spalten: [{ titel: "Was" }, { titel: "Woran" }, { titel: "Anzahl", zahl: true }],
    zeilen: Array.from({ length: rows }, (_, i) => [`Zelle${k}x${i}x ${lang}`, lang, String(i)]),
    summe: k % 3 === 0,
    anmerkungen: k % 2 === 0 ? [`Anmerkung${k}x`] : [],
  };
}

const diagramm = (k: number): Block => ({
  art: "diagramm",
  titel: `Titel${k}x`,
  form: "balken",
  werte: Array.from({ length: 8 }, (_, i) => ({ name: `Zelle${k}x${i}x`, wert: i + 1, text: String(i + 1) })),
  alt: "Acht Balken.",
});

const zwischentitel = (text: string): Block => ({ art: "zwischentitel", laeufe: [{ text, fett: false }] });

/** Before each chapter so many lines that its heading comes to stand at every height of a page. */
const kapitel = (k: number): Abschnitt[] => [
  { titel: `Davor${k}x`, ebene: 1, bloecke: Array.from({ length: 1 + ((k * 7) % 23) }, () => absatz(SATZ)) },
  ...(k % 6 === 4 ? [{ titel: `Teil${k}x`, ebene: 1 as const, bloecke: [] }] : []),
  {
    titel: `Kapitel${k}x`,
    ebene: k % 6 === 4 ? 2 : 1,
    bloecke: [
      ...(k % 3 === 1 ? [absatz("Vorweg ein Satz.")] : []),
      k % 7 === 3 ? diagramm(k) : tabelle(k),
      ...(k % 8 === 5 ? [absatz(SATZ), zwischentitel(`Zwischen${k}x`), tabelle(1000 + k)] : []),
    ],
  },
];

const WIE_VIELE = 60;

const papier: Papier = {
  titel: "Probe",
  untertitel: "Überschriften",
  kreis: "Musterkreis",
  briefkopf: ["Musterkreis"],
  kopf: [{ wort: "Stand", wert: "heute" }],
  abschnitte: Array.from({ length: WIE_VIELE }, (_, k) => kapitel(k)).flat(),
  schluss: [],
  datenstand: "30.11.2026",
  tag: "2026-11-30",
};

test("no heading and no title of a table stands at the end of a page without what it is about, wherever on the page it comes", () => {
  const { pages } = pdfText(pdfOf(papier));
  const pageOf = (token: string) => pages.findIndex((page) => page.includes(token));
  const wrong: string[] = [];
  for (let k = 0; k < WIE_VIELE; k += 1) {
    const above = k % 6 === 4 ? [`Teil${k}x`] : [];
    const at = [...above, `Kapitel${k}x`, `Titel${k}x`, `Zelle${k}x0x`].map(pageOf);
    if (new Set(at).size > 1 || at.includes(-1)) wrong.push(`chapter ${k}: pages ${at.join(", ")}`);
    if (k % 8 !== 5) continue;
    const second = [`Zwischen${k}x`, `Titel${1000 + k}x`, `Zelle${1000 + k}x0x`].map(pageOf);
    if (new Set(second).size > 1 || second.includes(-1)) wrong.push(`table ${k}: pages ${second.join(", ")}`);
  }
  expect(wrong).toEqual([]);
});
