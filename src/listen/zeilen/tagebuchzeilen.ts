import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Problem } from "./typen.ts";

export const OHNE_TAG =
  "Nur ein Tag oder nur ein Text: Gehört die Zeile zur Beratung darüber, oder ist sie eine eigene?";
export const OHNE_THEMA = "Die Zeile nennt kein Thema, das bekannt ist. War es eine Beratung?";
const MEHR = "Das kann mehr als eine Beratung sein oder keine. Ist die Zeile eine?";

/** More than that tells a story. */
const LONGEST = 140;
const SENTENCES = 2;
/** Words by which a line of a diary tells of several people, of somebody who did not come, or of what did not happen. */
const ANDERS =
  /(?<!\p{L})(?:zwei\w*|drei|vier|fünf|sechs|beide\w*|mehrere\w*|weitere\w*|viele?|alle|jeweils|je|noch|wieder|außerdem|ausserdem|danach|dann|später|spaeter|anschließend|zuerst|vormittags?|nachmittags?|mittags|abends|morgens|niemand|keine?\w*|nicht|nur|statt|ohne|team\w*|\p{L}*sitzung|\p{L}*besprechung|fortbildung|urlaub|krank|feiertag|frei|gruppe\w*|verschoben|abgesagt|ausgefallen|vergessen|telefonisch nicht|angeblich|vielleicht|evtl|eventuell|geplant|morgen|nächste\w*|gestern|letzte\w*)(?!\p{L})/iu;
const ANZAHL =
  /(?<![\d.,:])[2-9]\d*\s?(?:x|×|mal|leute|pers\w*|famil\w*|frauen|männer|beratung\w*|gespräche?|anrufe?|kontakte?|klient\w*|besuch\w*)(?!\p{L})/iu;
const PERSON = /(?<!\p{L})(?:frau|herrn?|fr|hr|fam|familie|ehepaar)(?=[.\s])/giu;

/** Why nobody can tell whether a line of a diary is one consultation. */
export function imTagebuch(cells: readonly Zelle[]): Problem | null {
  const [, text = ""] = cells.map(zellText);
  const sentences = text.split(/[.!?]\s+(?=\p{Lu}\p{L}{3})|;|\s[-–—]\s/u).length;
  const persons = text.match(PERSON)?.length ?? 0;
  const clear =
    text.length <= LONGEST && sentences <= SENTENCES && persons < 2 && !ANDERS.test(text) && !ANZAHL.test(text);
  return clear ? null : { spalte: "Zeile", buchstabe: null, wert: text, grund: MEHR, doch: true };
}
