import type { Wortart, Wortoption } from "../../../listen/index.ts";
import { STYLE, escaped, frozenHead, headRow, letter, textCell, workbook } from "../../../platform/xlsx.ts";
import { VORLAGEN, type Vorlagenname, type Vorlagenspalte } from "../model/vorlage.ts";

/** The words of a kind that can be chosen in the template. */
export type Auswahl = (art: Wortart) => readonly string[];

const GRUPPE = /\(Gruppe\)$/u;

/** The words that lists choose from: of the origin only states, of which the coarse group follows. */
export const vorlagenWoerter =
  (optionen: (art: Wortart) => readonly Wortoption[]): Auswahl =>
  (art) =>
    optionen(art)
      .map(({ name }) => name)
      .filter((name) => !GRUPPE.test(name));

const LAST_ROW = 5000;

/** Heads of columns that hold days. */
const TAG = /datum|beginn|ende|seit| am$/iu;

/** Bold heads with a line below, days in the columns of days, a list to choose from wherever there is one. */
function liste(spalten: readonly Vorlagenspalte[], auswahl: Auswahl): string {
  const columns = spalten.map(({ breite, kopf }) => ({
    width: breite,
    style: TAG.test(kopf) ? STYLE.day : STYLE.plain,
  }));
  const rules = spalten.flatMap(({ auswahl: art }, i) => {
    if (art === null) return [];
    const formula =
      art === "janein" ? '"ja,nein"' : `Auswahl!$${letter(i)}$1:$${letter(i)}$${Math.max(1, auswahl(art).length)}`;
    const range = `${letter(i)}2:${letter(i)}${LAST_ROW}`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>${escaped(formula)}</formula1></dataValidation>`,
    ];
  });
  return (
    `${frozenHead(columns)}<sheetData>${headRow(spalten.map(({ kopf }) => kopf))}</sheetData>` +
    `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`
  );
}

/** The words to choose from, below each other in the column that they are for. */
function woerter(spalten: readonly Vorlagenspalte[], auswahl: Auswahl): string {
  const lists = spalten.map(({ auswahl: art }) => (art === null || art === "janein" ? [] : auswahl(art)));
  const rows = Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, n) => {
    const cells = lists.flatMap((list, i) => {
      const word = list[n];
      return word === undefined ? [] : [textCell(`${letter(i)}${n + 1}`, word)];
    });
    return `<row r="${n + 1}">${cells.join("")}</row>`;
  });
  return `<sheetData>${rows.join("")}</sheetData>`;
}

/**
 * The blank template for a list that is kept by hand: heads that KIM reads without a question, and the words of this Kreis to
 * choose from in a hidden sheet. The bytes of an .xlsx.
 */
export function vorlage(auswahl: Auswahl, name: Vorlagenname = "vorlage"): Buffer {
  const { blatt, spalten } = VORLAGEN[name];
  return workbook([
    { name: blatt, content: liste(spalten, auswahl) },
    { name: "Auswahl", content: woerter(spalten, auswahl), hidden: true },
  ]);
}
