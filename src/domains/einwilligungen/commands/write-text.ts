import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { keepOpen } from "../../../platform/held.ts";
import type { Wortlaut } from "../model/einwilligung.ts";
import { ANGEBOTEN, type Sprache, type Zweck } from "../model/zwecke.ts";
import { alleTexte, traegerRegel } from "../queries/texte.ts";

/**
 * Begins a text: in German the next version of it, in another language the translation of the newest German one. Returns the new id.
 * @throws Refused where there is a draft already, or no German text to translate
 */
export async function writeText(
  tx: Tx,
  actor: Actor,
  { zweck, sprache }: { readonly zweck: Zweck; readonly sprache: Sprache },
  { wortlaut }: Wortlaut,
): Promise<string> {
  if (!(await keepOpen(tx, "kim.traeger", actor.traegerId))) throw new NotFound();
  if (!ANGEBOTEN.includes(zweck)) throw new Refused("Danach fragt KIM niemanden mehr. Ein Text dafür ist nicht nötig.");
  const texte = (await alleTexte(tx, actor)).filter((one) => one.zweck === zweck);
  const deutsch = texte.find((one) => one.sprache === "de");
  const fassung = sprache === "de" ? (deutsch?.fassung ?? 0) + 1 : deutsch?.fassung;
  if (fassung === undefined) throw new Refused("Schreiben Sie zuerst den deutschen Text. Die anderen übersetzen ihn.");
  if (sprache === "de" && deutsch !== undefined && deutsch.freigegebenAm === null) {
    throw new Refused("Es gibt schon einen Entwurf. Ändern Sie ihn, statt einen neuen zu beginnen.");
  }
  if (texte.some((one) => one.sprache === sprache && one.fassung === fassung)) {
    throw new Refused(
      "Diese Übersetzung gibt es schon. Ändern Sie sie, oder schreiben Sie einen neuen deutschen Text.",
    );
  }
  const id = randomUUID();
  const { rahmen } = await traegerRegel(tx, actor);
  await tx
    .insertInto("kim.einwilligung_text")
    .values({
      kreis: actor.kreis,
      id,
      traeger_id: actor.traegerId,
      zweck,
      sprache,
      fassung,
      rechtsrahmen: rahmen,
      wortlaut,
    })
    .execute();
  const gegenstand = { art: "einwilligungstext", id };
  await recordEvent(tx, actor, { art: "einwilligungstext.begonnen", gegenstand, zweck: `${zweck} ${sprache}` });
  return id;
}
