import { z } from "zod";
import { day, line, optionalCode, optionalDay, optionalLine } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { Unterschrift } from "./unterschrift.ts";
import { FORM, KATEGORIE, type Sprache, SPRACHE, ZWECK, EMPFAENGER_ART } from "./zwecke.ts";

const MOST_NAME = 200;
const MOST_REASON = 1000;
const MOST_TEXT = 6000;

/** Kinds of data, ticked one by one. */
const kategorien = several(z.enum(KATEGORIE));
const TICKED = { path: ["kategorien"], error: "Kreuzen Sie an, welche Angaben gemeint sind." };
const isTicked = (typed: { readonly kategorien: readonly unknown[] }): boolean => typed.kategorien.length > 0;

/** A new consent, before it is talked through: what for, to whom, what. */
export const NeueEinwilligung = z
  .object({
    zweck: z.enum(ZWECK, "Wählen Sie, wozu eingewilligt wird."),
    empfaenger_art: z.enum(EMPFAENGER_ART, "Wählen Sie, an wen die Angaben gehen."),
    empfaenger: optionalLine(MOST_NAME),
    kategorien,
  })
  .refine(isTicked, TICKED);
export type NeueEinwilligung = z.output<typeof NeueEinwilligung>;

const sprache = z.enum(SPRACHE, "Wählen Sie, in welcher Sprache Sie es erklärt haben.");

/** That it was talked through: when, in which language, with whose help. */
export const Erlaeuterung = z.object({
  am: day("Geben Sie den Tag an.", "back"),
  sprache,
  verstaendigung: optionalCode(),
});
export type Erlaeuterung = z.output<typeof Erlaeuterung>;

/** That it was given: by whom, how, until when. */
export const Erteilung = z.object({
  am: day("Geben Sie den Tag an, an dem eingewilligt wurde.", "back"),
  durch: z.enum(["person", "sorge", "beide"], "Wählen Sie, wer einwilligt."),
  form: z.enum(FORM, "Wählen Sie, wie eingewilligt wurde."),
  unterschrift: Unterschrift,
  zeuge: optionalLine(MOST_NAME),
  gueltig_bis: optionalDay("Geben Sie den letzten Tag an."),
});
export type Erteilung = z.output<typeof Erteilung>;

/** That it says less from now on. */
export const Einschraenkung = z
  .object({
    am: day("Geben Sie den Tag an.", "back"),
    kategorien,
    gueltig_bis: optionalDay("Geben Sie den letzten Tag an."),
    grund: optionalLine(MOST_REASON),
  })
  .refine(isTicked, TICKED);
export type Einschraenkung = z.output<typeof Einschraenkung>;

/** That it was refused, or taken back. Nobody has to say why. */
export const Absage = z.object({ am: day("Geben Sie den Tag an.", "back"), grund: optionalLine(MOST_REASON) });
export type Absage = z.output<typeof Absage>;

/** The words somebody agrees to. */
export const Wortlaut = z.object({ wortlaut: line(MOST_TEXT, "Schreiben Sie den Text, in den eingewilligt wird.") });
export type Wortlaut = z.output<typeof Wortlaut>;

/** In which language a text is printed: the one asked for where it is released, else German. */
export const gedruckteSprache = (gefragt: Sprache, freigegeben: readonly Sprache[]): Sprache =>
  freigegeben.includes(gefragt) ? gefragt : "de";
