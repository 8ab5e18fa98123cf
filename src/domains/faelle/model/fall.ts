import { z } from "zod";
import { day, id, optionalCode, optionalDay, optionalLine } from "../../../platform/fields.ts";
import { PHASE } from "./phasen.ts";

export const DRINGLICHKEIT = { normal: "normal", bald: "bald, in dieser Woche", sofort: "sofort" } as const;
export const WEITERES = {
  nein: "nein, niemand",
  ja: "ja, mit Freigabe der Person",
  unbekannt: "lässt sich nicht klären",
} as const;

export type Dringlichkeit = keyof typeof DRINGLICHKEIT;

export const MOST_LINE = 200;
const MOST_REASON = 1000;
export const DRINGLICH = z.enum(["normal", "bald", "sofort"], "Wählen Sie, wie eilig es ist.");

const ANFRAGE = {
  begonnen: day("Geben Sie den Tag der Anfrage an.", "back"),
  zugangsweg: optionalCode(),
  dringlichkeit: DRINGLICH,
  anliegen: optionalLine(MOST_LINE),
};

/** What kind of case it is: MuKi-S leads cases about children, with whoever cares for them and their Kita. */
export const FALLART = { cm: "Case Management", mukis: "MuKi-S" } as const;
export type Fallart = keyof typeof FALLART;
export const FALLARTEN = ["cm", "mukis"] as const satisfies readonly Fallart[];

/** A new case: about whom, since when, what for. */
export const NeuerFall = z.object({
  person: id("Beginnen Sie den Fall auf der Seite der Person."),
  art: z.enum(FALLARTEN, "Wählen Sie, was für ein Fall es ist.").default("cm"),
  ...ANFRAGE,
});
export type NeuerFall = z.output<typeof NeuerFall>;

/** Whether somebody else leads a case about this person; null while that is not clear. */
export const Weiteres = z
  .enum(["", "nein", "ja", "unbekannt"])
  .default("")
  .transform((value) => (value === "" ? null : value));

/** What stands at the top of a case and can be put right at any time. */
export const FallAngaben = z.object({
  ...ANFRAGE,
  weiteres: Weiteres,
  weiteres_wer: optionalLine(MOST_LINE),
  weiteres_seit: optionalDay("Geben Sie den Tag an, seit dem jemand anderes den Fall führt.", "back"),
});
export type FallAngaben = z.output<typeof FallAngaben>;

/** A step: to which phase, on which day, why. */
export const Schritt = z.object({
  nach: z.enum(PHASE, "Wählen Sie den nächsten Schritt."),
  am: day("Geben Sie den Tag des Schritts an.", "back"),
  grund: optionalLine(MOST_REASON),
  abschlussgrund: optionalCode("Wählen Sie, warum der Fall endet."),
});
export type Schritt = z.output<typeof Schritt>;

/** `2026-0042`: the year and the number in it, as it is said on the phone and stands on a letter. */
export const aktenzeichen = ({ jahr, nummer }: { readonly jahr: number; readonly nummer: number }): string =>
  `${jahr}-${String(nummer).padStart(4, "0")}`;
