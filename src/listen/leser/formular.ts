import { Umfang } from "./umfang.ts";
import { type Blatt, type Blattzeile, reinerText } from "./zelle.ts";

const SAMPLE = 65_536;
const LINES = 500;
/** “Thema: Wohnung”, a field of a form as a line of text. */
const FELD = /^\s*(\p{L}[\p{L}\d ./()-]{0,38}[\p{L}\d)])\s*:\s*(.*)$/u;
const ANREDE = /^(?:frau|herrn?|fr|hr|fam|familie)\.?\s/iu;
const TRENNSTRICH = /^[\s=_*~#-]*$/u;
/** Fewer forms are none; fewer fields may be anything. */
const LEAST_FORMS = 3;
const LEAST_FIELDS = 2;
const MOST_FIELDS = 40;
/** So many lines are fields. */
const SHARE = 0.8;
/** So many forms have a field that the forms have. */
const OFTEN = 0.5;

type Feld = { readonly kopf: string; readonly wert: string };

function feldIn(line: string): Feld | undefined {
  const [, kopf, wert = ""] = FELD.exec(line) ?? [];
  // “Frau Muster: Wohnung” tells of somebody, in a diary.
  return kopf === undefined || ANREDE.test(kopf) ? undefined : { kopf: reinerText(kopf), wert: reinerText(wert) };
}

const linesOf = (text: string, most?: number): string[] => text.split(/\r\n?|\n/u, most);

/** The fields of the forms in a text, that which begins each of them first; empty where it holds no forms. */
function felderIn(text: string): readonly string[] {
  const lines = linesOf(text.slice(0, SAMPLE), LINES).filter((line) => !TRENNSTRICH.test(line));
  const found = lines.flatMap((line) => feldIn(line)?.kopf ?? []);
  const often = [...Map.groupBy(found, (kopf) => kopf.toLowerCase()).values()];
  const begins = often.findIndex((same) => same.length >= LEAST_FORMS);
  const forms = often[begins]?.length ?? Infinity;
  const fields = often.filter((same) => same.length >= forms * OFTEN);
  const isForms =
    found.length >= lines.length * SHARE &&
    fields.length >= LEAST_FIELDS &&
    often.length <= MOST_FIELDS &&
    fields.reduce((sum, same) => sum + same.length, 0) >= found.length * SHARE;
  return isForms ? often.slice(begins).map(([kopf = ""]) => kopf) : [];
}

/** Forms below each other, “Datum: …”, “Thema: …”, as rows of one table; null for any other text. */
export function formularIn(text: string, name: string, hinweise: readonly string[]): Blatt | null {
  const koepfe = felderIn(text);
  if (koepfe.length === 0) return null;
  const known = new Map(koepfe.map((kopf, i) => [kopf.toLowerCase(), i]));
  const umfang = new Umfang();
  const zeilen: { readonly nr: number; readonly zellen: (string | null)[] }[] = [];
  let last = -1;
  for (const [i, line] of linesOf(text).entries()) {
    if (TRENNSTRICH.test(line)) continue;
    const feld = feldIn(line);
    const at = known.get(feld?.kopf.toLowerCase() ?? "");
    if (at === 0 || last === -1) {
      umfang.row();
      zeilen.push({ nr: i + 1, zellen: at === 0 ? [] : [reinerText(line)] });
    }
    if (at !== 0 && last === -1) continue;
    const row = zeilen.at(-1)?.zellen ?? [];
    // What is no field goes on with the one above it.
    last = at ?? last;
    while (row.length <= last) row.push(null);
    const said = at === undefined ? reinerText(line) : (feld?.wert ?? "");
    row[last] = [row[last] ?? "", said].filter((piece) => piece !== "").join("\n") || null;
    umfang.value(row[last] ?? null);
  }
  const filled = zeilen.flatMap(({ nr, zellen }): Blattzeile[] => {
    const end = zellen.findLastIndex((zelle) => zelle !== null);
    return end === -1 ? [] : [{ nr, zellen: zellen.slice(0, end + 1) }];
  });
  return { name, zeilen: filled, verbunden: [], ausgeblendet: 0, versteckt: false, hinweise, koepfe };
}
