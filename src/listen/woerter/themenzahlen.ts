import { teile } from "./mehrere.ts";

/** One theme of a cell, and how often it is said to have been. */
export type Themenzahl = { readonly wort: string; readonly n: number };

const VORN = /^(\d{1,3})\s?(?:x|×|mal)\s*(\p{L}.*)$/iu;
const HINTEN = /^(.*\p{L}[^\d]*?)\s*(?:\(?(\d{1,3})\s?(?:x|×|mal)\)?|\((\d{1,3})\)|(?<=\s)(\d{1,3}))$/iu;
const IN_KLAMMERN = /^(.*\p{L}.*?)\s*\((\d{1,3})\s?(?:x|×|mal)?\)$/iu;

function zahlIn(teil: string): Themenzahl & { readonly gesagt: boolean } {
  const front = VORN.exec(teil);
  if (front !== null) return { wort: front[2] ?? "", n: Number(front[1]), gesagt: true };
  // “SGB 2” is a name.
  const back = /^sgb\s/iu.test(teil) ? null : HINTEN.exec(teil);
  return back === null
    ? { wort: teil, n: 1, gesagt: false }
    : { wort: (back[1] ?? "").trim(), n: Number(back[2] ?? back[3] ?? back[4]), gesagt: true };
}

/** The themes of a cell beside a number of consultations, where each has its own, or one by one they come to it; null otherwise. */
export function themenzahlen(text: string, n: number): readonly Themenzahl[] | null {
  const found = teile(text).map(zahlIn);
  const sum = found.reduce((all, one) => all + one.n, 0);
  const each = found.length > 0 && found.every(({ gesagt }) => gesagt);
  return each || (found.length > 1 && sum === n) ? found : null;
}

/** The themes of a cell that all have their number, “Wohnen (3), Schule (2)” or “3x Wohnen, 2x Schule”; null for any other. */
export function eigeneZahlen(text: string): readonly Themenzahl[] | null {
  const found = text.split(/[,;\n/]/u).flatMap((part): (Themenzahl | null)[] => {
    const [, wort, n] = IN_KLAMMERN.exec(part.trim()) ?? [];
    const [, m, word] = VORN.exec(part.trim()) ?? [];
    const one = wort !== undefined ? { wort, n: Number(n) } : word !== undefined ? { wort: word, n: Number(m) } : null;
    return part.trim() === "" ? [] : [one];
  });
  const told = found.filter((one) => one !== null);
  return told.length > 0 && told.length === found.length ? told : null;
}

/** Heads that say so: “Themen (Anzahl)”. */
export const isMitAnzahl = (kopf: string): boolean =>
  /\((?:mit )?(?:anz(?:ahl|\.)?|zahl|häufigkeit|wie oft)\)/iu.test(kopf);
