import { z } from "zod";
import {
  ags,
  day,
  id,
  line,
  optional,
  optionalCode,
  optionalDay,
  optionalId,
  optionalLine,
} from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { anzahl } from "../../../platform/words.ts";
import { GRUND, STAND } from "./stand.ts";

/** So many people are one household at most. */
export const MOST = 30;

/** A step on the way of a household. */
export const SchrittEingabe = z.object({
  nach: z.enum(STAND, "Wählen Sie, was geschehen ist."),
  am: day("Geben Sie an, wann es war.", "back"),
  grund: optional(z.enum(GRUND, "Wählen Sie, warum niemand erreicht wurde.")),
});
export type SchrittEingabe = z.output<typeof SchrittEingabe>;

/** To whom which households go. */
export const Verteilung = z.object({
  zuweisung: several(id("Wählen Sie die Haushalte noch einmal aus.")),
  an: id("Wählen Sie, wer zuständig wird."),
  /** Of which list alone: a refused form shows it again. */
  stapel: optionalId("Laden Sie die Seite neu."),
});
export type Verteilung = z.output<typeof Verteilung>;

const ZAHL = "Geben Sie eine Zahl von 1 bis 30 an.";

/** How many people. */
export const MENSCHEN_FELD = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, ZAHL)
  .transform(Number)
  .refine((n) => n >= 1 && n <= MOST, ZAHL);

/** What stands at a household itself. */
export const HaushaltEingabe = z.object({
  menschen: MENSCHEN_FELD,
  zugewiesen_am: day("Geben Sie an, wann zugewiesen wurde.", "back"),
  kommune: optionalCode("Wählen Sie eine Kommune aus der Liste.", /^\d{8}$/),
  unterkunft: optionalId("Wählen Sie eine Unterkunft aus der Liste."),
  sprache: optionalCode("Wählen Sie eine Sprache aus der Liste.", /^[a-z]{2,3}$/),
});
export type HaushaltEingabe = z.output<typeof HaushaltEingabe>;

const grad = (label: string, von: number, bis: number) =>
  optional(
    z
      .string()
      .regex(/^\d{1,2}([.,]\d{1,8})?$/, `Schreiben Sie die ${label} in Grad, zum Beispiel ${von},79.`)
      .transform((typed) => Number(typed.replace(",", ".")))
      .refine(
        (n) => n >= von && n <= bis,
        `Die ${label} liegt in Nordrhein-Westfalen zwischen ${von} und ${bis} Grad.`,
      ),
  );

/** Where people are accommodated. Two numbers put it on the map. */
export const UnterkunftEingabe = z
  .object({
    name: line(120, "Geben Sie den Namen der Unterkunft an."),
    kommune: ags("Wählen Sie die Kommune."),
    anschrift: optionalLine(200),
    breite: grad("Breite", 50, 53),
    laenge: grad("Länge", 5, 10),
    geschlossen_ab: optionalDay("Geben Sie den Tag an, ab dem niemand mehr dorthin zugewiesen wird."),
  })
  .refine(({ breite, laenge }) => (breite === null) === (laenge === null), {
    path: ["laenge"],
    message: "Für die Karte braucht es beide Zahlen: Breite und Länge.",
  });
export type UnterkunftEingabe = z.output<typeof UnterkunftEingabe>;

/** "Haushalt 3, 4 Menschen": how one is called where nobody sees names. */
export const haushaltName = ({ nr, menschen }: { readonly nr: number; readonly menschen: number }): string =>
  `Haushalt ${nr}, ${anzahl(menschen, "Mensch", "Menschen")}`;
