import type { Tie } from "../../../ui/index.ts";

/** The sign of each group of kinds on the map (`art` of the list), and what it is called in its key. */
export const GRUPPEN: readonly { readonly gruppe: string; readonly sign: Tie["sign"]; readonly name: string }[] = [
  { gruppe: "nah", sign: "circle", name: "aus dem eigenen Umfeld" },
  { gruppe: "freiwillig", sign: "hexagon", name: "Ehrenamt, Verein" },
  { gruppe: "amt", sign: "square", name: "Behörde" },
  { gruppe: "bildung", sign: "triangle", name: "Schule, Kurs, Arbeit" },
  { gruppe: "fachstelle", sign: "diamond", name: "Fachstelle und andere" },
];

/** A group that this program does not know yet is drawn as the last. */
export const signOf = (gruppe: string | null | undefined): Tie["sign"] =>
  GRUPPEN.find((one) => one.gruppe === gruppe)?.sign ?? "diamond";
