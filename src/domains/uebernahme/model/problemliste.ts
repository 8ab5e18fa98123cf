import { csvOf } from "../../../platform/csv.ts";
import type { Befund } from "./uebernahme.ts";

const HEADS = ["Blatt", "Zeile", "Stand", "Spalte", "Wert", "Grund"];
const STAND: Readonly<Record<string, string>> = {
  wiederholt: "wiederholt",
  wartet: "wartet auf eine Entscheidung",
  fehlerhaft: "fehlerhaft",
  ohne_daten: "wartet auf eine Entscheidung",
  uebernommen: "übernommen, ohne diesen Wert",
};

/** Every problem of a list as CSV: one line per cell that is wrong. */
export function problemliste(befund: Befund): string {
  const lines = befund.zeilen.flatMap(({ blatt, zeile, stand, grund, probleme, hinweise }) => {
    const all = [...probleme, ...hinweise];
    const first = [blatt, zeile, STAND[stand] ?? stand];
    return all.length === 0
      ? [[...first, "", "", grund]]
      : all.map((one) => [...first, one.spalte, one.wert, one.grund]);
  });
  return csvOf([HEADS, ...lines]);
}
