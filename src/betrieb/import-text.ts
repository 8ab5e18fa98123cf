import type { Importiert, Verstanden } from "../domains/uebernahme/index.ts";
import { tagText } from "../platform/span.ts";
import { columns } from "./terminal.ts";

const SHOWN = 10;

const count = (n: number, one: string, many: string): string => `${n.toLocaleString("de-DE")} ${n === 1 ? one : many}`;

/** The first of a list, and how many there are besides. */
const some = (lines: readonly string[]): string[] => [
  ...lines.slice(0, SHOWN).map((line) => `    ${line}`),
  ...(lines.length > SHOWN ? [`    … und ${lines.length - SHOWN} weitere (alle mit --json)`] : []),
];

/** Where the cells of the file stayed, and what waits. */
function belegText({
  zellen,
  angabe,
  text,
  verstanden,
  wartet,
  gruende,
  spalten,
}: Importiert["json"]["beleg"]): string[] {
  const n = (value: number) => value.toLocaleString("de-DE");
  const waiting = gruende.filter(({ ende }) => ende === "wartet");
  return [
    `  ${count(zellen, "Zelle", "Zellen")}: ${n(angabe)} als Angabe oder Zahl, ${n(text)} als Text, ${n(verstanden)} als Überschrift, Summe oder Titel verstanden, ${n(wartet)} ${wartet === 1 ? "wartet" : "warten"}${wartet === 0 ? "." : ":"}`,
    ...some(waiting.map((one) => `Blatt „${one.blatt}“: ${one.grund} (${count(one.zellen, "Zelle", "Zellen")})`)),
    ...spaltenText(spalten),
  ];
}

/** Columns that are shown; a file with more has many sheets alike. */
const MOST_COLUMNS = 60;

/** The receipt by sheet and column. */
function spaltenText(spalten: Importiert["json"]["beleg"]["spalten"]): string[] {
  const rows = spalten.slice(0, MOST_COLUMNS).map(({ blatt, spalte, kopf, angabe, text, verstanden, wartet }) => {
    const counts = [angabe, text, verstanden, wartet].map((n) => n.toLocaleString("de-DE"));
    return [blatt, kopf === "" ? spalte : `${spalte} „${kopf}“`, ...counts];
  });
  const more = spalten.length - rows.length;
  return [
    ...(rows.length === 0 ? [] : block([RECEIPT_HEADS, ...rows])),
    ...(more > 0 ? [`    … und ${more} weitere Spalten (alle mit --json)`] : []),
  ];
}
const RECEIPT_HEADS = ["Blatt", "Spalte", "Angabe", "Text", "verstanden", "wartet"];

const block = (rows: readonly (readonly string[])[]): string[] => columns(rows).map((line) => `    ${line}`);

/** What a file brings: consultations, or persons and cases. */
function geholt({
  art,
  beratungen,
  personen,
  faelle,
}: Pick<Importiert["json"], "art" | "beratungen" | "personen" | "faelle">): string {
  const parts = [
    ...(art === "einzeln" || art === "summen" || beratungen > 0 ? [count(beratungen, "Beratung", "Beratungen")] : []),
    ...(art === "personen" || personen > 0 ? [count(personen, "Person", "Personen")] : []),
    ...(art === "faelle" || faelle > 0 ? [count(faelle, "Fall", "Fälle")] : []),
  ];
  return parts.join(", ");
}

const einzahl = ({ beratungen, personen, faelle }: Importiert["json"]): boolean => beratungen + personen + faelle === 1;

/** What became of a file, for the terminal. */
export function zusammenfassung({ json, befund }: Importiert, nurPruefen: boolean): string {
  const { schonUebernommen } = befund;
  const taken = geholt(json);
  const rows = count(json.uebernommen, "Zeile", "Zeilen");
  const lines = [
    json.datei,
    schonUebernommen === null
      ? `  ${taken} aus ${rows} ${nurPruefen ? `${einzahl(json) ? "würde" : "würden"} übernommen` : "übernommen"}.`
      : `  Diese Datei ist schon übernommen (am ${tagText(schonUebernommen.am)}, ${geholt({ personen: 0, faelle: 0, ...schonUebernommen, art: json.art })}). Nichts hat sich geändert.`,
  ];
  const behind = schonUebernommen?.wartend ?? 0;
  if (behind > 0)
    lines.push(
      `  ${count(behind, "Zeile blieb", "Zeilen blieben")} damals zurück; klären Sie sie in KIM bei der Liste.`,
    );
  if (schonUebernommen === null && json.doppelt > 0) {
    lines.push(`  ${count(json.doppelt, "wiederholte Zeile", "wiederholte Zeilen")}, nicht übernommen.`);
  }
  if (befund.zahlen.wartend > 0) {
    const waiting = befund.zeilen.filter(({ stand }) => stand === "wartet");
    lines.push(`  ${count(befund.zahlen.wartend, "Zeile wartet", "Zeilen warten")} auf eine Entscheidung:`);
    lines.push(...some(waiting.map(({ blatt, zeile, grund }) => `Blatt „${blatt}“, Zeile ${zeile}: ${grund}`)));
  }
  if (json.fehlerhaft.length > 0) {
    lines.push(`  ${count(json.fehlerhaft.length, "fehlerhafte Zeile", "fehlerhafte Zeilen")}, nicht übernommen:`);
    const faults = json.fehlerhaft.map(
      ({ blatt, zeile, spalte, wert, grund }) => `Blatt „${blatt}“, Zeile ${zeile}, ${spalte} „${wert}“: ${grund}`,
    );
    lines.push(...some(faults));
  }
  if (json.unbekannt.length > 0) {
    lines.push(`  ${count(json.unbekannt.length, "Wort ist", "Wörter sind")} nicht zugeordnet:`);
    lines.push(...some(json.unbekannt.map(({ spalte, wert, anzahl }) => `${spalte}: „${wert}“ (${anzahl})`)));
  }
  return [...lines, ...belegText(json.beleg), ...befund.hinweise.map((hinweis) => `  ${hinweis}`)].join("\n");
}

/** How a file was understood, for the terminal: the tables of columns and words as the page has them. */
export const verstandenText = ({ tabellen, ohneListe, woerter }: Verstanden): string[] => [
  ...tabellen.flatMap(({ name, saetze, spalten }) => [
    "",
    `  ${name}`,
    ...saetze.map((satz) => `  ${satz}`),
    ...block(spalten),
  ]),
  ...(ohneListe.length === 0 ? [] : ["", ...ohneListe.map((satz) => `  ${satz}`)]),
  ...(woerter.length < 2 ? [] : ["", "  Wörter", ...block(woerter)]),
];
