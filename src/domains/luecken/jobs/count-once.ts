import { z } from "zod";
import { systemActor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql, writeAs } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { type Job, job } from "../../../platform/jobs.ts";
import { gruppeOf } from "../queries/gruppe.ts";
import { EINMAL } from "../rows/doppelt.ts";

const PAYLOAD = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), lueckeId: z.uuid() });
type Payload = z.output<typeof PAYLOAD>;

/** Reports of a group with the case or consultation that their files name; of those whose file is gone nothing. */
const bekannt = (gaps: readonly string[]) => sql`
  select m.kreis, m.id, m.am, m.anteil_id, coalesce(b.fall_id, b.beratung_id, f.fall_id) as woher
  from kim.luecke_meldung m
  left join kim.luecke_bezug b on b.kreis = m.kreis and b.meldung_id = m.id
  left join kim.rekonstruktion_fall f on f.kreis = m.kreis and f.anteil_id = m.anteil_id
  where m.luecke_id = ${anyOf(gaps)} and m.zurueck_am is null and coalesce(b.fall_id, b.beratung_id, f.fall_id) is not null`;

/** The first report of a case counts; one of a file's own before a share of a reconstruction. */
async function mark(tx: Tx, gaps: readonly string[]): Promise<void> {
  const known = bekannt(gaps);
  await sql`delete from kim.luecke_doppelt where meldung_id in (select id from (${known}) x)`.execute(tx);
  await sql`insert into kim.luecke_doppelt (kreis, meldung_id)
    select kreis, id from (select x.*, row_number() over (partition by woher order by anteil_id is not null, am, id) as nr
      from (${known}) x) y
    where nr > 1 on conflict do nothing`.execute(tx);
}

/**
 * Counts every case once for a group of gaps. What leaves the files is that a report counts already, never with which one; a report
 * whose file is gone stays as it was counted last. One at a time in a Kreis, so that the last one sees what the others changed.
 */
async function countGroup({ kreis, lueckeId }: Payload): Promise<void> {
  await writeAs(systemActor(kreis), async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('luecke.einmal'), hashtext(${kreis}))`.execute(tx);
    const group = await gruppeOf(tx, lueckeId).catch((error: unknown) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
    if (group !== undefined) await mark(tx, group.ids);
  });
}

export const countOnceJob: Job = job(EINMAL, PAYLOAD, countGroup, { subject: ({ lueckeId }) => lueckeId });
