import { isZwischentitel } from "../erkennen/titel.ts";
import type { Kontext } from "../erkennen/typen.ts";
import { kontextVon } from "../erkennen/umgebung.ts";
import { zeitangabe, zeitraumVon } from "../erkennen/zeitraum.ts";
import type { Verzeichnis } from "../woerter/verzeichnis.ts";
import type { Zwischentitel } from "./typen.ts";

type Gesagt = Pick<Zwischentitel, "kommune" | "jahr" | "zeitraum">;

/** What a text between the rows says for those below it, or what to ask because it is only a remark. */
type Gelesen = { readonly gesagt: Gesagt } | { readonly anmerkung: string | null };

const ANDERS = "Anmerkung nennt einen anderen Ort oder ein anderes Jahr; die Zeilen darunter zählen wie bisher";

const ZAHL = "Die Anmerkung sagt etwas zur Zahl der Beratungen. Gelten die Zeilen, wie sie da stehen?";
const ZAEHLT_ANDERS =
  /(?<!\p{L})(?:(?:zwei|drei|vier|fünf|mehr)[- ]?(?:mal|fach)\w*|[2-9]\s?(?:x|mal)|mehrmals|doppelt\w*|nicht (?:mit)?gezählt|nicht mitgerechnet|abzuziehen|abziehen|nachzutragen|fehl(?:t|en) noch)(?!\p{L})/iu;

/** Whether a remark says that something counts more than once, or not at all. */
export const sagtZahl = (text: string): boolean => text.length <= 300 && ZAEHLT_ANDERS.test(text);

/**
 * A title between the rows says place or time for those below. A remark that names another place or year changes nothing, and
 * is asked about. `ueberKopf`: the heads are printed again below it; then it is the title of what follows.
 */
export function zwischentitel(text: string, kontext: Kontext, verzeichnis: Verzeichnis, ueberKopf: boolean): Gelesen {
  const said = kontextVon({ titel: [text], blatt: "", datei: "" }, verzeichnis, undefined);
  const { kommune, jahr } = said;
  // “März” alone is one of the table's year.
  const zeitraum = said.zeitraum ?? zeitraumVon(zeitangabe(text), kontext.jahr);
  if (ueberKopf || isZwischentitel(text, verzeichnis)) return { gesagt: { kommune, jahr, zeitraum } };
  const [ort, more] = verzeichnis.orte.inText(text);
  const other =
    (ort !== undefined && (more !== undefined || ort !== kontext.kommune)) || (jahr ?? kontext.jahr) !== kontext.jahr;
  return { anmerkung: other ? ANDERS : sagtZahl(text) ? ZAHL : null };
}

/** The surroundings of the rows below such a title. */
export const unter = (kontext: Kontext, { kommune, jahr, zeitraum }: Gesagt): Kontext => ({
  ...kontext,
  kommune: kommune ?? kontext.kommune,
  jahr: jahr ?? kontext.jahr,
  zeitraum: zeitraum ?? kontext.zeitraum,
});
