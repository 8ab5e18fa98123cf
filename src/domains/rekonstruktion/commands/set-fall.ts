import { randomUUID } from "node:crypto";
import { type Actor, fileOf } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { fallOf, refuseGesperrt } from "../../faelle/index.ts";
import { countAnteil, kenntVon } from "../../luecken/index.ts";
import { namenSatz, texteIn } from "../model/namen.ts";
import { eigeneFaelle } from "../queries/faelle.ts";
import { gemeldete } from "../queries/luecken.ts";
import { heldShared, refuseZu } from "../queries/rekonstruktionen.ts";
import { entfernte, stationen } from "../queries/stationen.ts";
import { geschah } from "../rows/ereignis.ts";

/**
 * A case of one's own goes into a reconstruction: which one stands in its file alone, outside there is one more. What was written
 * before is looked through for the names of its people; gaps that were reported already count it, where it does not count there yet.
 * @throws NotFound where it is no case of one's own, Refused
 */
export async function addFall(tx: Tx, actor: Actor, id: string, fallId: string): Promise<void> {
  const fall = await fallOf(tx, actor, fallId);
  refuseGesperrt(fall);
  const now = await heldShared(tx, actor, id);
  refuseZu(now);
  if ((await eigeneFaelle(tx, id)).some((one) => one.fallId === fallId))
    throw new Refused("Dieser Fall ist schon dabei. Er zählt einmal.", "fall");
  const alle = [...(await stationen(tx, id)), ...(await entfernte(tx, id))];
  const named = namenSatz(texteIn(now, alle), await kenntVon(tx, actor, [fallId]), today());
  if (named !== undefined) throw new Refused(named, "fall");
  const file = fileOf(actor, fall.kontoId);
  const anteil = { id: randomUUID(), traegerId: file.traegerId };
  await tx
    .insertInto("kim.rekonstruktion_anteil")
    .values({ kreis: actor.kreis, id: anteil.id, rekonstruktion_id: id, traeger_id: anteil.traegerId })
    .execute();
  await tx
    .insertInto("kim.rekonstruktion_fall")
    .values({
      kreis: file.kreis,
      id: randomUUID(),
      traeger_id: file.traegerId,
      konto_id: file.kontoId,
      anteil_id: anteil.id,
      fall_id: fallId,
    })
    .execute();
  for (const lueckeId of (await gemeldete(tx, id)).map((row) => row.luecke_id).toSorted())
    await countAnteil(tx, actor, lueckeId, { ...anteil, fallId });
  await geschah(tx, actor, id, "rekonstruktion.fall");
}

/** Takes a case of one's own out again. @throws NotFound; Refused where it counts for a gap already */
export async function removeFall(tx: Tx, actor: Actor, id: string, anteilId: string): Promise<void> {
  refuseZu(await heldShared(tx, actor, id));
  if (!(await eigeneFaelle(tx, id)).some((one) => one.anteilId === anteilId)) throw new NotFound();
  if ((await gemeldete(tx, id)).length > 0)
    throw new Refused(
      "Aus dieser Fallrekonstruktion ist eine Systemlücke gemeldet, und der Fall zählt dort. Er bleibt.",
    );
  await tx.deleteFrom("kim.rekonstruktion_fall").where("anteil_id", "=", anteilId).execute();
  await tx.deleteFrom("kim.rekonstruktion_anteil").where("id", "=", anteilId).execute();
  await geschah(tx, actor, id, "rekonstruktion.fall_heraus");
}
