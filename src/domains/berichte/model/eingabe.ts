import { z } from "zod";
import { confirmed, line, optionalDay, optionalId, optionalLine, yes } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { unbrauchbar } from "../../auswertung/model/zeitraum.ts";
import { isArt } from "./kapitel.ts";

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
export const papierText = (max: number) => optionalLine(max).transform((typed) => clean(typed ?? ""));
export const papierZeile = (max: number) => papierText(max).transform((typed) => typed.replaceAll(/\s+/g, " "));

export const MAX_TEXT = 12_000;
const kapitelTitel = papierZeile(120).pipe(line(120, "Geben Sie dem Kapitel eine Überschrift."));

/** The head of a draft. */
export const KopfEingabe = z.object({
  titel: papierZeile(200).pipe(line(200, "Geben Sie dem Bericht einen Titel.")),
  gremium: papierZeile(120),
  sitzung: optionalDay().transform((day) => day ?? ""),
  vorlage: papierZeile(60),
  amt: papierZeile(120),
  briefkopf: papierText(400),
  unterschrift: papierText(300),
});
export type KopfEingabe = z.output<typeof KopfEingabe>;

/**
 * A chapter. `gesehen` is the suggestion that stood there when somebody began to type; ticked, `nehmen` takes the one of today
 * instead of what is typed. `zahl` is a figure that somebody picks while typing; `einsetzen` asks for it to be put in.
 */
export const KapitelEingabe = z.object({
  titel: kapitelTitel,
  text: papierText(MAX_TEXT),
  gesehen: papierText(MAX_TEXT),
  nehmen: yes,
  zahl: optionalLine(60),
  einsetzen: yes,
});
export type KapitelEingabe = z.output<typeof KapitelEingabe>;

/** A chapter that a draft does not have yet. */
export const NeuesKapitel = z.object({
  art: z.string("Wählen Sie, was für ein Kapitel es wird.").refine(isArt, "Wählen Sie, was für ein Kapitel es wird."),
  titel: papierZeile(120),
});
export type NeuesKapitel = z.output<typeof NeuesKapitel>;

/** Order and extent of a paper: `rang_<id>` is where a chapter stands, `dabei_<id>` that it does. */
export const Ordnung = z.object({}).catchall(z.array(z.string().max(40)));
export type Ordnung = z.output<typeof Ordnung>;

const vorlageName = papierZeile(80);

/** A template made of a draft: a new one by name, or in the place of another; `feste` are the chapters whose text stays. */
export const VorlageSpeichern = z.object({ ersetzt: optionalId(), name: vorlageName, feste: several(z.uuid()) });
export type VorlageSpeichern = z.output<typeof VorlageSpeichern>;

/** A template as its page changes it. */
export const VorlageEingabe = KopfEingabe.extend({
  name: vorlageName.pipe(line(80, "Geben Sie der Vorlage einen Namen.")),
  angeboten: yes,
});
export type VorlageEingabe = z.output<typeof VorlageEingabe>;

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
  /** The template that it begins with; null: like the last paper. */
  vorlage: optionalId(),
});
export type NeuerBericht = z.output<typeof NeuerBericht>;

export const Freigabe = z.object({ geprueft: confirmed("Bestätigen Sie, dass Sie den Bericht gelesen haben.") });

export const Berichtigung = z.object({
  grund: papierZeile(500).pipe(line(500, "Schreiben Sie in einem Satz, was berichtigt wird.")),
});
export type Berichtigung = z.output<typeof Berichtigung>;
