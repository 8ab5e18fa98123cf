import { type Zelle, zellText } from "../leser/zelle.ts";
import type { Kopf } from "./spalten.ts";
import { personenbedeutung } from "./personenkopf.ts";
import type { Bedeutung, Personenart, Spalte } from "./typen.ts";

const NAMEN = new Set<Bedeutung>(["name", "vorname", "nachname"]);
/** What says of a name who it is. */
const ZUR_PERSON = new Set<Bedeutung>(["geburtsdatum", "alter", "herkunft", "sprache", "kommune"]);
/** What only a consultation has. */
const BERATUNG = new Set<Bedeutung>(["kontaktweg", "dauer", "verstaendigung", "kreuz", "anzahl", "woche", "monat"]);
/** Who comes to several consultations stands in several rows. */
const DISTINCT = 0.7;
const FEW_ROWS = 5;

/**
 * Whether the rows of a table are persons or cases and not consultations: it has names, what belongs to a person, and nothing
 * that only a consultation has – no day of one, no duration, no contact way. Undefined where it is none of these. `spalten` as
 * they are read for a list of consultations.
 */
export function personenart(
  koepfe: readonly Kopf[],
  spalten: readonly Spalte[],
  proben: readonly (readonly Zelle[])[],
): Personenart | undefined {
  const told = new Set(koepfe.map(({ wort }) => personenbedeutung(wort)));
  const namen = spalten.filter(({ bedeutung }) => NAMEN.has(bedeutung));
  const ownWord = ({ wort }: Spalte) => personenbedeutung(wort) !== undefined;
  const beratung = spalten.some((s) => (BERATUNG.has(s.bedeutung) || s.bedeutung === "datum") && !ownWord(s));
  if (namen.length === 0 || beratung) return undefined;
  const begin = told.has("fallbeginn") || told.has("seit");
  const fall =
    (told.has("fallbeginn") && told.size > 1) ||
    (begin && (["fallende", "phase", "abschlussgrund", "einwilligung"] as const).some((one) => told.has(one)));
  // The same person may have had several cases.
  if (fall) return "faelle";
  if (!isDistinct(namen, proben)) return undefined;
  if (spalten.some(({ bedeutung }) => bedeutung === "thema")) return undefined;
  const about = spalten.some(({ bedeutung }) => ZUR_PERSON.has(bedeutung)) || told.size > 1;
  return about ? "personen" : undefined;
}

function isDistinct(namen: readonly Spalte[], proben: readonly (readonly Zelle[])[]): boolean {
  const names = proben.map((zellen) => namen.map(({ index }) => zellText(zellen[index])).join(" "));
  return names.length < FEW_ROWS || new Set(names).size >= names.length * DISTINCT;
}
