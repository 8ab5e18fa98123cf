import { type Actor, may } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { isId } from "../../../platform/ids.ts";
import { known } from "../../../platform/known.ts";
import type { Rekonstruktion } from "../model/rekonstruktion.ts";
import { STAND, wirdGeschrieben } from "../model/stand.ts";

/** Those that somebody may see: whoever leads them all; others those of their groups, and what is closed. */
function rows(tx: Tx, actor: Actor) {
  const leitet = may(actor, "rekonstruktion.leiten");
  return tx
    .selectFrom("kim.rekonstruktion as r")
    .leftJoin("kim.rekonstruktion_mitglied as m", (on) =>
      on
        .onRef("m.kreis", "=", "r.kreis")
        .onRef("m.rekonstruktion_id", "=", "r.id")
        .on("m.konto_id", "=", actor.kontoId),
    )
    .selectAll("r")
    .select("m.konto_id")
    .$if(!leitet, (q) => q.where((e) => e.or([e("m.konto_id", "is not", null), e("r.stand", "=", "abgeschlossen")])))
    .$if(!leitet && !may(actor, "rekonstruktion.lesen"), (q) => q.where(sql<boolean>`false`));
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const rekonstruktionVon = (row: Row, actor: Actor): Rekonstruktion => ({
  id: row.id,
  frage: row.frage,
  altersgruppe: row.altersgruppe,
  familienform: row.familienform,
  rechtskreis: row.rechtskreis,
  ausgangslage: row.ausgangslage,
  begonnenAm: row.begonnen_am,
  stand: known(STAND, row.stand),
  standSeit: row.stand_seit,
  ergebnis: row.ergebnis,
  befund: row.befund,
  version: row.version,
  leitet: may(actor, "rekonstruktion.leiten"),
  dabei: row.konto_id !== null,
});

/** One as the list has it. */
export type Zeile = Rekonstruktion & { readonly stationen: number; readonly brueche: number; readonly luecken: number };

/** Every one that somebody may see, the last begun first. A Kreis has some in a year. */
export async function rekonstruktionen(tx: Tx, actor: Actor): Promise<Zeile[]> {
  const station = sql`select s.id from kim.rekonstruktion_station s
    where s.kreis = r.kreis and s.rekonstruktion_id = r.id and not s.entfernt`;
  const found = await rows(tx, actor)
    .select([
      sql<number>`(select count(*)::int from (${station}) x)`.as("stationen"),
      sql<number>`(select count(*)::int from (${station} and s.bruch) x)`.as("brueche"),
      sql<number>`(select count(*)::int from kim.rekonstruktion_luecke l where l.kreis = r.kreis and l.station_id in (${station}))`.as(
        "luecken",
      ),
    ])
    .orderBy("r.begonnen_am", "desc")
    .orderBy("r.id")
    .execute();
  return found.map(({ stationen, brueche, luecken, ...row }) => ({
    ...rekonstruktionVon(row, actor),
    stationen,
    brueche,
    luecken,
  }));
}

/** Those that are closed, the last begun first: what a body may read. */
export const abgeschlossene = async (tx: Tx, actor: Actor): Promise<Zeile[]> =>
  (await rekonstruktionen(tx, actor)).filter(({ stand }) => stand === "abgeschlossen");

/** One. @throws NotFound, for somebody who may not see it as well */
export async function rekonstruktionOf(tx: Tx, actor: Actor, id: string): Promise<Rekonstruktion> {
  const row = isId(id) ? await rows(tx, actor).where("r.id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  return rekonstruktionVon(row, actor);
}

/** The same for whoever leads it. @throws NotFound */
export async function ledBy(tx: Tx, actor: Actor, id: string): Promise<Rekonstruktion> {
  const found = await rekonstruktionOf(tx, actor, id);
  if (!found.leitet) throw new NotFound();
  return found;
}

/** The same for whoever belongs to it, or leads it. @throws NotFound */
export async function sharedBy(tx: Tx, actor: Actor, id: string): Promise<Rekonstruktion> {
  const found = await rekonstruktionOf(tx, actor, id);
  if (!found.leitet && !found.dabei) throw new NotFound();
  return found;
}

/** One that somebody works on, held until the end of the transaction. @throws NotFound */
export async function heldShared(tx: Tx, actor: Actor, id: string): Promise<Rekonstruktion> {
  await sharedBy(tx, actor, id);
  await lockRow(tx, "kim.rekonstruktion", id);
  return sharedBy(tx, actor, id);
}

/** @throws Refused once it is closed */
export function refuseZu({ stand }: Rekonstruktion): void {
  if (stand === "abgeschlossen")
    throw new Refused("Die Fallrekonstruktion ist abgeschlossen. Öffnen Sie sie wieder, dann lässt sie sich ändern.");
}

/** @throws Refused before the work began, and once it is over */
export function refuseNichtInArbeit(of: Rekonstruktion): void {
  refuseZu(of);
  if (!wirdGeschrieben(of.stand))
    throw new Refused("Stationen trägt die Gruppe ein, sobald die Arbeit begonnen hat. Das tut, wer leitet.");
}
