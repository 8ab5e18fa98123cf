import { z } from "zod";
import { day, optionalLine, text } from "../../../platform/fields.ts";
import type { Values } from "../../../platform/form.ts";

/**
 * Whom a Kreis counts to the target group of case management is its own decision and changes over time, so it is data: dated rules
 * with questions. Sources of typical criteria: "höchstens drei Jahre im Kreis und keine andere Fallführung", several offices
 * involved, regular help does not reach. What follows from the answers is a proposal; a person decides.
 */
export type Kriterium = {
  readonly id: string;
  readonly folge: number;
  readonly frage: string;
  readonly erwartet: "ja" | "nein";
  readonly zwingend: boolean;
  readonly sonst: "kurzberatung" | "verweis";
};

/** A rule. It holds from its first day until the one before the next rule; `bis` is null while none follows. Days are ISO. */
export type Zielgruppe = {
  readonly id: string;
  readonly ab: string;
  readonly bis: string | null;
  readonly mindestens: number;
  readonly hinweis: string | null;
  readonly version: number;
  readonly kriterien: readonly Kriterium[];
};

export const MOST_KRITERIEN = 12;
const MOST_QUESTION = 200;
const MOST_NOTE = 1000;
export const ROWS = Array.from({ length: MOST_KRITERIEN }, (_, i) => i + 1);

export const GEWICHT = { zwingend: "muss zutreffen", weiteres: "zählt mit" } as const;
export const SONST = { kurzberatung: "Kurzberatung", verweis: "Verweis" } as const;
export const ERWARTET = { ja: "ja", nein: "nein" } as const;

const CELLS = ["frage", "erwartet", "gewicht", "sonst"] as const;
type Cell = (typeof CELLS)[number];

/** The name of a cell in the n-th row (from 1). */
export const cellOf = (row: number, cell: Cell): string => `k${row}_${cell}`;

const cells: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  ROWS.flatMap((row) => CELLS.map((cell) => [cellOf(row, cell), text(MOST_QUESTION).optional()])),
);

type Typed = Readonly<Record<string, unknown>>;

const typedIn = (typed: Typed, row: number, cell: Cell): string => {
  const value = typed[cellOf(row, cell)];
  return typeof value === "string" ? value.trim() : "";
};

export type NeuesKriterium = Omit<Kriterium, "id">;

/** The criteria of a sent form: rows without a question are none. */
export const kriterienIn = (typed: Typed): NeuesKriterium[] =>
  ROWS.filter((row) => typedIn(typed, row, "frage") !== "").map((row, i) => ({
    folge: i + 1,
    frage: typedIn(typed, row, "frage"),
    erwartet: typedIn(typed, row, "erwartet") === "nein" ? "nein" : "ja",
    zwingend: typedIn(typed, row, "gewicht") !== "weiteres",
    sonst: typedIn(typed, row, "sonst") === "verweis" ? "verweis" : "kurzberatung",
  }));

const AS_NUMBER = /^\d{1,2}$/;

export const ZielgruppeEingabe = z
  .object({
    gueltig_ab: day("Geben Sie den ersten Tag an, an dem die Regel gilt."),
    mindestens: z
      .string()
      .trim()
      .default("0")
      .refine((typed) => AS_NUMBER.test(typed) && Number(typed) <= MOST_KRITERIEN, "Geben Sie eine Zahl bis 12 an.")
      .transform(Number),
    hinweis: optionalLine(MOST_NOTE),
    ...cells,
  })
  .superRefine((typed, ctx) => {
    const problem = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
    const kriterien = kriterienIn(typed);
    if (kriterien.length === 0) problem(cellOf(1, "frage"), "Schreiben Sie mindestens eine Frage auf.");
    const weitere = kriterien.filter(({ zwingend }) => !zwingend).length;
    if (typed.mindestens > weitere)
      problem("mindestens", `Es gibt nur ${weitere} Fragen, die mitzählen. Mehr können nicht zutreffen.`);
  });
export type ZielgruppeEingabe = z.output<typeof ZielgruppeEingabe>;

/** A rule as its form would be filled with it. */
export const zielgruppeValues = ({ ab, mindestens, hinweis, kriterien }: Omit<Zielgruppe, "id" | "bis">): Values => ({
  gueltig_ab: [ab],
  mindestens: [String(mindestens)],
  hinweis: hinweis === null ? [] : [hinweis],
  ...Object.fromEntries(
    kriterien.flatMap(({ frage, erwartet, zwingend, sonst }, i) => [
      [cellOf(i + 1, "frage"), [frage]],
      [cellOf(i + 1, "erwartet"), [erwartet]],
      [cellOf(i + 1, "gewicht"), [zwingend ? "zwingend" : "weiteres"]],
      [cellOf(i + 1, "sonst"), [sonst]],
    ]),
  ),
});

export const ANTWORT = { ja: "ja", nein: "nein", unklar: "unklar" } as const;
export type Antwort = keyof typeof ANTWORT;
/** Answers by the criterion that they are to. */
export type Antworten = ReadonlyMap<string, Antwort>;

export const VORSCHLAG = {
  fall: "als Fall annehmen",
  kurzberatung: "bei einer Kurzberatung bleiben",
  verweis: "an eine andere Stelle verweisen",
  offen: "noch offen",
} as const;
export type VorschlagArt = keyof typeof VORSCHLAG;

/** What the rule proposes, and which of its questions say so. */
export type Vorschlag = { readonly art: VorschlagArt; readonly weil: readonly Kriterium[] };

/**
 * What the answers mean by a rule. Whatever is required and does not hold decides; what is required and unknown keeps it open.
 * Of the others so many must hold as the rule says.
 */
export function vorschlagOf({ kriterien, mindestens }: Zielgruppe, antworten: Antworten): Vorschlag {
  const answer = ({ id }: Kriterium): Antwort => antworten.get(id) ?? "unklar";
  const fails = (one: Kriterium) => answer(one) !== "unklar" && answer(one) !== one.erwartet;
  const unknown = (one: Kriterium) => answer(one) === "unklar";
  const required = kriterien.filter(({ zwingend }) => zwingend);
  const failed = required.filter(fails);
  const [first] = failed;
  if (first !== undefined) {
    const art = failed.some(({ sonst }) => sonst === "verweis") ? "verweis" : first.sonst;
    return { art, weil: failed };
  }
  const missing = required.filter(unknown);
  if (missing.length > 0) return { art: "offen", weil: missing };
  const others = kriterien.filter(({ zwingend }) => !zwingend);
  const held = others.filter((one) => answer(one) === one.erwartet).length;
  if (held >= mindestens) return { art: "fall", weil: [] };
  const open = others.filter(unknown);
  if (held + open.length >= mindestens) return { art: "offen", weil: open };
  const weil = others.filter(fails);
  return { art: weil[0]?.sonst ?? "kurzberatung", weil };
}
