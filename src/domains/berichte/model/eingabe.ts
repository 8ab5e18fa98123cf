import { z } from "zod";
import { confirmed, line, optionalDay, optionalLine, yes } from "../../../platform/fields.ts";
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
    .map((one) => one.replaceAll(INVISIBLE, "").trimEnd())
    .join("\n")
    .trim();

/** What a paper does not say is "", as its head and its texts are stored. */
const text = (max: number) => optionalLine(max).transform((typed) => clean(typed ?? ""));
const inOneLine = (max: number) => text(max).transform((typed) => typed.replaceAll(/\s+/g, " "));

const MAX_TEXT = 12_000;

/**
 * The form of a draft. `gesehen_…` is the suggestion that stood there when somebody began to type; a box `vorschlag_…` that is
 * ticked takes the one of today instead of what is typed.
 */
export const EntwurfEingabe = z.object({
  titel: inOneLine(200).pipe(line(200, "Geben Sie dem Bericht einen Titel.")),
  gremium: inOneLine(120),
  sitzung: optionalDay().transform((day) => day ?? ""),
  vorlage: inOneLine(60),
  amt: inOneLine(120),
  unterschrift: text(300),
  vorbemerkung: text(MAX_TEXT),
  personal: text(MAX_TEXT),
  beratung: text(MAX_TEXT),
  luecken: text(MAX_TEXT),
  ausblick: text(MAX_TEXT),
  gesehen_vorbemerkung: text(MAX_TEXT),
  gesehen_personal: text(MAX_TEXT),
  gesehen_beratung: text(MAX_TEXT),
  gesehen_luecken: text(MAX_TEXT),
  gesehen_ausblick: text(MAX_TEXT),
  vorschlag_vorbemerkung: yes,
  vorschlag_personal: yes,
  vorschlag_beratung: yes,
  vorschlag_luecken: yes,
  vorschlag_ausblick: yes,
});
export type EntwurfEingabe = z.output<typeof EntwurfEingabe>;

/** The blocks for which somebody wants the suggestion back. */
export const zurueckgesetzt = (input: EntwurfEingabe) => BAUSTEINE.filter((b) => input[`vorschlag_${b}`]);

/** A period as the two days in one choice: `2023-01-01_2023-06-30`. */
export const NeuerBericht = z.object({
  zeitraum: z
    .string("Wählen Sie einen Zeitraum.")
    .regex(/^\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d$/, "Wählen Sie einen Zeitraum.")
    .transform((days) => ({ von: days.slice(0, 10), bis: days.slice(11) }))
    .superRefine((zeitraum, ctx) => {
      const wrong = unbrauchbar(zeitraum);
      if (wrong !== undefined) ctx.addIssue({ code: "custom", message: wrong });
    }),
});
export type NeuerBericht = z.output<typeof NeuerBericht>;

export const Freigabe = z.object({ geprueft: confirmed("Bestätigen Sie, dass Sie den Bericht gelesen haben.") });

export const Berichtigung = z.object({
  grund: inOneLine(500).pipe(line(500, "Schreiben Sie in einem Satz, was berichtigt wird.")),
});
export type Berichtigung = z.output<typeof Berichtigung>;
