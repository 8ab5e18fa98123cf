import { akteWithKey } from "../../personen/index.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import type { NeueEinwilligung } from "../model/einwilligung.ts";
import { ANGEBOTEN, EMPFAENGER, ZWECKE, brauchtNamen, empfaengerZu } from "../model/zwecke.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { EMPFAENGER_NAME } from "../queries/sealed.ts";
import { alleTexte, geltend } from "../queries/texte.ts";
import { writeSchritt } from "../rows/einwilligung.ts";

/**
 * Prepares a consent of a person of one's own, in the words that the Träger has released for its purpose. Nothing may leave the
 * file on it yet. Returns the new id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused naming the field that has to be put right
 */
export async function draftEinwilligung(
  tx: Tx,
  actor: Actor,
  personId: string,
  { zweck, empfaenger_art: art, empfaenger: name, kategorien }: NeueEinwilligung,
): Promise<string> {
  await lockRow(tx, "kim.person", personId);
  const { akte, key } = await akteWithKey(tx, actor, personId);
  if (!ANGEBOTEN.includes(zweck)) {
    throw new Refused("KIM gibt nichts an wissenschaftliche Stellen. Dafür wird niemand gefragt.", "zweck");
  }
  if (!empfaengerZu(zweck).includes(art)) {
    const erlaubt = empfaengerZu(zweck).map((one) => `„${EMPFAENGER[one]}“`);
    throw new Refused(`Zu „${ZWECKE[zweck]}“ passt: ${erlaubt.join(", ")}.`, "empfaenger_art");
  }
  if (brauchtNamen(art) && name === null) {
    throw new Refused("Schreiben Sie, wie die Stelle heißt. Eine Einwilligung nennt, an wen genau.", "empfaenger");
  }
  const text = geltend(await alleTexte(tx, actor), zweck);
  if (text === undefined) {
    throw new Refused(
      `Für „${ZWECKE[zweck]}“ hat Ihr Träger noch keinen Text freigegeben. Bitten Sie Ihre Leitung darum.`,
      "zweck",
    );
  }
  const id = randomUUID();
  await tx
    .insertInto("kim.einwilligung")
    .values({
      ...akte,
      id,
      person_id: personId,
      text_id: text.id,
      zweck,
      empfaenger_art: art,
      empfaenger: sealText(key, { kreis: actor.kreis, id }, EMPFAENGER_NAME, brauchtNamen(art) ? name : null),
      kategorien,
      stand: "entwurf",
    })
    .execute();
  const erster = { nach: "entwurf", am: today(), kategorien, gueltigBis: null, grund: null } as const;
  await writeSchritt(tx, actor, { akte, key }, { id, schritte: [] }, erster);
  await recordEvent(tx, actor, { art: "einwilligung.angelegt", gegenstand: { art: "einwilligung", id }, zweck });
  return id;
}
