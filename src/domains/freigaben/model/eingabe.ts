import { z } from "zod";
import { EMPFAENGER_ART, KATEGORIE } from "../../einwilligungen/model/zwecke.ts";
import { day, line, optional, optionalDay, optionalId, optionalLine } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import type { Absage } from "../../verweise/model/stand.ts";
import { ART } from "./stand.ts";

const MOST = 2000;
const MOST_NAME = 200;
const MOST_REASON = 1000;

/** To whom something is to go, and what for, before anything goes out. */
export const NeueFreigabe = z
  .object({
    art: z.enum(ART, "Wählen Sie, an wen es geht."),
    an: optionalId(),
    empfaenger_art: optional(z.enum(EMPFAENGER_ART)),
    empfaenger: optionalLine(MOST_NAME),
    fall: optionalId(),
    anliegen: line(MOST, "Schreiben Sie, worum es geht und was Sie von der anderen Stelle brauchen."),
  })
  .refine(({ art, an }) => art === "link" || an !== null, { path: ["an"], error: "Wählen Sie, bei wem." })
  .refine(({ art, empfaenger_art }) => art !== "link" || empfaenger_art !== null, {
    path: ["empfaenger_art"],
    error: "Wählen Sie, was für eine Stelle es ist.",
  })
  .refine(({ art, empfaenger }) => art !== "link" || empfaenger !== null, {
    path: ["empfaenger"],
    error: "Schreiben Sie, wie die Stelle heißt: genau so, wie die Einwilligung sie nennt.",
  });
export type NeueFreigabe = z.output<typeof NeueFreigabe>;

/** Which lines of the file go out, until when. */
export const Freigabe = z.object({
  angaben: several(z.string().regex(/^[a-z_]{1,40}$/)),
  worte: optionalLine(MOST),
  worte_kategorien: several(z.enum(KATEGORIE)),
  bedarf: optionalLine(MOST_REASON),
  gueltig_bis: day("Geben Sie den letzten Tag an, an dem die Kopie zu lesen ist."),
});
export type Freigabe = z.output<typeof Freigabe>;

/** A referral sent as a link: what it is about, and which lines of the file go along. */
export const VerweisLink = Freigabe.extend({
  anliegen: line(MOST, "Schreiben Sie, worum es geht und was Sie von der anderen Stelle brauchen."),
});
export type VerweisLink = z.output<typeof VerweisLink>;

/** A reason, or a sentence that goes with a step. */
export const Grund = z.object({ text: optionalLine(MOST_REASON) });
export type Grund = z.output<typeof Grund>;

export const Satz = z.object({ text: line(MOST, "Schreiben Sie Ihre Antwort.") });
export type Satz = z.output<typeof Satz>;

export const Frage = z.object({ text: line(MOST, "Schreiben Sie, was Sie wissen möchten.") });
export type Frage = z.output<typeof Frage>;

export const Ablehnung = z.object({ text: line(MOST_REASON, "Schreiben Sie in einem Satz, warum.") });
export type Ablehnung = z.output<typeof Ablehnung>;

/** When somebody meets about it. */
export const Termin = z.object({ tag: day("Geben Sie den Tag an."), text: optionalLine(MOST_REASON) });
export type Termin = z.output<typeof Termin>;

/** Why they do not meet on that day; whoever gave the copy reads it. */
export const Terminabsage = z.object({
  text: line(MOST_REASON, "Schreiben Sie in einem Satz, warum, oder wann Sie einen neuen Tag nennen."),
});
export type Terminabsage = z.output<typeof Terminabsage>;

/** What an authority says: what is to be brought, by when, what it promises. */
export const Ergebnis = z
  .object({
    unterlagen: optionalLine(MOST),
    tag: optionalDay("Geben Sie an, bis wann die Unterlagen da sein sollen."),
    zusage: optionalLine(MOST),
    text: optionalLine(MOST),
  })
  .refine(({ unterlagen, zusage, text }) => unterlagen !== null || zusage !== null || text !== null, {
    path: ["text"],
    error: "Schreiben Sie das Ergebnis: was fehlt, was Sie zusagen, oder was sonst gilt.",
  });
export type Ergebnis = z.output<typeof Ergebnis>;

export const PARTNER = {
  angenommen: "Wir übernehmen",
  termin: "Wir übernehmen, mit einem Termin",
  warteliste: "Wir setzen auf die Warteliste",
  abgelehnt: "Wir können nicht helfen",
} as const;

/** Why a place may say no by a link: what only whoever asked can know is no choice there. */
export const ABSAGE_PARTNER = [
  "voll",
  "kein_angebot",
  "nicht_zustaendig",
  "voraussetzung",
  "sprache",
  "andere",
] as const satisfies readonly Absage[];

/** The code of a link, however it was typed. */
export const Code = z.object({
  code: line(40, "Geben Sie den Code ein.")
    .transform((typed) => typed.replace(/\D/g, ""))
    .pipe(z.string().regex(/^\d{8}$/, "Der Code hat acht Ziffern.")),
});

/** What a place without an account answers. */
export const PartnerAntwort = Code.extend({
  antwort: z.enum(["angenommen", "termin", "warteliste", "abgelehnt"], "Wählen Sie, was möglich ist."),
  tag: optionalDay("Geben Sie den Tag des Termins an."),
  absage: optional(z.enum(ABSAGE_PARTNER, "Wählen Sie, warum nicht.")),
  text: optionalLine(MOST_REASON),
})
  .refine(({ antwort, tag }) => antwort !== "termin" || tag !== null, {
    path: ["tag"],
    error: "Geben Sie den Tag des Termins an.",
  })
  .refine(({ antwort, absage }) => antwort !== "abgelehnt" || absage !== null, {
    path: ["absage"],
    error: "Wählen Sie, warum nicht.",
  })
  .refine(({ antwort, absage }) => antwort === "abgelehnt" || absage === null, {
    path: ["absage"],
    error: "Ein Grund gehört nur zu „Wir können nicht helfen“. Nehmen Sie ihn weg.",
  });
export type PartnerAntwort = z.output<typeof PartnerAntwort>;
