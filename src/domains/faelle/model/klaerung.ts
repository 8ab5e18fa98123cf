import { z } from "zod";
import { id, optionalDay, optionalLine, text } from "../../../platform/fields.ts";
import type { Values } from "../../../platform/form.ts";
import { DRINGLICH, MOST_LINE, Weiteres } from "./fall.ts";
import { ANTWORT, type Antwort, type Antworten, ROWS, type Zielgruppe } from "./zielgruppe.ts";

const asAnswer = (typed: string | undefined): Antwort | undefined => {
  const known = Object.keys(ANTWORT).find((one) => one === typed);
  return known === "ja" || known === "nein" || known === "unklar" ? known : undefined;
};

/** The name of the answer to the n-th question (from 1). */
export const answerField = (folge: number): string => `a${folge}`;

const answers: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
  ROWS.map((row) => [answerField(row), text(10).optional()]),
);

/** What the clarification asks: the questions of the rule, who else leads a case, how urgent it is. */
export const KlaerungEingabe = z.object({
  regel: id("Öffnen Sie die Klärung noch einmal."),
  dringlichkeit: DRINGLICH,
  weiteres: Weiteres,
  weiteres_wer: optionalLine(MOST_LINE),
  weiteres_seit: optionalDay("Geben Sie den Tag an, seit dem jemand anderes den Fall führt.", "back"),
  ...answers,
});
export type KlaerungEingabe = z.output<typeof KlaerungEingabe>;

type Typed = Readonly<Record<string, unknown>>;

/** The answers of a sent form, by criterion; a question without one is not in it. */
export function antwortenIn(typed: Typed, { kriterien }: Zielgruppe): Antworten {
  return new Map(
    kriterien.flatMap(({ id, folge }): [string, Antwort][] => {
      const value = typed[answerField(folge)];
      const answer = asAnswer(typeof value === "string" ? value : undefined);
      return answer === undefined ? [] : [[id, answer]];
    }),
  );
}

/** A stored clarification: what was asked and answered then, and which step decided it. Days are ISO. */
export type Klaerung = {
  readonly id: string;
  readonly zielgruppeId: string;
  readonly am: string;
  readonly vorschlag: "fall" | "kurzberatung" | "verweis" | "offen";
  readonly schrittId: string | null;
  readonly antworten: readonly {
    readonly folge: number;
    readonly kriterium: string;
    readonly frage: string;
    readonly erwartet: "ja" | "nein";
    readonly antwort: Antwort;
  }[];
};

/** The open clarification as its form would be filled with it; of another rule nothing is left. */
export const answerValues = (open: Klaerung | undefined, regel: Zielgruppe): Values =>
  open === undefined || open.zielgruppeId !== regel.id
    ? {}
    : Object.fromEntries(open.antworten.map(({ folge, antwort }) => [answerField(folge), [antwort]]));
