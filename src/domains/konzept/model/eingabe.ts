import { z } from "zod";
import { confirmed, id, line, optionalCode, optionalLine, text, yes } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { unbrauchbar } from "../../auswertung/model/zeitraum.ts";
import { papierText, papierZeile } from "../../berichte/model/eingabe.ts";

/** Characters of one part. */
export const MAX_TEIL = 40_000;

const titel = papierZeile(200).pipe(line(200, "Geben Sie dem Konzept einen Titel."));

/** Months as the two days in one choice: `2023-01-01_2023-12-31`. */
const zeitraum = z
  .string("Wählen Sie einen Zeitraum.")
  .regex(/^\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d$/, "Wählen Sie einen Zeitraum.")
  .transform((days) => ({ von: days.slice(0, 10), bis: days.slice(11) }))
  .superRefine((span, ctx) => {
    const wrong = unbrauchbar(span);
    if (wrong !== undefined) ctx.addIssue({ code: "custom", message: wrong });
  });

/** Ticked where what looked like somebody's name is none of a client. Asked only then. */
const GEPRUEFT = { kein_name: yes };
/** What commands take: where nothing was asked, nothing was confirmed. */
type Frei<T> = Omit<T, "kein_name"> & { readonly kein_name?: boolean };

export const KopfEingabe = z.object({ titel, zeitraum, ...GEPRUEFT });
export type KopfEingabe = Frei<z.output<typeof KopfEingabe>>;

export const NeuesKonzept = KopfEingabe.extend({ handlungsfelder: several(text(40)) });
export type NeuesKonzept = Frei<z.output<typeof NeuesKonzept>>;

/** A concept that begins with a Word file; without a title it is called as the file. */
export const WordEingabe = z.object({
  titel: papierZeile(200),
  zeitraum,
  /** Chapters of which somebody was asked what they are about, and the answers in the same order. */
  kapitel: several(papierZeile(120)),
  feld: several(text(40)),
  ...GEPRUEFT,
});
export type WordEingabe = Frei<Omit<z.output<typeof WordEingabe>, "kapitel" | "feld">>;

/** What is said of a chapter that is about no Handlungsfeld. */
export const KEINES = "keines";
/** What somebody said, by the heading of the chapter: the code of a Handlungsfeld, or `KEINES`. */
export type Antworten = ReadonlyMap<string, string>;

/** Of what was sent only what was answered. */
export const antwortenAus = (kapitel: readonly string[], feld: readonly string[]): Antworten =>
  new Map(kapitel.map((titel, i) => [titel, feld[i] ?? ""] as const).filter(([, code]) => code !== ""));

export const NeuesKapitel = z.object({ titel: papierZeile(120), handlungsfeld: optionalCode(), ...GEPRUEFT });
export type NeuesKapitel = Frei<z.output<typeof NeuesKapitel>>;

/** `nach`: behind which chapter it stands; null: first. */
export const KapitelEingabe = z.object({
  titel: papierZeile(120).pipe(line(120, "Geben Sie dem Kapitel eine Überschrift.")),
  nach: z.union([z.literal("").transform(() => null), z.uuid()]),
  ...GEPRUEFT,
});
export type KapitelEingabe = Frei<z.output<typeof KapitelEingabe>>;

/** `zahl` is a figure or source that somebody picks while typing; `einsetzen` asks for it to be put in. */
export const TeilEingabe = z.object({
  text: papierText(MAX_TEIL),
  zahl: optionalLine(60),
  einsetzen: yes,
  ...GEPRUEFT,
});
export type TeilEingabe = Frei<z.output<typeof TeilEingabe>>;

export const VorschlagEingabe = z.object({ text: papierText(MAX_TEIL), grund: optionalLine(1000), ...GEPRUEFT });
export type VorschlagEingabe = Frei<z.output<typeof VorschlagEingabe>>;

export const EntscheidungEingabe = z.object({
  nach: z.enum(["angenommen", "abgelehnt", "zurueckgezogen"], "Wählen Sie, was daraus wird."),
  antwort: optionalLine(1000),
  ...GEPRUEFT,
});
export type EntscheidungEingabe = Frei<z.output<typeof EntscheidungEingabe>>;

export const KommentarEingabe = z.object({
  stelle: papierText(2000),
  text: papierText(2000).pipe(line(2000, "Schreiben Sie, was Sie dazu sagen möchten.")),
  ...GEPRUEFT,
});
export type KommentarEingabe = Frei<z.output<typeof KommentarEingabe>>;

const ADRESSE = "Eine Internetadresse beginnt mit https://.";
export const QuelleEingabe = z.object({
  text: papierZeile(400).pipe(line(400, "Schreiben Sie, worauf sich der Text stützt.")),
  adresse: optionalLine(400).refine((typed) => typed === null || /^https?:\/\/\S+$/.test(typed), ADRESSE),
  ...GEPRUEFT,
});
export type QuelleEingabe = Frei<z.output<typeof QuelleEingabe>>;

export const MitgliedEingabe = z.object({
  email: z.email("Geben Sie die Adresse an, mit der sich die Person bei KIM anmeldet.").max(200),
  fuer: papierZeile(120).pipe(line(120, "Schreiben Sie, für wen die Person mitarbeitet.")),
  schreibt: yes,
  ...GEPRUEFT,
});
export type MitgliedEingabe = Frei<z.output<typeof MitgliedEingabe>>;

export const Person = z.object({ konto: id() });
export const StandWieder = z.object({ stand: z.coerce.number().int().positive() });

/** `gelesen`: which state of the draft was read; `aenderung`: what is other than in the version before. */
export const BeschlussEingabe = z.object({
  gelesen: text(80),
  beschluss: id("Wählen Sie den Beschluss, der das Konzept angenommen hat."),
  aenderung: optionalLine(1000),
  oeffentlich: yes,
  geprueft: confirmed("Bestätigen Sie, dass Sie den Entwurf gelesen haben."),
  ...GEPRUEFT,
});
export type BeschlussEingabe = Frei<z.output<typeof BeschlussEingabe>>;
