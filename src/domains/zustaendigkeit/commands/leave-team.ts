import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { teamOf } from "../queries/teams.ts";

/** Takes somebody out of a team at once: herself, or by whoever orders or confirms. @throws NotFound */
export async function leaveTeam(
  tx: Tx,
  actor: Actor,
  { team: teamId, mitglied }: { readonly team: string; readonly mitglied: string },
): Promise<void> {
  await lockRow(tx, "kim.team", teamId);
  const team = await teamOf(tx, actor, teamId);
  const found = team?.mitglieder.find((m) => m.id === mitglied);
  if (team === undefined || found === undefined) throw new NotFound();
  if (found.konto !== actor.kontoId && !may(actor, "konto.bestaetigen")) throw new NotFound();
  await tx.updateTable("kim.team_mitglied").set({ beendet_von: actor.kontoId }).where("id", "=", mitglied).execute();
  const gegenstand = { art: "konto", id: found.konto };
  await recordEvent(tx, actor, { art: "team.verlassen", gegenstand, zweck: team.name });
}

/** Ends a team: nobody stands in for anybody by it any more. @throws NotFound */
export async function endTeam(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  await lockRow(tx, "kim.team", id);
  if ((await teamOf(tx, actor, id)) === undefined) throw new NotFound();
  await tx
    .updateTable("kim.team")
    .set({ beendet_von: actor.kontoId, beendet_am: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "team.beendet", gegenstand: { art: "team", id } });
}
