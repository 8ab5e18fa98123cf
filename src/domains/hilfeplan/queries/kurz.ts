import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { WAS } from "../rows/sealed.ts";

/** The plan of a case in a few lines, for its page. */
export type PlanKurz = {
  /** The version in force; null while there is none. */
  readonly fassung: number | null;
  readonly vereinbartAm: string | null;
  readonly entwurf: boolean;
  readonly naechsteUeberpruefung: string | null;
  /** Open steps, the first due first. */
  readonly naechste: readonly { readonly was: string; readonly bis: string | null }[];
  readonly offen: number;
  readonly ueberfaellig: number;
};

type Row = {
  readonly kreis: string;
  readonly fassung: number | null;
  readonly vereinbart_am: string | null;
  readonly entwurf: boolean;
  readonly naechste_am: string | null;
  readonly id: string | null;
  readonly was: Buffer | null;
  readonly bis: string | null;
};

/** So many of the open steps are named. */
const SHOWN = 3;

/** In one question, and one for the key. */
export async function planKurz(
  tx: Tx,
  actor: Actor,
  fall: { readonly id: string; readonly personId: string },
  heute: string,
): Promise<PlanKurz> {
  const { rows } = await sql<Row>`
    select f.kreis, p.fassung, p.vereinbart_am, s.id, s.was, s.bis,
      exists (select from kim.hilfeplan e where e.kreis = f.kreis and e.fall_id = f.id and e.vereinbart_am is null) as entwurf,
      case when b.am >= p.vereinbart_am
        then coalesce(b.naechste_am, case when p.ueberpruefung_am > b.am then p.ueberpruefung_am end)
        else p.ueberpruefung_am end as naechste_am
    from kim.fall f
    left join lateral (select * from kim.hilfeplan h where h.kreis = f.kreis and h.fall_id = f.id
      and h.vereinbart_am is not null order by h.fassung desc limit 1) p on true
    left join lateral (select w.am, w.naechste_am from kim.hilfeplan_bewertung w where w.kreis = f.kreis and w.fall_id = f.id
      order by w.folge desc limit 1) b on true
    left join lateral (
      select s.id, s.was, s.bis from kim.hilfeplan_ziel z
      join kim.hilfeplan_schritt s on s.kreis = z.kreis and s.ziel_id = z.id
      where z.kreis = p.kreis and z.hilfeplan_id = p.id
        and coalesce((select t.stand from kim.hilfeplan_stand t where t.kreis = s.kreis and t.fall_id = f.id
          and t.schritt_faden = s.faden order by t.folge desc limit 1), 'offen') = 'offen') s on true
    where f.id = ${fall.id}
    order by s.bis nulls last, s.id`.execute(tx);
  const offene = rows.filter(({ id }) => id !== null);
  const key =
    offene.length === 0 ? undefined : (await subjectKeys(tx, actor.kreis, [fall.personId])).get(fall.personId);
  const [first] = rows;
  return {
    fassung: first?.fassung ?? null,
    vereinbartAm: first?.vereinbart_am ?? null,
    entwurf: first?.entwurf ?? false,
    naechsteUeberpruefung: first?.naechste_am ?? null,
    naechste: offene.slice(0, SHOWN).flatMap(({ kreis, id, was, bis }) => {
      if (key === undefined || id === null || was === null) return [];
      return [{ was: openText(key, { kreis, id }, WAS, was), bis }];
    }),
    offen: offene.length,
    ueberfaellig: offene.filter(({ bis }) => bis !== null && bis < heute).length,
  };
}
