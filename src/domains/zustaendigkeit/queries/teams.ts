import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { kontoNames } from "../../zugang/index.ts";
import { GONE } from "./vertretungen.ts";

export type Mitglied = {
  readonly id: string;
  readonly teamId: string;
  readonly konto: string;
  readonly name: string;
  readonly gegebenVon: string;
  readonly werGegeben: string;
  /** Since when it counts; nothing while it waits for a second person. */
  readonly seit: Date | null;
};
export type Team = { readonly id: string; readonly name: string; readonly mitglieder: readonly Mitglied[] };

/** Teams of one's Träger that have not ended, by name, with whoever belongs to them or is about to. */
export async function teams(tx: Tx, actor: Actor): Promise<Team[]> {
  const found = await tx
    .selectFrom("kim.team")
    .select(["id", "name"])
    .where("traeger_id", "=", actor.traegerId)
    .where("beendet_am", "is", null)
    .orderBy("name")
    .orderBy("id")
    .execute();
  const mitglieder = await mitgliederVon(
    tx,
    actor,
    found.map(({ id }) => id),
  );
  return found.map((team) => ({ ...team, mitglieder: mitglieder.filter((m) => m.teamId === team.id) }));
}

/** One team of one's Träger; undefined for one that ended. */
export const teamOf = async (tx: Tx, actor: Actor, id: string): Promise<Team | undefined> =>
  (await teams(tx, actor)).find((team) => team.id === id);

async function mitgliederVon(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Mitglied[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("kim.team_mitglied")
    .select(["id", "team_id", "konto_id", "gegeben_von", "bestaetigt_am"])
    .where("team_id", "=", anyOf(ids))
    .where("beendet_am", "is", null)
    .execute();
  const names = await kontoNames(tx, actor.kreis, [...new Set(rows.flatMap((r) => [r.konto_id, r.gegeben_von]))]);
  return rows
    .map((r) => ({
      id: r.id,
      teamId: r.team_id,
      konto: r.konto_id,
      name: names.get(r.konto_id) ?? GONE,
      gegebenVon: r.gegeben_von,
      werGegeben: names.get(r.gegeben_von) ?? GONE,
      seit: r.bestaetigt_am,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "de") || (a.id < b.id ? -1 : 1));
}

/** The teams that one belongs to. */
export const eigeneTeams = async (tx: Tx, actor: Actor): Promise<Team[]> =>
  (await teams(tx, actor)).filter((team) => team.mitglieder.some((m) => m.konto === actor.kontoId && m.seit !== null));

/** Whether somebody else opened one's files to a third, and one has not said yet that one read of it. */
export async function hatUngelesenes(tx: Tx, { kreis, kontoId }: Actor): Promise<boolean> {
  const { rows } = await sql<{
    neu: boolean;
  }>`select exists (select from zustaendigkeit.ungelesen_von u
    where u.kreis = ${kreis} and u.konto_id = ${kontoId}::uuid) as neu`.execute(tx);
  return rows[0]?.neu === true;
}
