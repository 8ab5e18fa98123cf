import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Luecke, Zusammen } from "../model/luecke.ts";
import { type Stand, STAENDE, darfZusammen, isEnde } from "../model/stand.ts";
import { gruppeOf } from "../queries/gruppe.ts";
import { lueckeOf, schritte } from "../queries/luecken.ts";
import { countAlone, countOnce } from "../rows/doppelt.ts";
import { refuseErkennbar } from "../rows/pruefen.ts";
import { writeSchritt } from "../rows/schritt.ts";

function refuseZusammen(luecke: Luecke, target: Luecke): void {
  if (luecke.id === target.id) throw new Refused("Das ist dieselbe Lücke. Wählen Sie eine andere.", "in");
  if (!darfZusammen(luecke.stand))
    throw new Refused(`Von „${STAENDE[luecke.stand]}“ aus wird nicht mehr zusammengeführt.`, "in");
  if (target.inId !== null)
    throw new Refused("Diese Lücke ist selbst zusammengeführt. Wählen Sie die, mit der sie es ist.", "in");
  if (isEnde(target.stand)) throw new Refused("Diese Lücke ist erledigt. Greifen Sie sie zuerst wieder auf.", "in");
}

async function setStand(tx: Tx, { id, version }: Luecke, stand: Stand, inId: string | null): Promise<void> {
  await tx
    .updateTable("kim.luecke")
    .set({ stand, stand_seit: today(), in_luecke_id: inId, version: version + 1 })
    .where("id", "=", id)
    .execute();
}

/**
 * Puts a gap together with another one that says the same. Nothing is moved: its reports count there from now on, and it can be
 * taken apart again at any time. @throws NotFound, Stale, Refused (field `in`)
 */
export async function mergeLuecke(tx: Tx, actor: Actor, { id, version }: At, input: Zusammen): Promise<void> {
  for (const one of [...new Set([id, input.in])].toSorted()) await lockRow(tx, "kim.luecke", one);
  const luecke = held(await lueckeOf(tx, id), version);
  refuseZusammen(luecke, await lueckeOf(tx, input.in));
  refuseErkennbar({ grund: input.grund }, input.kein_name);
  await setStand(tx, luecke, "zusammengefuehrt", input.in);
  await writeSchritt(tx, actor, {
    lueckeId: id,
    von: luecke.stand,
    nach: "zusammengefuehrt",
    grund: input.grund,
    andereId: input.in,
  });
  await countOnce(tx, actor, input.in);
  await recordEvent(tx, actor, { art: "luecke.zusammengefuehrt", gegenstand: { art: "luecke", id } });
}

/** Takes a gap out of the one it was put together with, back to where it was. @throws NotFound, Stale, Refused */
export async function separateLuecke(tx: Tx, actor: Actor, { id, version }: At): Promise<void> {
  await lockRow(tx, "kim.luecke", id);
  const luecke = held(await lueckeOf(tx, id), version);
  if (luecke.inId === null) throw new Refused("Diese Lücke steht schon für sich.");
  const before = (await schritte(tx, [id])).findLast(({ nach }) => nach === "zusammengefuehrt")?.von ?? "gemeldet";
  await countAlone(tx, (await gruppeOf(tx, id)).ids);
  await setStand(tx, luecke, before, null);
  await writeSchritt(tx, actor, {
    lueckeId: id,
    von: "zusammengefuehrt",
    nach: before,
    grund: null,
    andereId: luecke.inId,
  });
  for (const one of [id, luecke.inId]) await countOnce(tx, actor, one);
  await recordEvent(tx, actor, { art: "luecke.getrennt", gegenstand: { art: "luecke", id } });
}
