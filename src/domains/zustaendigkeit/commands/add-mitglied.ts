import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { beratende, menschField } from "../queries/menschen.ts";
import { teamOf } from "../queries/teams.ts";

const SELF = "Wer selbst zum Team gehört, nimmt niemanden auf: Damit öffneten Sie sich die Akten selbst.";

/**
 * Names somebody for a team. It waits for a second person. Returns the id.
 * @throws NotFound for a team that is not there (any more), Refused naming the field
 */
export async function addMitglied(
  tx: Tx,
  actor: Actor,
  { team: teamId, konto }: { readonly team: string; readonly konto: string },
): Promise<string> {
  await lockRow(tx, "kim.team", teamId);
  const team = await teamOf(tx, actor, teamId);
  if (team === undefined) throw new NotFound();
  if (konto === actor.kontoId)
    throw new Refused("Sich selbst kann niemand aufnehmen. Das muss jemand anderes tun.", "konto");
  if (team.mitglieder.some((m) => m.konto === actor.kontoId)) throw new Refused(SELF, "konto");
  refuseClosed(menschField("konto", "Wer dazukommt", await beratende(tx, actor), konto));
  if (team.mitglieder.some((m) => m.konto === konto)) throw new Refused("Diese Person gehört schon dazu.", "konto");
  const { id } = await tx
    .insertInto("kim.team_mitglied")
    .values({
      kreis: actor.kreis,
      traeger_id: actor.traegerId,
      team_id: teamId,
      konto_id: konto,
      gegeben_von: actor.kontoId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordEvent(tx, actor, { art: "team.aufgenommen", gegenstand: { art: "konto", id: konto }, zweck: team.name });
  return id;
}
