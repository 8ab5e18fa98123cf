import { z } from "zod";
import {
  ags,
  code,
  day,
  id,
  optionalCode,
  optionalDay,
  optional,
  optionalId,
  optionalLine,
} from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { IN_ORDER, inOrder } from "../../../platform/span.ts";

/** The three Bausteine of the programme; the Rhein-Sieg-Kreis says Modul. */
export const MODULE = ["I", "II", "III"] as const;
export type Modul = (typeof MODULE)[number];

/** The kind of post that serves named Kommunen. */
export const LOKAL = "cm_lokal";

/**
 * Full-time equivalents are counted in hundredths, as whole numbers, so that sums are exact: 350 is 3.5 VZÄ. `numeric(4,2)`
 * is what the database keeps.
 */
export type Hundertstel = number;

/** Hundredths of what the database or a form says: "3.50", "3,5", "3". */
export const hundertstel = (text: string): Hundertstel => Math.round(Number(text.replace(",", ".")) * 100);

/** As it stands in a German text: 350 → "3,5", 100 → "1". */
export const vzaeText = (h: Hundertstel): string => String(h / 100).replace(".", ",");

const ZAHL = /^\d{1,2}([.,]\d{1,2})?$/;

const vzae = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .regex(ZAHL, "Geben Sie Vollzeitäquivalente mit höchstens zwei Nachkommastellen an, zum Beispiel 1 oder 0,5.")
    .transform(hundertstel)
    .refine((h) => h > 0, "Das muss mehr als 0 sein.");

/** A post; `art` decides its Modul. */
export const StelleEingabe = z
  .object({
    art: code("Wählen Sie die Art der Stelle."),
    bezeichnung: optionalLine(80),
    vzae: vzae("Geben Sie an, wie viele Vollzeitäquivalente genehmigt sind."),
    von: day("Geben Sie den ersten Tag der Genehmigung an."),
    bis: optionalDay(),
    kommunen: several(ags("Wählen Sie Kommunen des Kreises.")),
  })
  .refine(inOrder, IN_ORDER)
  .refine((s) => s.art !== LOKAL || s.kommunen.length > 0, {
    path: ["kommunen"],
    message: "Wählen Sie mindestens eine Kommune, für die diese Stelle zuständig ist.",
  });
export type StelleEingabe = z.output<typeof StelleEingabe>;

/** A new post belongs to one Träger for good. */
export const NeueStelle = StelleEingabe.safeExtend({ traegerId: id("Wählen Sie den Träger.") });
export type NeueStelle = z.output<typeof NeueStelle>;

/** Why two people fill one post for a while. None of them says anything about a person. */
export const UEBERSCHNEIDUNG_NAMEN = {
  einarbeitung: "Einarbeitung",
  uebergabe: "Übergabe der Stelle",
  bewilligt: "doppelt bewilligt",
} as const;
/** In words; what is none of them stands for itself. */
export const ueberschneidungText = (code: string | null | undefined): string =>
  new Map<string, string>(Object.entries(UEBERSCHNEIDUNG_NAMEN)).get(code ?? "") ?? code ?? "";

export const UEBERSCHNEIDUNGEN = ["einarbeitung", "uebergabe", "bewilligt"] as const;

/** Who fills how much of a post, from when until when. */
export const BesetzungEingabe = z
  .object({
    konto: optionalId("Wählen Sie einen Zugang aus der Liste."),
    name: optionalLine(120),
    anteil: vzae("Geben Sie an, mit wie vielen Vollzeitäquivalenten die Person die Stelle füllt."),
    von: day("Geben Sie den ersten Tag an."),
    bis: optionalDay(),
    ueberschneidung: optional(z.enum(UEBERSCHNEIDUNGEN, "Wählen Sie einen Grund aus der Liste.")),
  })
  .refine(inOrder, IN_ORDER);
export type BesetzungEingabe = z.output<typeof BesetzungEingabe>;

/** The last day of somebody, and why the post is vacant afterwards. */
export const BesetzungEnde = z.object({
  bis: day("Geben Sie den letzten Tag an."),
  grund: optionalCode("Wählen Sie einen Grund aus der Liste."),
});
export type BesetzungEnde = z.output<typeof BesetzungEnde>;

/** Why a post is vacant, from a day on. */
export const VakanzEingabe = z.object({
  von: day("Geben Sie an, ab welchem Tag der Grund gilt."),
  grund: code("Wählen Sie den Grund."),
});
export type VakanzEingabe = z.output<typeof VakanzEingabe>;
