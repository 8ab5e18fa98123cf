import { z } from "zod";
import { today } from "../../../platform/clock.ts";
import { sql } from "../../../platform/db.ts";
import { RHYTHMUS } from "../model/gremium.ts";
import { STAND } from "../model/sitzung.ts";
import { type Takt, taktVon } from "../model/takt.ts";

const Koerper = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    rhythmus: z.enum(RHYTHMUS),
    gegruendetAm: z.string(),
    sitzungen: z.array(z.object({ tag: z.string(), stand: z.enum(STAND) })),
  }),
);

/** A body that has to meet and no meeting of which is planned. */
type Fehlt = Pick<z.output<typeof Koerper>[number], "id" | "name"> & { readonly takt: Takt };

/**
 * For the first page of whoever writes for the bodies: what is late of what was agreed, which minutes are still to be written, which
 * meetings nobody said of whether they were, and which body has to meet.
 */
export const gremienTag = {
  ueberfaellig: () =>
    sql<number>`select count(*)::int from kim.auftrag
      where stand in ('offen', 'in_arbeit') and faellig_am < ${today()}::date`,
  protokolle: () =>
    sql<number>`select count(*)::int from kim.gremium_sitzung
      where stand in ('durchgefuehrt', 'entwurf') and tag < ${today()}::date`,
  vorbei: () =>
    sql<number>`select count(*)::int from kim.gremium_sitzung
      where stand in ('geplant', 'eingeladen') and tag < ${today()}::date`,
  /** Bodies that meet in a rhythm, each with its last meeting and the next ones; what is missing `fehlende` says. */
  takt: () =>
    sql<unknown>`select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'rhythmus', g.rhythmus,
        'gegruendetAm', g.gegruendet_am, 'sitzungen', (
          select coalesce(json_agg(json_build_object('tag', s.tag, 'stand', s.stand)), '[]') from kim.gremium_sitzung s
          where s.kreis = g.kreis and s.gremium_id = g.id and (s.tag >= ${today()}::date or s.tag = (
            select max(l.tag) from kim.gremium_sitzung l where l.kreis = g.kreis and l.gremium_id = g.id
              and l.stand in ('durchgefuehrt', 'entwurf', 'freigegeben') and l.tag <= ${today()}::date))
        )) order by g.name collate kim.deutsch), '[]')
      from kim.gremium g
      where g.rhythmus <> 'bedarf' and (g.beendet_am is null or g.beendet_am >= ${today()}::date)`,
  fehlende: (json: unknown): Fehlt[] =>
    Koerper.parse(json).flatMap(({ id, name, sitzungen, ...of }) => {
      const takt = taktVon({ ...of, beendetAm: null }, sitzungen, today());
      return takt.fehlt === undefined ? [] : [{ id, name, takt }];
    }),
} as const;
