import { z } from "zod";
import { day, line } from "../../../platform/fields.ts";

/** From which number on a Kreis tells numbers: what the database allows. */
export const AB_WAHL = [3, 4, 5] as const;

export const KleineZahlEingabe = z.object({
  ab: z.enum(["3", "4", "5"], "Wählen Sie, ab welcher Zahl KIM Zahlen nennt.").transform(Number),
});
export type KleineZahlEingabe = z.output<typeof KleineZahlEingabe>;

const MAX = 20_000_000;
const ZEILE = /^(\d{8})\s*[;,\t ]\s*(\d[\d.\s]*)$/;

/** Inhabitants as they are pasted from a table: one Kommune a line, its key and the number. */
const zeilen = line(20_000, "Fügen Sie die Zahlen ein, eine Kommune je Zeile.").transform((text, ctx) => {
  const rows = text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "" && !/^ags\b/i.test(one));
  return rows.flatMap((one) => {
    const [, ags = "", typed = ""] = ZEILE.exec(one) ?? [];
    const anzahl = Number(typed.replaceAll(/[.\s]/g, ""));
    if (ags !== "" && anzahl >= 1 && anzahl <= MAX) return [{ ags, anzahl }];
    ctx.addIssue({
      code: "custom",
      message: `„${one}“ ist nicht zu lesen. Je Zeile: Gemeindeschlüssel (8 Ziffern), Semikolon, Einwohnerzahl.`,
    });
    return [];
  });
});

export const EinwohnerEingabe = z.object({
  stichtag: day("Geben Sie an, für welchen Tag die Zahlen gelten.", "back"),
  quelle: line(200, "Geben Sie an, woher die Zahlen stammen."),
  zahlen: zeilen,
});
export type EinwohnerEingabe = z.output<typeof EinwohnerEingabe>;
