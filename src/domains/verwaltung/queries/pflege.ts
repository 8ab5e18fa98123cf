import type { Actor } from "../../../platform/actor.ts";
import { may } from "../../../platform/actor.ts";
import { now, today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { type Pflege, pflegeAm } from "../model/pflege.ts";

type Rolle = { readonly rolle: string; readonly von: string; readonly bis: string | null };

/** What wants looking after, and how many accounts and Standorte there are to look after. */
export type Pflegestand = {
  readonly punkte: readonly Pflege[];
  readonly aktiv: number;
  readonly eingeladen: number;
  readonly standorte: number;
};

/** As far as somebody sees: the Kreis, or the own Träger. In three statements. */
export async function pflege(tx: Tx, actor: Actor): Promise<Pflegestand> {
  const konten = await tx
    .selectFrom("kim.konto as k")
    .select(["k.id", "k.status", "k.traeger_id as traegerId", "k.standort_id as standortId"])
    .select(
      sql<Rolle[]>`(select coalesce(json_agg(json_build_object('rolle', r.rolle, 'von', r.von, 'bis', r.bis)), '[]')
        from kim.rolle r where r.kreis = k.kreis and r.konto_id = k.id)`.as("rollen"),
    )
    .select(
      sql<Date | null>`(select max(e.gueltig_bis) from kim.einladung e
        where e.kreis = k.kreis and e.konto_id = k.id and e.verbraucht is null)`.as("einladungBis"),
    )
    .execute();
  const standorte = await tx
    .selectFrom("kim.standort")
    .select(["id", "name"])
    .where("aktiv", "=", true)
    .orderBy("name")
    .execute();
  const traeger = may(actor, "traeger.verwalten")
    ? await tx.selectFrom("kim.traeger").select(["id", "name"]).where("aktiv", "=", true).orderBy("name").execute()
    : [];
  const withStatus = (status: string) => konten.filter((k) => k.status === status).length;
  return {
    punkte: pflegeAm({ konten, standorte, traeger }, today(), now()),
    aktiv: withStatus("aktiv"),
    eingeladen: withStatus("eingeladen"),
    standorte: standorte.length,
  };
}
