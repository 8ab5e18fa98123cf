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

const MOST_LINE = 200;
const MOST_REASON = 1000;
const urgency = z.enum(["normal", "bald", "sofort"], "Wählen Sie, wie eilig es ist.");

const ANFRAGE = {
  begonnen: day("Geben Sie den Tag der Anfrage an.", "back"),
  zugangsweg: optionalCode(),
  dringlichkeit: urgency,
  anliegen: optionalLine(MOST_LINE),
};

/** A new case: about whom, since when, what for. */
export const NeuerFall = z.object({ person: id("Beginnen Sie den Fall auf der Seite der Person."), ...ANFRAGE });
export type NeuerFall = z.output<typeof NeuerFall>;

/** What stands at the top of a case and can be put right at any time. */
export const FallAngaben = z.object({
  ...ANFRAGE,
  weiteres: z
    .enum(["", "nein", "ja", "unbekannt"])
    .default("")
    .transform((value) => (value === "" ? null : value)),
  weiteres_wer: optionalLine(MOST_LINE),
  einwilligung_am: optionalDay("Geben Sie den Tag an, an dem die Einwilligung gegeben wurde.", "back"),
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
