import type { Befund } from "./uebernahme.ts";

const HEADS = ["Blatt", "Zeile", "Stand", "Spalte", "Wert", "Grund"];
const STAND: Readonly<Record<string, string>> = {
  wiederholt: "wiederholt",
  wartet: "wartet auf eine Entscheidung",
  fehlerhaft: "fehlerhaft",
  ohne_daten: "wartet auf eine Entscheidung",
  uebernommen: "übernommen, ohne diesen Wert",
};

/** Excel runs what begins like a formula, also from a text file; an apostrophe in front makes it text (OWASP). */
const harmless = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);
const cell = (value: string | number): string => {
  const text = harmless(String(value));
  return /[";\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Every problem of a list as a text for Excel (UTF-8 with BOM, semicolons): one line per cell that is wrong. */
export function problemliste(befund: Befund): string {
  const lines = befund.zeilen.flatMap(({ blatt, zeile, stand, grund, probleme, hinweise }) => {
    const all = [...probleme, ...hinweise];
    const first = [blatt, zeile, STAND[stand] ?? stand];
    return all.length === 0
      ? [[...first, "", "", grund]]
      : all.map((one) => [...first, one.spalte, one.wert, one.grund]);
  });
  return `\uFEFF${[HEADS, ...lines].map((line) => line.map(cell).join(";")).join("\r\n")}\r\n`;
}
