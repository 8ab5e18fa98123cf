import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { kontoNames } from "../../zugang/index.ts";
import { type Stand, standAm } from "../model/vertretung.ts";

/** One arrangement with the names of everybody in it. Days are ISO. */
export type Vertretung = {
  readonly id: string;
  readonly vertreten: string;
  readonly durch: string;
  readonly grund: string;
  readonly von: string;
  readonly bis: string;
  readonly gegebenVon: string;
  readonly bestaetigtVon: string | null;
  readonly gesehen: boolean;
  readonly stand: Stand;
  readonly wer: string;
  readonly werDurch: string;
  readonly werGegeben: string;
  readonly werBestaetigt: string | undefined;
};

export const GONE = "ein gelöschter Zugang";

const vertretungen = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("kim.vertretung")
    .select([
      "id",
      "vertreten",
      "durch",
      "grund",
      "von",
      "bis",
      "gegeben_von",
      "bestaetigt_von",
      "beendet_am",
      "gesehen",
    ])
    .where("traeger_id", "=", actor.traegerId)
    .orderBy("von", "desc")
    .orderBy("id");

type Row = Awaited<ReturnType<ReturnType<typeof vertretungen>["execute"]>>[number];

async function named(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Vertretung[]> {
  const ids = rows.flatMap((r) => [r.vertreten, r.durch, r.gegeben_von, r.bestaetigt_von ?? r.durch]);
  const names = await kontoNames(tx, actor.kreis, [...new Set(ids)]);
  const nameOf = (id: string) => names.get(id) ?? GONE;
  return rows.map((r) => ({
    id: r.id,
    vertreten: r.vertreten,
    durch: r.durch,
    grund: r.grund,
    von: r.von,
    bis: r.bis,
    gegebenVon: r.gegeben_von,
    bestaetigtVon: r.bestaetigt_von,
    gesehen: r.gesehen !== null,
    stand: standAm(
      {
        von: r.von,
        bis: r.bis,
        gueltig: r.gegeben_von === r.vertreten || r.bestaetigt_von !== null,
        beendet: r.beendet_am !== null,
      },
      today(),
    ),
    wer: nameOf(r.vertreten),
    werDurch: nameOf(r.durch),
    werGegeben: nameOf(r.gegeben_von),
    werBestaetigt: r.bestaetigt_von === null ? undefined : nameOf(r.bestaetigt_von),
  }));
}

const PAST_SHOWN = 100;

/** Everything of one's Träger that is not over, and the last that is; the newest first. */
export const vertretungenImTraeger = async (tx: Tx, actor: Actor): Promise<Vertretung[]> =>
  named(tx, actor, await vertretungen(tx, actor).limit(PAST_SHOWN).execute());

/** What concerns oneself, on either side. */
export const eigeneVertretungen = async (tx: Tx, actor: Actor): Promise<Vertretung[]> =>
  named(
    tx,
    actor,
    await vertretungen(tx, actor)
      .where((e) => e.or([e("vertreten", "=", actor.kontoId), e("durch", "=", actor.kontoId)]))
      .limit(PAST_SHOWN)
      .execute(),
  );

/** One of one's Träger; undefined for another one as for none. */
export async function vertretungOf(tx: Tx, actor: Actor, id: string): Promise<Vertretung | undefined> {
  return (await named(tx, actor, await vertretungen(tx, actor).where("id", "=", id).execute()))[0];
}

/** Somebody for whom one stands in today. */
export type Vertretene = { readonly id: string; readonly name: string };

/** For whom one acts today besides oneself, by name: of the list that the session made, so that nobody is named who is not open. */
export async function vertretene(tx: Tx, actor: Actor): Promise<Vertretene[]> {
  const ids = actor.konten.filter((id) => id !== actor.kontoId);
  if (ids.length === 0) return [];
  const names = await kontoNames(tx, actor.kreis, ids);
  return ids.map((id) => ({ id, name: names.get(id) ?? GONE })).toSorted((a, b) => a.name.localeCompare(b.name, "de"));
}

/** Why, and until when, one stands in for somebody today; nothing where it is not so (any more). */
export async function grundFuer(
  tx: Tx,
  actor: Actor,
  fuer: string,
): Promise<{ readonly grund: string; readonly bis: string | null } | undefined> {
  const { rows } = await sql<{ grund: string; bis: string | null }>`
    select grund, bis from zustaendigkeit.vertretung_heute
    where konto_id = ${actor.kontoId}::uuid and fuer = ${fuer}::uuid order by bis desc nulls first limit 1`.execute(tx);
  return rows[0];
}

/** How many arrangements of one's Träger wait for a second person. */
export async function wartende(tx: Tx, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from kim.vertretung where traeger_id = ${actor.traegerId}::uuid and bestaetigt_von is null
        and gegeben_von <> vertreten and gegeben_von <> ${actor.kontoId}::uuid and beendet_am is null and bis >= ${today()}::date)
      + (select count(*) from kim.team_mitglied where traeger_id = ${actor.traegerId}::uuid and bestaetigt_von is null
        and gegeben_von <> ${actor.kontoId}::uuid and beendet_am is null)
      + (select count(*) from kim.uebergabe where traeger_id = ${actor.traegerId}::uuid and bestaetigt_von is null
        and gegeben_von <> von_konto and gegeben_von <> ${actor.kontoId}::uuid and getan is null and zurueck_von is null) as n`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}
