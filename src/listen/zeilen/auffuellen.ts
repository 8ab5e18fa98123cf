import { isSummentext } from "../erkennen/kopf.ts";
import { BEDEUTUNG_NAMEN, type Bedeutung, type Tabelle } from "../erkennen/typen.ts";
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
const EINMAL = ["jahr", "monat", "woche", "kommune", "thema"] as const;
const ZEITEN = new Set<Bedeutung>(["jahr", "monat", "woche"]);
const UNTERSCHIED = new Set<Bedeutung>(["monat", "woche", "kommune", "thema"]);

/**
 * What is told once, and whose empty cells surely have the value above: “Januar | Hennef”, “ | Eitorf”. Every block begins with it,
 * and no row of it says what another one does; otherwise nobody knows, and the rows wait. An empty cell for a Kommune or theme may
 * as well be one that nobody noted: there most rows have to be told like that.
 */
function vonObenIn({ art, spalten }: Tabelle, rows: readonly Blattzeile[]): readonly Bedeutung[] {
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
    return isBlockweise(
      data.map(({ zellen }) => ({ told: zellText(zellen[told.index]) !== "", label: label(zellen) })),
      !ZEITEN.has(was),
    );
  });
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
