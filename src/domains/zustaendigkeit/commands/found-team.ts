import type { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import type { TeamEingabe } from "../model/vertretung.ts";

/** Founds a team, without anybody in it yet. Returns the id. */
export async function foundTeam(tx: Tx, actor: Actor, { name }: z.output<typeof TeamEingabe>): Promise<string> {
  const { kreis, traegerId, kontoId } = actor;
  const { id } = await tx
    .insertInto("kim.team")
    .values({ kreis, traeger_id: traegerId, name, gegruendet_von: kontoId })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordEvent(tx, actor, { art: "team.gegruendet", gegenstand: { art: "team", id } });
  return id;
}
