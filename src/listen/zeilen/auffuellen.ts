import { isSummentext, summenwort } from "../erkennen/kopf.ts";
import { isoTag } from "../erkennen/monate.ts";
import { datumsteile } from "../erkennen/tage.ts";
import { BEDEUTUNG_NAMEN, type Bedeutung, type Spalte, type Tabelle } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Blatt, type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";

const vonOben = ({ blatt, vonZeile }: Tabelle, bedeutungen: readonly Bedeutung[]): string =>
  `Tabelle ab Zeile ${vonZeile} im Blatt „${blatt}“: Leere Zellen bei ${bedeutungen.map((one) => `„${BEDEUTUNG_NAMEN[one]}“`).join(" und ")} gelten wie die Zeile darüber.`;

/** Meanings whose empty cells have the value of the row above: chosen by a person, or sure; what was not chosen is told. */
export function auffuellung(
  { tagebuch }: Blatt,
  tabelle: Tabelle,
  rows: readonly Blattzeile[],
  chosen: readonly Bedeutung[] | undefined,
  sagt: (hinweis: string) => void,
): readonly Bedeutung[] {
  const above = vonObenIn(tabelle, rows);
  if (above.length > 0 && chosen === undefined) sagt(vonOben(tabelle, above));
  const day: readonly Bedeutung[] = tagebuch === "tage" ? ["datum"] : [];
  return [...(chosen ?? []), ...above, ...day];
}

/** What a tally says once for several rows below each other, and what tells these rows apart. */
const EINMAL = ["jahr", "monat", "woche", "datum", "kommune", "thema"] as const;
const ZEITEN = new Set<Bedeutung>(["jahr", "monat", "woche", "datum"]);
const UNTERSCHIED = new Set<Bedeutung>(["monat", "woche", "kommune", "thema"]);

/**
 * What is told once, and whose empty cells surely have the value above: “Januar | Hennef”, “ | Eitorf”. Every block begins with it,
 * and no row of it says what another one does; otherwise nobody knows, and the rows wait. An empty cell for a Kommune or theme may
 * as well be one that nobody noted: there most rows have to be told like that.
 */
function vonObenIn({ art, spalten }: Tabelle, rows: readonly Blattzeile[]): readonly Bedeutung[] {
  if (art === "einzeln") return tagVonOben(spalten, rows);
  if (art !== "summen") return [];
  return EINMAL.filter((was) => {
    const told = spalten.find(({ bedeutung }) => bedeutung === was);
    const labels = spalten.filter(({ bedeutung }) => bedeutung !== was && UNTERSCHIED.has(bedeutung));
    const counts = spalten.filter(({ bedeutung }) => bedeutung === "anzahl" || bedeutung === "kreuz");
    if (told === undefined || labels.length === 0) return false;
    const label = (zellen: readonly Zelle[]) => labels.map(({ index }) => zellText(zellen[index]).toLowerCase());
    const data = rows.filter(
      ({ zellen }) =>
        counts.some(({ index }) => (zaehlwert(zellen[index]) ?? 0) > 0) &&
        !zellen.some((z) => typeof z === "string" && isSummentext(z)),
    );
    if (was === "datum" && !laeuftWeiter(data, told)) return false;
    return isBlockweise(
      data.map(({ zellen }) => ({ told: zellText(zellen[told.index]) !== "", label: label(zellen) })),
      !ZEITEN.has(was),
    );
  });
}

/** What a row of its own has besides its day, its place and what it was about. */
const EIGENES = new Set<Bedeutung>([
  ...(["name", "vorname", "nachname", "nummer", "dauer", "alter", "geburtsdatum"] as const),
  ...(["herkunft", "sprache", "kontaktweg", "verstaendigung", "neuzuweisung", "personenzahl"] as const),
]);
/** So many rows lack the day: fewer are forgotten ones. */
const OFTEN = 0.1;
const LEAST = 2;
/** So many of the days run on. */
const RUN_ON = 0.9;

/**
 * The day, told once above the consultations of that day, and the Kommune where it is told with it. The days run on, and each row
 * below has what only a consultation of its own has; otherwise it may as well go on with the one above, and waits.
 */
function tagVonOben(spalten: readonly Spalte[], rows: readonly Blattzeile[]): readonly Bedeutung[] {
  const [datum, kommune] = (["datum", "kommune"] as const).map((was) => spalten.find((s) => s.bedeutung === was));
  if (datum === undefined) return [];
  const has = (spalte: Spalte | undefined, { zellen }: Blattzeile) =>
    spalte !== undefined && zellText(zellen[spalte.index]) !== "";
  const worum = spalten.filter(({ bedeutung }) => bedeutung === "thema" || bedeutung === "kreuz");
  const data = rows.filter(
    (row) =>
      worum.some((s) => has(s, row)) && !row.zellen.some((z) => typeof z === "string" && summenwort(z) !== undefined),
  );
  const [first] = data;
  const without = data.filter((row) => !has(datum, row));
  const enough = without.length >= LEAST && without.length >= data.length * OFTEN;
  if (first === undefined || !has(datum, first) || !enough || !laeuftWeiter(data, datum)) return [];
  const own = spalten.filter((s) => EIGENES.has(s.bedeutung));
  const ort = kommune !== undefined && without.some((row) => has(kommune, row)) ? [kommune] : [];
  if (!without.every((row) => [...own, ...ort].some((s) => has(s, row)))) return [];
  const mitOrt =
    kommune !== undefined &&
    without.every((row) => !has(kommune, row)) &&
    data.every((row) => has(kommune, row) || !has(datum, row));
  return mitOrt ? ["datum", "kommune"] : ["datum"];
}

/** Whether the days that are told follow each other, upwards or downwards. */
function laeuftWeiter(rows: readonly Blattzeile[], { index }: Spalte): boolean {
  const days = rows.flatMap(({ zellen }) => {
    const zelle = zellen[index] ?? null;
    const teile = typeof zelle === "string" ? datumsteile(zelle) : undefined;
    if (zelle !== null && typeof zelle === "object") return zelle.art === "tag" ? zelle.tag : [];
    if (teile === undefined) return [];
    const [monat, tag] = teile.art === "klar" ? [teile.monat, teile.tag] : [teile.zweit, teile.erst];
    return isoTag(teile.jahr ?? 0, monat, tag);
  });
  const steps = days.slice(1).map((day, i) => day.localeCompare(days[i] ?? ""));
  const up = steps.filter((step) => step >= 0).length;
  const down = steps.filter((step) => step <= 0).length;
  return steps.length > 0 && Math.max(up, down) >= steps.length * RUN_ON;
}

/** `nested`: below each of several there are more rows than one, mostly of the same kinds. */
function isBlockweise(
  rows: readonly { readonly told: boolean; readonly label: readonly string[] }[],
  nested: boolean,
): boolean {
  const blocks: Set<string>[] = [];
  for (const { told, label } of rows) {
    if (told) blocks.push(new Set());
    const key = label.join("\n");
    const block = blocks.at(-1);
    if (block === undefined || label.every((text) => text === "") || block.has(key)) return false;
    block.add(key);
  }
  const filled = rows.length - blocks.length;
  const kinds = new Set(blocks.flatMap((block) => [...block])).size;
  return filled > 0 && (!nested || (blocks.length > 1 && filled >= blocks.length && kinds < rows.length));
}
