import { z } from "zod";
import { day, text } from "../../../platform/fields.ts";
import type { FieldError } from "../../../platform/form.ts";
import { type Codelisten, kodesAm } from "../../codelisten/model/codelisten.ts";
import type { Beratungsdaten } from "./beratung.ts";
import { DAUER_FELD, KONTAKTWEG_FELD, MAX_PERSONEN, ORT_FELD, THEMA_FEHLT, ortVon, zahl } from "./eingabe.ts";
import { type Gebrauch, kodeVon } from "./suche.ts";

/** So many rows are shown at first and with each "mehr Zeilen"; more than the last do not fit one list. */
export const ZEILEN = 10;
export const MAX_ZEILEN = 60;

/** The cells of a row. Persons and notes are not entered by list. */
export const ZELLEN = [
  "themen",
  "stufe",
  "sprache",
  "verstaendigung",
  "dauer",
  "ergebnis",
  "neuzuweisung",
  "zahl",
] as const;
export type Zelle = (typeof ZELLEN)[number];

/** The name of a cell in the n-th row (from 1). */
export const feldDer = (row: number, zelle: Zelle): string => `z${row}_${zelle}`;

const cells: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  Array.from({ length: MAX_ZEILEN }, (_, i) => i + 1).flatMap((row) =>
    ZELLEN.map((zelle) => [feldDer(row, zelle), text(100).optional()]),
  ),
);

/** What the form for a list sends: the common head and the cells of all rows. */
export const ListeEingabe = z.object({
  am: day("Geben Sie das Datum an.", "back"),
  ort: ORT_FELD,
  kontaktweg: KONTAKTWEG_FELD,
  zeilen: text(3).optional(),
  /** Rows that were told to be the same (`alsGleiche`). */
  gleich: text(400).optional(),
  // Asks for more rows, so it is never a list to save.
  ansicht: z.string().max(0).optional(),
  ...cells,
});
export type ListeEingabe = z.output<typeof ListeEingabe>;

/** What may stand between the keys of themes. */
const BETWEEN = /[\s,;.+]/g;

type Typed = Readonly<Record<string, unknown>>;

const textOf = (typed: Typed, row: number, zelle: Zelle): string => {
  const value = typed[feldDer(row, zelle)];
  return typeof value === "string" ? value.trim() : "";
};

/** The rows in which something stands; what is preset does not count. */
export const gefuellteZeilen = (typed: Typed): number[] =>
  Array.from({ length: MAX_ZEILEN }, (_, i) => i + 1).filter((row) =>
    ZELLEN.some((zelle) => zelle !== "stufe" && textOf(typed, row, zelle) !== ""),
  );

/** Rows that say the same, the first of each with all the others. */
export function gleicheZeilen(typed: Typed): number[][] {
  const said = (row: number) =>
    ZELLEN.map((zelle) => {
      const text = textOf(typed, row, zelle).toLocaleLowerCase("de");
      return zelle === "themen" ? [...text.replaceAll(BETWEEN, "")].toSorted().join("") : text;
    }).join("\t");
  return [...Map.groupBy(gefuellteZeilen(typed), said).values()].filter((rows) => rows.length > 1);
}

/** How the question begins whether rows that say the same are different consultations. */
export const GLEICH = "Gleich sind die Zeilen";

/** Which rows were told to be the same, for the field `gleich`. */
export const alsGleiche = (groups: readonly (readonly number[])[]): string =>
  groups.map((rows) => rows.join("=")).join(" ");

// What is refused becomes a choice in its cell.
const mehreres = (typed: string) => `„${typed}“ kann mehreres heißen. Wählen Sie aus, was gemeint ist.`;
const unbekannt = (typed: string) =>
  `„${typed}“ steht nicht in der Liste. Wählen Sie aus, was gemeint ist, oder „keine Angabe“.`;

const Stufe = z.enum(["0", "1"], "Wählen Sie Fachanfrage oder anonym.");
const ZAHL = zahl("", 1, MAX_PERSONEN);

/**
 * The rows as consultations. Themes are typed as their keys ("13e", also "1 3 e"), language and result by name; a beginning of a
 * language is the one that is used most here. Every
 * mistake of every row is told, at its cell.
 */
export function zeilenVon(
  eingabe: ListeEingabe,
  lists: Codelisten,
  sprachen: Gebrauch,
): {
  readonly beratungen: readonly (Beratungsdaten & { readonly row: number })[];
  readonly errors: readonly FieldError[];
} {
  const errors: FieldError[] = [];
  const beratungen = gefuellteZeilen(eingabe).map((row) => {
    const problem = (zelle: Zelle, message: string) => {
      errors.push({ field: feldDer(row, zelle), message: `Zeile ${row}: ${message}` });
    };
    const of = (zelle: Zelle) => textOf(eingabe, row, zelle);
    const parsed = <T>(zelle: Zelle, schema: z.ZodType<T, string>, typed: string, fallback: T): T => {
      const result = schema.safeParse(typed);
      if (!result.success) problem(zelle, result.error.issues[0]?.message ?? "");
      return result.data ?? fallback;
    };
    const named = (zelle: Zelle, list: keyof Codelisten, gebrauch?: Gebrauch): string | null => {
      if (of(zelle) === "") return null;
      const found = kodeVon(of(zelle), kodesAm(lists[list], eingabe.am), gebrauch);
      if ("code" in found) return found.code;
      problem(zelle, (found.mehrere ? mehreres : unbekannt)(of(zelle)));
      return null;
    };
    return {
      row,
      am: eingabe.am,
      ort: ortVon(eingabe.ort),
      kontaktweg: eingabe.kontaktweg,
      themen: themenVon(of("themen"), lists, (message) => problem("themen", message)),
      stufe: parsed("stufe", Stufe, of("stufe") || "1", "1"),
      sprache: named("sprache", "sprache", sprachen),
      verstaendigung: of("verstaendigung") || null,
      dauerMin: parsed("dauer", DAUER_FELD, of("dauer"), 0),
      ergebnis: named("ergebnis", "ergebnis"),
      neuzuweisung: of("neuzuweisung") === "ja",
      personenzahl: parsed("zahl", ZAHL, of("zahl") || "1", 1),
      herkunftsgruppe: null,
      altersgruppe: null,
      personen: [],
      notiz: "",
    };
  });
  return { beratungen, errors };
}

/** The themes behind typed keys, each once. */
function themenVon(typed: string, lists: Codelisten, problem: (message: string) => void): string[] {
  const keys = typed.toLowerCase().replaceAll(BETWEEN, "");
  if (keys === "") problem(THEMA_FEHLT);
  const codes = [...keys].flatMap((key) => {
    const found = lists.handlungsfeld.find((k) => k.taste === key);
    if (found === undefined) problem(`Ein Thema „${key}“ gibt es nicht. Die Zeichen stehen über der Liste.`);
    return found === undefined ? [] : [found.code];
  });
  return [...new Set(codes)];
}
