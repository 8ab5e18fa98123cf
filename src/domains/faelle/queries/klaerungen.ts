import { type Tx, sql } from "../../../platform/db.ts";
import type { Klaerung } from "../model/klaerung.ts";

const ANTWORTEN = sql<Klaerung["antworten"]>`(
  select coalesce(jsonb_agg(jsonb_build_object('folge', q.folge, 'kriterium', q.id, 'frage', q.frage, 'erwartet', q.erwartet,
    'antwort', a.antwort) order by q.folge), '[]')
  from kim.fall_klaerung_antwort a join kim.zielgruppe_kriterium q on q.kreis = a.kreis and q.id = a.kriterium_id
  where a.kreis = k.kreis and a.klaerung_id = k.id)`;

const MOST = 20;

/** The clarifications of a case: the open one first, then the decided ones, the last first. */
export async function klaerungenOf(tx: Tx, fallId: string): Promise<Klaerung[]> {
  return tx
    .selectFrom("kim.fall_klaerung as k")
    .select(["k.id", "k.zielgruppe_id as zielgruppeId", "k.am", "k.schritt_id as schrittId", ANTWORTEN.as("antworten")])
    .select(sql<Klaerung["vorschlag"]>`k.vorschlag`.as("vorschlag"))
    .where("k.fall_id", "=", fallId)
    .orderBy(sql`k.schritt_id is not null`)
    .orderBy("k.am", "desc")
    .orderBy("k.id")
    .limit(MOST)
    .execute();
}
