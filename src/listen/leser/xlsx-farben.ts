import { GRENZEN } from "./unlesbar.ts";
import { attribute, readXml } from "./xml.ts";
import type { Archiv } from "./zip.ts";

/** The colours of a theme in the order in which cells point to them: light before dark. */
const REIHE = [
  ...(["lt1", "dk1", "lt2", "dk2"] as const),
  ...(["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"] as const),
] as const;

/** The colours of the workbook's theme (RRGGBB), by the number that cells point to them with. */
export async function readThemenfarben(archiv: Archiv, part: string | undefined): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  if (part === undefined || !archiv.namen.has(part.toLowerCase())) return found;
  let scheme = false;
  let at = -1;
  await readXml(archiv.lies(part, GRENZEN.verzeichnis), {
    open: (name, attributes) => {
      if (name === "clrScheme") scheme = true;
      if (!scheme) return;
      const next = REIHE.findIndex((one) => one === name);
      if (next !== -1) at = next;
      const value = name === "srgbClr" ? attribute(attributes, "val") : attribute(attributes, "lastClr");
      if (at !== -1 && value !== undefined && (name === "srgbClr" || name === "sysClr")) found.set(at, value);
    },
    close: (name) => {
      if (name === "clrScheme") scheme = false;
    },
  });
  return found;
}

/** The numbered colours of old workbooks from 8 on; those before repeat the first eight. */
const NUMMERIERT = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");
const FIRST = 8;

/** Lighter (above 0) or darker: each part moves towards white or black, which leaves the hue. */
function getoent(rgb: string, tint: number): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const moved = parts.map((n) => Math.round(tint < 0 ? n * (1 + tint) : n + (255 - n) * tint));
  return moved.map((n) => Math.min(255, Math.max(0, n)).toString(16).padStart(2, "0")).join("");
}

/**
 * The colour that an element of a style names: itself (ARGB), by its place in the theme, lighter or darker, or by its old number.
 * “?” where the file does not tell it; null where it is that of the window.
 */
export function farbeVon(
  attributes: Readonly<Record<string, string>>,
  thema: ReadonlyMap<number, string>,
): string | null {
  const rgb = attribute(attributes, "rgb");
  if (rgb !== undefined) return rgb;
  const place = attribute(attributes, "theme");
  if (place !== undefined) {
    const base = thema.get(Number(place));
    const tint = Number(attribute(attributes, "tint") ?? "0");
    return base === undefined || !/^[0-9a-f]{6}$/iu.test(base) || !(Math.abs(tint) <= 1) ? "?" : getoent(base, tint);
  }
  const number = Number(attribute(attributes, "indexed") ?? "64");
  if (number >= FIRST + NUMMERIERT.length) return null;
  return NUMMERIERT[number < FIRST ? number : number - FIRST] ?? "?";
}
