import { stemmer } from "@orama/stemmers/german";

/** What of a gap is compared: codes, Kommunen, every word that was written. */
export type Vergleichbar = {
  readonly id: string;
  readonly handlungsfeld: string;
  readonly rechtskreis: string | null;
  readonly kommunen: readonly string[];
  readonly text: string;
};

/** A gap that may say the same, and why: the reason is shown. `worte` as they stand in the other one. */
export type Aehnlich = {
  readonly id: string;
  readonly gleiches: readonly ("handlungsfeld" | "rechtskreis")[];
  readonly worte: readonly string[];
  readonly kommunen: readonly string[];
  readonly punkte: number;
};

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const LEAST_LETTERS = 4;

/** Words that stand in any sentence about a gap and say nothing of it. */
const LEER = new Set(
  `aber alle allem allen alles auch beim dann dass dem denen denn der deren des die dies diese diesem diesen dieser doch dort durch
  eine einem einen einer eines etwas fehlen fehlend fehlt fehlten gibt haben hatte ihre ihrem ihren ihrer immer jede jeden jeder kann
  kein keine keinem keinen keiner kommen kommune kommunen können lange mehr menschen müssen nach nicht nichts noch nur oder oft ohne
  person personen schon sehr sein seine seit sich sind über unter viel viele vielen vom von wann warten wartet weil wenn werden wird
  wurde wurden zum zur zwei drei monate monaten wochen jahre jahren`
    .split(/\s+/)
    .map((word) => word.trim()),
);

/** The words of a text by their stem, as they are written there; words that say nothing are left out. */
export function staemme(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word] of text.matchAll(WORD)) {
    const low = word.toLocaleLowerCase("de");
    if (low.length < LEAST_LETTERS || LEER.has(low)) continue;
    const stem = stemmer(low);
    if (!found.has(stem)) found.set(stem, word);
  }
  return found;
}

/** German puts words together: a stem that is inside of another one names the same thing ("Kurs", "Sprachkurs"). */
const LEAST_INSIDE = 5;
const same = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= LEAST_INSIDE && (a.includes(b) || b.includes(a)));

const MOST = 5;
/** A word counts most, then the field; the same Kommune alone says nothing. */
const PUNKTE = { wort: 2, handlungsfeld: 2, rechtskreis: 1, kommune: 1 };
const LEAST = 4;

function vergleiche(one: Vergleichbar, stems: readonly string[], other: Vergleichbar): Aehnlich {
  const worte = [...staemme(other.text)]
    .filter(([stem]) => stems.some((own) => same(own, stem)))
    .map(([, word]) => word);
  const kommunen = other.kommunen.filter((ags) => one.kommunen.includes(ags));
  const gleiches = (["handlungsfeld", "rechtskreis"] as const).filter(
    (field) => one[field] !== null && one[field] === other[field],
  );
  const punkte =
    PUNKTE.wort * worte.length +
    gleiches.reduce((all, field) => all + PUNKTE[field], 0) +
    (kommunen.length > 0 ? PUNKTE.kommune : 0);
  return { id: other.id, gleiches, worte, kommunen, punkte };
}

/** Gaps that may say the same, the likeliest first. One word in common is needed at least: a field alone is no reason. */
export function aehnliche(one: Vergleichbar, alle: readonly Vergleichbar[]): Aehnlich[] {
  const stems = [...staemme(one.text).keys()];
  return alle
    .map((other) => vergleiche(one, stems, other))
    .filter(({ worte, punkte }) => worte.length > 0 && punkte >= LEAST)
    .toSorted((a, b) => b.punkte - a.punkte || a.id.localeCompare(b.id))
    .slice(0, MOST);
}
