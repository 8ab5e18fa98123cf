import { type Blattzeile, zellText } from "../leser/zelle.ts";

/** What a list says a sign below its themes means: it counts, it does not, or a person has to say. */
export type Zeichensinn = "zaehlt" | "nichts" | "unklar";

const ZEICHEN = String.raw`(?:[^\p{L}\p{N}\s=:]|[xXoO0])`;
/** “x = erstes Gespräch”, “0 oder - = kein Thema”. */
const ERKLAERT = new RegExp(
  String.raw`^\(?(${ZEICHEN}(?:\s*(?:oder|und|bzw\.?|,)\s*${ZEICHEN})*)\)?\s*(?:=|→|:|bedeutet|heißt)\s*(\p{L}.*)$`,
  "u",
);
const TRENNER = /[;|\n]|,(?=\s*\S{1,3}\s*(?:=|→|:))/u;
const NICHTS = /^(?:keine?n?|nichts|nein|leer|entfällt|nicht (?:thema|besprochen|angesprochen))(?!\p{L})/iu;
const UNKLAR =
  /(?<!\p{L})(?:evtl|event\p{L}*|ggf|vielleicht|unklar|unsicher|offen\p{L}*|geplant\p{L}*|abgesagt|ausgefallen|erschienen|storn\p{L}*|nicht|später|vorgemerkt|vorgesehen)(?!\p{L})/iu;
const LONGEST = 120;

/** A cross that is said to mean “none” is asked about: it may be said of another column. */
const sinnVon = (zeichen: string, wort: string): Zeichensinn => {
  if (NICHTS.test(wort)) return /^[x✓✔]$/iu.test(zeichen) ? "unklar" : "nichts";
  return UNKLAR.test(wort) ? "unklar" : "zaehlt";
};

/** The signs that a sheet explains in rows of one text, each with what it means; one that is explained twice and differently is unclear. */
export function zeichenlegende(zeilen: readonly Blattzeile[]): ReadonlyMap<string, Zeichensinn> {
  const found = new Map<string, Zeichensinn>();
  for (const { zellen } of zeilen) {
    const [only, ...more] = zellen.filter((z) => z !== null);
    if (typeof only !== "string" || more.length > 0 || only.length > LONGEST) continue;
    for (const part of zellText(only).split(TRENNER)) {
      const [, zeichen = "", wort = ""] = ERKLAERT.exec(part.trim()) ?? [];
      for (const one of zeichen.split(/\s*(?:oder|und|bzw\.?|,)\s*/u).filter((z) => z !== "")) {
        const sinn = sinnVon(one, wort);
        found.set(one.toLowerCase(), (found.get(one.toLowerCase()) ?? sinn) === sinn ? sinn : "unklar");
      }
    }
  }
  return found;
}
