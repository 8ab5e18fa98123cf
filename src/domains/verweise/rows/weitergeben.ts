import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { passOn } from "../../einwilligungen/index.ts";
import { einwilligungZu } from "../model/organisation.ts";
import type { VerweisAngaben } from "../model/verweis.ts";
import type { Ziel } from "./angaben.ts";

/**
 * What goes out with a referral, on a consent that covers it. Nothing does where the person makes contact herself.
 * Returns the id of what went out.
 * @throws Refused naming the field; saying which consent is missing
 */
export async function weitergeben(
  tx: Tx,
  actor: Actor,
  personId: string,
  { kontakt, kategorien }: Pick<VerweisAngaben, "kontakt" | "kategorien">,
  { organisation }: Ziel,
): Promise<string | null> {
  if (kontakt !== "cm") {
    if (kategorien.length === 0) return null;
    throw new Refused(
      "Angaben gehen nur hinaus, wenn Sie den Kontakt aufnehmen. Nehmen Sie die Kreuze weg, oder wählen Sie das.",
      "kategorien",
    );
  }
  if (kategorien.length === 0) throw new Refused("Kreuzen Sie an, welche Angaben Sie nennen.", "kategorien");
  const vorhaben = { ...einwilligungZu(organisation.art), kategorien };
  const mitNamen = vorhaben.zweck === "weitergabe";
  try {
    return await passOn(
      tx,
      actor,
      personId,
      { ...vorhaben, empfaenger: mitNamen ? organisation.name : null },
      "verweis",
    );
  } catch (error) {
    // The sentence is about what was ticked, so it stands there.
    if (error instanceof Refused) throw new Refused(error.message, "kategorien");
    throw error;
  }
}
