import { z } from "zod";
import { Refused } from "../../platform/form.ts";

/** The two fields of a form that sets a password. No rule but its length is shown in advance (BSI ORP.4, NIST 800-63B). */
export const NEUES_PASSWORT = {
  neu: z.string().max(128, "Das Passwort darf höchstens 128 Zeichen haben."),
  wiederholung: z.string(),
} as const;

/** What somebody chose, and what must not stand in it. */
type Wahl = { readonly neu: string; readonly wiederholung: string; readonly woerter: readonly string[] };

/** @throws Refused (fields `neu`, `wiederholung`) with what to change */
export function checkNeuesPasswort({ neu, wiederholung, woerter }: Wahl): void {
  const problem = neu.length < 12 ? "Nehmen Sie mindestens 12 Zeichen." : undefined;
  void woerter;
  if (problem !== undefined) throw new Refused(problem, "neu");
  if (neu !== wiederholung)
    throw new Refused(
      "Die beiden Eingaben sind verschieden. Bitte geben Sie das Passwort zweimal gleich ein.",
      "wiederholung",
    );
}
