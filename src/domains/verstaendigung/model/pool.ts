import { z } from "zod";
import { line, optional, optionalDay, optionalLine } from "../../../platform/fields.ts";
import { several } from "../../../platform/form.ts";
import { centFeld } from "./einsatz.ts";

export const GESCHLECHTER = {
  weiblich: "weiblich",
  maennlich: "männlich",
  divers: "divers",
  ohne_angabe: "ohne Angabe",
} as const;
export type Geschlecht = keyof typeof GESCHLECHTER;
const GESCHLECHT = ["weiblich", "maennlich", "divers", "ohne_angabe"] as const satisfies readonly Geschlecht[];
export const geschlechtOf = (stored: string): Geschlecht => GESCHLECHT.find((one) => one === stored) ?? "ohne_angabe";

export const ARTEN = {
  ehrenamt: "Ehrenamt",
  honorar: "Honorar",
  dienst: "Dienst oder Firma",
} as const;
export type Art = keyof typeof ARTEN;
const ART = ["ehrenamt", "honorar", "dienst"] as const satisfies readonly Art[];
export const artOf = (stored: string): Art => ART.find((one) => one === stored) ?? "ehrenamt";

export const kodesIn = several(z.string().regex(/^[a-z0-9_]{0,40}$/, "Wählen Sie die Sprachen aus der Liste."));

export const SprachmittlerEingabe = z
  .object({
    name: line(120, "Geben Sie den Namen an."),
    sprachen: kodesIn,
    geschlecht: z.enum(GESCHLECHT, "Wählen Sie, wer mittelt, oder „ohne Angabe“."),
    art: z.enum(ART, "Wählen Sie, wie jemand arbeitet."),
    telefon: optionalLine(60),
    email: optional(z.email("Das ist keine E-Mail-Adresse.").max(120)),
    satz: centFeld,
    verpflichtet_am: optionalDay("Geben Sie an, wann unterschrieben wurde.", "back"),
    beendet_ab: optionalDay("Geben Sie den Tag an."),
    notiz: optionalLine(600),
  })
  .refine(({ sprachen }) => sprachen.some((one) => one !== ""), {
    path: ["sprachen"],
    message: "Wählen Sie mindestens eine Sprache.",
  });
export type SprachmittlerEingabe = z.output<typeof SprachmittlerEingabe>;

/** Whether somebody is booked on a day. */
export const istTaetig = (beendetAb: string | null, tag: string): boolean => beendetAb === null || tag < beendetAb;
