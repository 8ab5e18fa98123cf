import { z } from "zod";
import { unbrauchbar } from "../../auswertung/model/zeitraum.ts";
import { BAUSTEINE } from "./vorschlag.ts";

/** Nothing that turns the reading direction or has no picture; what remains is text in every form of the paper. */
const INVISIBLE = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll("\t", " ")
    .split("\n")
    .map((line) => line.replaceAll(INVISIBLE, "").trimEnd())
    .join("\n")
    .trim();

const long = (max: number) =>
  z
    .string()
    .default("")
    .transform(clean)
    .refine((text) => text.length <= max, `Das ist zu lang. Höchstens ${max} Zeichen passen hinein.`);

const line = (max: number) => long(max).transform((text) => text.replaceAll(/\s+/g, " "));

const optionalDay = z
  .union([z.literal(""), z.iso.date("Geben Sie ein Datum an.")], "Geben Sie ein Datum an.")
  .default("");

const MAX_TEXT = 12_000;

/**
 * The form of a draft. `gesehen_…` is the suggestion that stood there when somebody began to type; a box `vorschlag_…` that is
 * ticked takes the one of today instead of what is typed.
 */
export const entwurfEingabe = z.object({
  /** Which report, and which version of it: what is half typed knows both. */
  bericht: z.uuid(),
  stand: z.string().default(""),
  titel: line(200).refine((text) => text !== "", "Geben Sie dem Bericht einen Titel."),
  gremium: line(120),
  sitzung: optionalDay,
  vorlage: line(60),
  amt: line(120),
  unterschrift: long(300),
  vorbemerkung: long(MAX_TEXT),
  personal: long(MAX_TEXT),
  beratung: long(MAX_TEXT),
  luecken: long(MAX_TEXT),
  ausblick: long(MAX_TEXT),
  gesehen_vorbemerkung: long(MAX_TEXT),
  gesehen_personal: long(MAX_TEXT),
  gesehen_beratung: long(MAX_TEXT),
  gesehen_luecken: long(MAX_TEXT),
  gesehen_ausblick: long(MAX_TEXT),
  vorschlag_vorbemerkung: z.literal("ja").optional(),
  vorschlag_personal: z.literal("ja").optional(),
  vorschlag_beratung: z.literal("ja").optional(),
  vorschlag_luecken: z.literal("ja").optional(),
  vorschlag_ausblick: z.literal("ja").optional(),
});
export type EntwurfEingabe = z.output<typeof entwurfEingabe>;

/** The blocks for which somebody wants the suggestion back. */
export const zurueckgesetzt = (input: EntwurfEingabe) => BAUSTEINE.filter((b) => input[`vorschlag_${b}`] === "ja");

/** A period as the two days in one choice: `2023-01-01_2023-06-30`. */
export const neuerBericht = z.object({
  zeitraum: z
    .string("Wählen Sie einen Zeitraum.")
    .regex(/^\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d$/, "Wählen Sie einen Zeitraum.")
    .transform((text) => ({ von: text.slice(0, 10), bis: text.slice(11) }))
    .superRefine((z2, ctx) => {
      const wrong = unbrauchbar(z2);
      if (wrong !== undefined) ctx.addIssue({ code: "custom", message: wrong });
    }),
});

export const freigabeEingabe = z.object({
  geprueft: z.literal("ja", "Bestätigen Sie, dass Sie den Bericht gelesen haben."),
});

export const berichtigungEingabe = z.object({
  grund: line(500).refine((text) => text !== "", "Schreiben Sie in einem Satz, was berichtigt wird."),
});

export const leer = z.object({});
