import { z } from "zod";
import { text } from "../../../platform/fields.ts";
import { Refused } from "../../../platform/form.ts";
import { type PasswortKontext, passwordProblem } from "./passwort.ts";

/** A password that is typed to prove who somebody is. */
export const PASSWORT = z.string().min(1, "Geben Sie Ihr Passwort ein.").pipe(text(1000));

/** The two fields of a form that sets a password; what makes a good one, `checkNeuesPasswort` says. */
export const NEUES_PASSWORT = {
  neu: z.string().min(1, "Wählen Sie ein Passwort.").pipe(text(1000)),
  wiederholung: z.string().min(1, "Geben Sie das Passwort noch einmal ein."),
} as const;

type Wahl = { readonly neu: string; readonly wiederholung: string };

/** @throws Refused (fields `neu`, `wiederholung`) with what to change */
export async function checkNeuesPasswort({ neu, wiederholung }: Wahl, kontext: PasswortKontext): Promise<void> {
  const problem = await passwordProblem(neu, kontext);
  if (problem !== undefined) throw new Refused(problem, "neu");
  if (neu !== wiederholung) {
    throw new Refused(
      "Die beiden Eingaben sind verschieden. Bitte geben Sie das Passwort zweimal gleich ein.",
      "wiederholung",
    );
  }
}
