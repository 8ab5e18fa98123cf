import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { Anordnung } from "../model/vertretung.ts";
import { beratende, fuehrendeIds, menschField, menschen } from "../queries/menschen.ts";

/**
 * Says who stands in for somebody. Of oneself it counts at once; what a Leitung says for somebody else waits for a second
 * person. The database holds the same rules (`vertretung_bestimmt`). Returns the id.
 * @throws Refused naming the field
 */
export async function giveVertretung(tx: Tx, actor: Actor, eingabe: Anordnung): Promise<string> {
  const { vertreten, durch, grund, von, bis } = eingabe;
  if (bis < today()) throw new Refused("Der letzte Tag ist schon vorbei.", "bis");
  const own = vertreten === actor.kontoId;
  if (!own && !may(actor, "vertretung.anordnen"))
    throw new Refused("Für jemand anderen bestimmt die Vertretung nur die Leitung.", "vertreten");
  if (durch === actor.kontoId)
    throw new Refused("Sich selbst kann niemand einsetzen. Wählen Sie eine andere Person.", "durch");
  if (durch === vertreten) throw new Refused("Niemand vertritt sich selbst. Wählen Sie eine andere Person.", "durch");
  refuseClosed(menschField("durch", "Wer vertritt", await beratende(tx, actor, [actor.kontoId]), durch));
  if (!own) {
    const known = await menschen(tx, actor, await fuehrendeIds(tx, actor));
    refuseClosed(menschField("vertreten", "Wer vertreten wird", known, vertreten));
  }
  const { id } = await tx
    .insertInto("kim.vertretung")
    .values({
      kreis: actor.kreis,
      traeger_id: actor.traegerId,
      vertreten,
      durch,
      grund,
      von,
      bis,
      gegeben_von: actor.kontoId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const gegenstand = { art: "vertretung", id };
  await recordEvent(tx, actor, { art: own ? "vertretung.gegeben" : "vertretung.angeordnet", gegenstand, zweck: grund });
  return id;
}
