import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known, knownOrNone } from "../../../platform/known.ts";
import { STAND, type Stand } from "../model/auftrag.ts";
import type { Auftrag, AuftragSchritt } from "../model/eingabe.ts";
import { mitgliedText } from "../model/gremium.ts";
import { mitglieder } from "./mitglieder.ts";

export type AuftragFilter = {
  readonly ids?: readonly string[];
  readonly sitzungId?: string;
  readonly gremiumId?: string | undefined;
  readonly beschlussId?: string;
  /** Only what is still to be done. */
  readonly offen?: boolean;
};

const OFFEN = ["offen", "in_arbeit"] satisfies readonly Stand[];

/** Every Auftrag with the meeting and the body that agreed it. */
const alle = (tx: Tx) =>
  tx
    .selectFrom("kim.auftrag as a")
    .innerJoin("kim.gremium_sitzung as s", (on) =>
      on.onRef("s.kreis", "=", "a.kreis").onRef("s.id", "=", "a.sitzung_id"),
    )
    .innerJoin("kim.gremium as g", (on) => on.onRef("g.kreis", "=", "s.kreis").onRef("g.id", "=", "s.gremium_id"))
    .select("g.name as gremium");

/** Aufträge of all bodies: what is due first, first. */
export async function auftraege(tx: Tx, actor: Actor, filter: AuftragFilter = {}): Promise<Auftrag[]> {
  const { ids, sitzungId, gremiumId, beschlussId, offen } = filter;
  let query = alle(tx).selectAll("a").select(["s.gremium_id", "s.tag"]).orderBy("a.faellig_am").orderBy("a.id");
  if (ids !== undefined) query = query.where("a.id", "=", anyOf(ids));
  if (sitzungId !== undefined) query = query.where("a.sitzung_id", "=", sitzungId);
  if (gremiumId !== undefined) query = query.where("s.gremium_id", "=", gremiumId);
  if (beschlussId !== undefined) query = query.where("a.beschluss_id", "=", beschlussId);
  if (offen === true) query = query.where("a.stand", "in", OFFEN);
  const rows = await query.execute();
  const who = await mitglieder(tx, actor, { ids: [...new Set(rows.flatMap(({ mitglied_id }) => mitglied_id ?? []))] });
  return rows.map((row) => {
    const mitglied = who.find(({ id }) => id === row.mitglied_id);
    return {
      id: row.id,
      sitzungId: row.sitzung_id,
      topId: row.top_id,
      beschlussId: row.beschluss_id,
      gremiumId: row.gremium_id,
      gremium: row.gremium,
      vereinbartAm: row.tag,
      was: row.was,
      mitgliedId: row.mitglied_id,
      stelle: row.stelle,
      wer: mitglied === undefined ? (row.stelle ?? "") : mitgliedText(mitglied),
      faelligAm: row.faellig_am,
      stand: known(STAND, row.stand),
      standSeit: row.stand_seit,
      erinnertAm: row.erinnert_am,
      version: row.version,
    };
  });
}

/** What papers of other rooms tell of an Auftrag: nobody's name. Days are ISO. */
export type Offen = {
  readonly was: string;
  /** The office, or the organisation and function of a member. */
  readonly wer: string;
  readonly faelligAm: string;
  readonly gremium: string;
};

/**
 * Aufträge that were agreed up to a day (ISO) and not done at its end, what was due first, first: as their steps say it, so that a
 * paper about a past day tells what was open then. One that was written down later counts as it was written down.
 */
export async function offeneAuftraege(tx: Tx, bis: string): Promise<Offen[]> {
  const later = sql<boolean>`t.am > ${bis}::date`;
  const rows = await alle(tx)
    .leftJoin("kim.gremium_mitglied as m", (on) =>
      on.onRef("m.kreis", "=", "a.kreis").onRef("m.id", "=", "a.mitglied_id"),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom("kim.auftrag_schritt as t")
          .select(["t.nach", "t.faellig_am"])
          .whereRef("t.kreis", "=", "a.kreis")
          .whereRef("t.auftrag_id", "=", "a.id")
          .orderBy(later)
          .orderBy(sql`case when ${later} then t.nr else -t.nr end`)
          .limit(1)
          .as("x"),
      (on) => on.onTrue(),
    )
    .select(["a.was", "a.stelle", "m.organisation", "m.funktion", "x.faellig_am"])
    .where("s.tag", "<=", bis)
    .where("x.nach", "in", OFFEN)
    .orderBy("x.faellig_am")
    .orderBy("a.id")
    .execute();
  return rows.map(({ was, stelle, organisation, funktion, faellig_am, gremium }) => ({
    was,
    wer: stelle ?? mitgliedText({ name: null, funktion, organisation: organisation ?? "" }),
    faelligAm: faellig_am,
    gremium,
  }));
}

/** One Auftrag. @throws NotFound */
export async function auftragOf(tx: Tx, actor: Actor, id: string): Promise<Auftrag> {
  const [found] = isId(id) ? await auftraege(tx, actor, { ids: [id] }) : [];
  if (found === undefined) throw new NotFound();
  return found;
}

/** What became of an Auftrag, in the order in which it happened. */
export async function auftragSchritte(tx: Tx, auftragId: string): Promise<AuftragSchritt[]> {
  const rows = await tx
    .selectFrom("kim.auftrag_schritt")
    .selectAll()
    .where("auftrag_id", "=", auftragId)
    .orderBy("nr")
    .execute();
  return rows.map((row) => ({
    von: knownOrNone(STAND, row.von),
    nach: known(STAND, row.nach),
    am: row.am,
    notiz: row.notiz,
    faelligAm: row.faellig_am,
    wer: row.getan_von,
  }));
}
