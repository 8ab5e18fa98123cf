import { z } from "zod";
import { code, day, id, line, optional, optionalDay, optionalId, optionalLine, yes } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { IN_ORDER, inOrder } from "../../../platform/span.ts";
import { wert } from "./betrag.ts";
import { ZAHL, type Zahl } from "./kennzahl.ts";
import { STAND, type Stand } from "./stand.ts";

const MOST_TEXT = 1000;
const WERT = "Geben Sie eine Zahl an, zum Beispiel 40 oder 12,5.";

/** Several of a list, one select each: one that is left open sends nothing. */
const gewaehlte = (wrong: string) => several(z.union([z.literal(""), id(wrong)], wrong));

/** What a measure is. Its Beschluss can wait: a Projektgruppe proposes before the Lenkungsgruppe decides. */
export const MassnahmeEingabe = z
  .object({
    titel: line(120, "Geben Sie der Maßnahme einen Namen."),
    luecken: gewaehlte("Wählen Sie Lücken aus der Liste."),
    ziel: line(MOST_TEXT, "Schreiben Sie, was sich ändern soll."),
    verantwortlich: line(160, "Geben Sie an, welche Stelle die Maßnahme verantwortet."),
    organisationen: gewaehlte("Wählen Sie Organisationen aus der Liste."),
    budget: optional(wert("Geben Sie einen Betrag in Euro an, zum Beispiel 12.500 oder 99,90.")),
    quelle: optionalLine(160),
    von: day("Geben Sie an, wann die Maßnahme beginnt.", "ahead"),
    bis: optionalDay("Geben Sie an, wann die Maßnahme endet.", "ahead"),
    beschluss: optionalId("Wählen Sie einen Beschluss aus der Liste."),
    gruppe: optionalId("Wählen Sie eine Projektgruppe aus der Liste."),
    kein_name: yes,
  })
  .refine(inOrder, IN_ORDER);
export type MassnahmeEingabe = z.output<typeof MassnahmeEingabe>;

/** A step on the way. */
export const SchrittEingabe = z.object({
  nach: z.enum(STAND, "Wählen Sie einen Schritt."),
  grund: optionalLine(MOST_TEXT),
  beschluss: optionalId("Wählen Sie einen Beschluss aus der Liste."),
  kein_name: yes,
});
export type SchrittEingabe = z.output<typeof SchrittEingabe>;

/** Something that has to be done. */
export const ArbeitEingabe = z.object({
  was: line(200, "Schreiben Sie, was zu tun ist."),
  wer: optionalLine(120),
  bis: optionalDay("Geben Sie an, bis wann.", "ahead"),
  kein_name: yes,
});
export type ArbeitEingabe = z.output<typeof ArbeitEingabe>;

export const PrueftagEingabe = z.object({ am: day("Geben Sie den Tag an, an dem Sie nachsehen.", "ahead") });
export type PrueftagEingabe = z.output<typeof PrueftagEingabe>;

export const BefundEingabe = z.object({
  befund: line(MOST_TEXT, "Schreiben Sie, was Sie gesehen haben."),
  kein_name: yes,
});
export type BefundEingabe = z.output<typeof BefundEingabe>;

export const RICHTUNGEN = { mehr: "mehr ist besser", weniger: "weniger ist besser" } as const;
export type Richtung = keyof typeof RICHTUNGEN;
export const RICHTUNG = ["mehr", "weniger"] as const satisfies readonly Richtung[];

/** By what one sees whether it helps: typed, or bound to a figure of the program (`zahl`), which then says start and values. */
export const IndikatorEingabe = z
  .object({
    zahl: optional(z.enum(ZAHL, "Wählen Sie eine Zahl aus der Liste.")),
    handlungsfeld: optional(code()),
    kommune: optional(z.string().regex(/^\d{8}$/, "Wählen Sie eine Kommune aus der Liste.")),
    name: optionalLine(120),
    einheit: optionalLine(40),
    richtung: z.enum(RICHTUNG, "Sagen Sie, ob mehr oder weniger besser ist."),
    anfang: optional(wert(WERT)),
    anfang_am: day("Geben Sie an, von wann der Anfang ist.", "back"),
    ziel: wert("Geben Sie das Ziel als Zahl an, zum Beispiel 40 oder 12,5."),
    ziel_am: day("Geben Sie an, bis wann das Ziel erreicht sein soll.", "ahead"),
    kein_name: yes,
  })
  .refine(({ anfang_am, ziel_am }) => ziel_am > anfang_am, {
    path: ["ziel_am"],
    message: "Das Ziel liegt nicht nach dem Anfang. Geben Sie einen späteren Tag an.",
  });
export type IndikatorEingabe = z.output<typeof IndikatorEingabe>;

export const MesswertEingabe = z.object({
  am: day("Geben Sie an, von wann der Wert ist.", "back"),
  wert: wert(WERT),
  notiz: optionalLine(200),
  kein_name: yes,
});
export type MesswertEingabe = z.output<typeof MesswertEingabe>;

/** A measure as it is stored. Days are ISO, the budget is in cents. */
export type Massnahme = {
  readonly id: string;
  readonly titel: string;
  readonly ziel: string;
  readonly verantwortlich: string;
  readonly budget: number | null;
  readonly quelle: string | null;
  readonly von: string;
  readonly bis: string | null;
  readonly beschlussId: string | null;
  readonly gruppeId: string | null;
  readonly stand: Stand;
  readonly standSeit: string;
  readonly version: number;
  readonly luecken: readonly string[];
  readonly organisationen: readonly string[];
};

export type Arbeit = {
  readonly id: string;
  readonly was: string;
  readonly wer: string | null;
  readonly bis: string | null;
  readonly erledigtAm: string | null;
};

export type SchrittZeile = {
  readonly von: Stand | null;
  readonly nach: Stand;
  readonly am: string;
  readonly grund: string | null;
  readonly wer: string;
};

export type Prueftag = {
  readonly id: string;
  readonly am: string;
  readonly erledigtAm: string | null;
  readonly befund: string | null;
};

/** Values are hundredths. `anfang` is null where a figure of the program says it (`zahl`). */
export type Indikator = {
  readonly id: string;
  readonly massnahmeId: string;
  readonly name: string;
  readonly einheit: string;
  readonly richtung: Richtung;
  readonly zahl: Zahl | null;
  readonly kode: string | null;
  readonly anfang: number | null;
  readonly anfangAm: string;
  readonly ziel: number;
  readonly zielAm: string;
  readonly version: number;
};
