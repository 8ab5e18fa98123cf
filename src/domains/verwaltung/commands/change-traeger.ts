import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { traegerValues } from "../model/form-values.ts";
import type { TraegerAenderung } from "../model/stammdaten.ts";
import { traegerOf } from "../queries/verzeichnisse.ts";

/**
 * Changes a Träger, closes or opens it. Closed, it gets no new staff and no new Standort; its records stay where they are.
 * @throws NotFound
 * @throws Stale when it was changed since `version`
 * @throws Refused (fields `name`, `aktiv`) when the name is taken, or people can still sign in there
 */
export async function changeTraeger(tx: Tx, actor: Actor, { id, version }: At, input: TraegerAenderung): Promise<void> {
  const { eigenesWortAb, ...rest } = input;
  await lockRow(tx, "kim.traeger", id);
  const now = held(await traegerOf(tx, id), version, traegerValues);
  if (now.aktiv && !input.aktiv) await refuseWhileStaffed(tx, id);
  const taken = await tx
    .selectFrom("kim.traeger")
    .select("id")
    .where("name", "=", input.name)
    .where("id", "<>", id)
    .executeTakeFirst();
  if (taken !== undefined) throw new Refused("Einen Träger mit diesem Namen gibt es im Kreis schon.", "name");
  await tx
    .updateTable("kim.traeger")
    .set({ ...rest, eigenes_wort_ab: eigenesWortAb, version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: eventOf(now.aktiv, input.aktiv), gegenstand: { art: "traeger", id } });
}

const eventOf = (before: boolean, after: boolean) =>
  before === after ? "traeger.geaendert" : after ? "traeger.wieder_geoeffnet" : "traeger.stillgelegt";

async function refuseWhileStaffed(tx: Tx, id: string): Promise<void> {
  const { zahl } = await tx
    .selectFrom("kim.konto")
    .select(sql<number>`count(*)::int`.as("zahl"))
    .where("traeger_id", "=", id)
    .where("status", "<>", "deaktiviert")
    .executeTakeFirstOrThrow();
  if (zahl === 0) return;
  const wer = zahl === 1 ? "Eine Mitarbeiter:in hat" : `${zahl} Mitarbeiter:innen haben`;
  throw new Refused(`${wer} hier noch Zugang. Deaktivieren Sie zuerst diese Zugänge.`, "aktiv");
}
