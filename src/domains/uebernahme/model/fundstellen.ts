import { tagText } from "../../../platform/span.ts";
import type { Fundstelle, Kontext, Tabelle, Zwischentitel } from "../../../listen/index.ts";

/** The name of a Kommune by its AGS. */
export type Ortsname = (ags: string) => string;

const LONGEST = 80;
const kurz = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

function wo({ stelle, text }: Fundstelle): string {
  if (stelle === "wahl") return "von Ihnen gewählt";
  if (stelle === "datei") return `aus dem Dateinamen „${kurz(text)}“`;
  return stelle === "blatt" ? `aus dem Namen des Blatts „${kurz(text)}“` : `aus dem Titel „${kurz(text)}“`;
}

const tage = ({ von, bis }: { readonly von: string; readonly bis: string }) => `${tagText(von)} bis ${tagText(bis)}`;

function zeit({ zeitraum, jahre, jahr, schuljahr }: Kontext): string | null {
  if (zeitraum !== null) return tage(zeitraum);
  if (jahre !== null) return `${schuljahr ? "Schuljahr" : "Jahre"} ${jahre[0]}/${jahre[1]}`;
  return jahr === null ? null : `Jahr ${jahr}`;
}

const BLATTNAME = {
  beratend: (blatt: string) => `Case Manager:in: ${blatt}, aus dem Namen des Blatts.`,
  name: (blatt: string) => `Ratsuchende Person: ${blatt}, aus dem Namen des Blatts.`,
  ohne: () => null,
  offen: (blatt: string) => `Das Blatt „${blatt}“ heißt wie eine Person. Wer das ist, sagt die Liste nicht.`,
} as const;

/** What is taken for all rows of a table from its title, its sheet's or file's name, a sentence each. */
function fundsaetze({ kontext, blatt }: Tabelle, ort: Ortsname): string[] {
  const { kommune, woher, blattname } = kontext;
  const when = zeit(kontext);
  const who = blattname === null ? null : BLATTNAME[blattname](kurz(blatt));
  return [
    ...(kommune === null || woher.kommune === null ? [] : [`Kommune: ${ort(kommune)}, ${wo(woher.kommune)}.`]),
    ...(when === null || woher.zeit === null ? [] : [`Zeit: ${when}, ${wo(woher.zeit)}.`]),
    ...(who === null ? [] : [who]),
  ];
}

/** What a title between the rows says for those below. */
function titelsatz({ zeile, text, kommune, jahr, zeitraum }: Zwischentitel, ort: Ortsname): string {
  const says = [
    ...(kommune === null ? [] : [ort(kommune)]),
    ...(zeitraum === null ? (jahr === null ? [] : [String(jahr)]) : [tage(zeitraum)]),
  ];
  return `Ab Zeile ${zeile} „${kurz(text)}“: ${says.join(", ")}.`;
}

/** The same of several tables of one shape, and of titles between their rows; each names its sheet where there are several. */
export function fundstellenVon(
  tabellen: readonly Tabelle[],
  zwischentitel: readonly Zwischentitel[],
  ort: Ortsname,
): string[] {
  const sheets = new Set(tabellen.map(({ blatt }) => blatt));
  const vor = (blatt: string) => (tabellen.length > 1 ? `Blatt ${blatt}: ` : "");
  return [
    ...tabellen.flatMap((tabelle) => fundsaetze(tabelle, ort).map((satz) => `${vor(tabelle.blatt)}${satz}`)),
    ...zwischentitel
      .filter(({ blatt }) => sheets.has(blatt))
      .map((titel) => `${vor(titel.blatt)}${titelsatz(titel, ort)}`),
  ];
}
