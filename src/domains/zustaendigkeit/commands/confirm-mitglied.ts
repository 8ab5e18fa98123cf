import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { hindernis } from "../queries/bezeugen.ts";
import { teamOf } from "../queries/teams.ts";

type At = { readonly team: string; readonly mitglied: string };

/**
 * Confirms somebody whom a Leitung named for a team: from the next request on everybody in it stands in for each other.
 * @throws NotFound, Refused for whoever named her, belongs to the team, or confirms nobody
 */
export async function confirmMitglied(tx: Tx, actor: Actor, { team: teamId, mitglied }: At): Promise<void> {
  await lockRow(tx, "kim.team", teamId);
  const team = await teamOf(tx, actor, teamId);
  const found = team?.mitglieder.find((m) => m.id === mitglied);
  if (team === undefined || found === undefined) throw new NotFound();
  if (found.seit !== null) throw new Refused("Hier wartet nichts mehr auf eine Bestätigung.");
  const beteiligte = team.mitglieder.map((m) => m.konto);
  const why = await hindernis(tx, actor, { gegebenVon: found.gegebenVon, beteiligte });
  if (why !== undefined) throw new Refused(why);
  await tx.updateTable("kim.team_mitglied").set({ bestaetigt_von: actor.kontoId }).where("id", "=", mitglied).execute();
  const gegenstand = { art: "konto", id: found.konto };
  await recordEvent(tx, actor, { art: "team.bestaetigt", gegenstand, zweck: team.name });
}
