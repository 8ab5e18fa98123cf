import { z } from "zod";
import { confirmed, line } from "../../../platform/fields.ts";

/** Languages that are translated between: those that something is printed in, without easy German. */
export const UEBERSETZT = ["de", "ar", "en", "es", "fa", "pl", "ru", "tr", "uk"] as const;

const MOST_TEXT = 2000;

export const Uebersetzung = z
  .object({
    von: z.enum(UEBERSETZT, "Wählen Sie, in welcher Sprache der Text ist."),
    nach: z.enum(UEBERSETZT, "Wählen Sie, in welche Sprache."),
    text: line(MOST_TEXT, "Schreiben Sie den Text."),
    niemand: confirmed("Bestätigen Sie, dass der Text niemanden erkennen lässt. Sonst wird nichts gesendet."),
  })
  .refine(({ von, nach }) => von !== nach, { path: ["nach"], message: "Das ist dieselbe Sprache." });
export type Uebersetzung = z.output<typeof Uebersetzung>;

const letters = (text: string): string =>
  text
    .toLocaleLowerCase("de")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Shorter sentences are said elsewhere, too. */
const A_SENTENCE = 30;

/** Whether a text contains a sentence of what people agree to: that is never translated by a machine. */
export function istEinwilligung(text: string, wortlaute: readonly string[]): boolean {
  const typed = letters(text);
  return wortlaute
    .flatMap((wortlaut) => wortlaut.split(/[.!?:\n]+/))
    .map(letters)
    .some((satz) => satz.length >= A_SENTENCE && typed.includes(satz));
}
