import { summenwort } from "../erkennen/kopf.ts";
import type { Bedeutung, Tabelle } from "../erkennen/typen.ts";
import { zaehlwert } from "../erkennen/werte.ts";
import { type Blattzeile, type Zelle, zellText } from "../leser/zelle.ts";

/** What a tally says once for several rows below each other, and what tells these rows apart. */
const ZEITEN = ["jahr", "monat", "woche"] as const;
const UNTERSCHIED = new Set<Bedeutung>(["monat", "woche", "kommune", "thema"]);

/**
 * Times whose empty cells surely have the value above: “Januar | Hennef”, “ | Eitorf”. Every block begins with the time, and no
 * row of it says what another one does; otherwise nobody knows, and the rows wait.
 */
export function zeitVonOben({ art, spalten }: Tabelle, rows: readonly Blattzeile[]): readonly Bedeutung[] {
  if (art !== "summen") return [];
  return ZEITEN.filter((zeit) => {
    const time = spalten.find(({ bedeutung }) => bedeutung === zeit);
    const labels = spalten.filter(({ bedeutung }) => bedeutung !== zeit && UNTERSCHIED.has(bedeutung));
    const counts = spalten.filter(({ bedeutung }) => bedeutung === "anzahl" || bedeutung === "kreuz");
    if (time === undefined || labels.length === 0) return false;
    const label = (zellen: readonly Zelle[]) => labels.map(({ index }) => zellText(zellen[index]).toLowerCase());
    const data = rows.filter(
      ({ zellen }) =>
        counts.some(({ index }) => (zaehlwert(zellen[index]) ?? 0) > 0) &&
        !zellen.some((z) => typeof z === "string" && summenwort(z) !== undefined),
    );
    return isBlockweise(
      data.map(({ zellen }) => ({ told: zellText(zellen[time.index]) !== "", label: label(zellen) })),
    );
  });
}

function isBlockweise(rows: readonly { readonly told: boolean; readonly label: readonly string[] }[]): boolean {
  let block: Set<string> | undefined;
  let filled = 0;
  for (const { told, label } of rows) {
    if (told) block = new Set();
    const key = label.join("\n");
    if (block === undefined || label.every((text) => text === "") || block.has(key)) return false;
    block.add(key);
    if (!told) filled += 1;
  }
  return filled > 0;
}
