import { systemActor } from "./actor.ts";
import { sql, writeAs } from "./db.ts";
import { log } from "./log.ts";
import { NO_KREIS } from "./token.ts";

/** A job and the id of what it is about; "" where it is about nothing in particular. */
export type JobKey = { readonly auftrag: string; readonly gegenstand: string };

/** So many starts may end without their end: then it is the subject, not chance. */
const MOST = 3;

/** Of what cannot be marked as given up, another try is made after this time. */
const AGAIN = sql`interval '1 day'`;

const system = systemActor(NO_KREIS);

/**
 * Counts a start, before anything else happens: a crash leaves it behind. False when the job was begun too often and never came
 * to its end; it is given up then. With `once` for good, otherwise for a day.
 */
export async function beginJob({ auftrag, gegenstand }: JobKey, once: boolean): Promise<boolean> {
  const forgotten = once ? sql`false` : sql`coalesce(b.aufgegeben < now() - ${AGAIN}, false)`;
  const { rows } = await writeAs(system, (tx) =>
    sql<{ anzahl: number; neu: boolean }>`
      insert into betrieb.auftrag_beginn as b (auftrag, gegenstand) values (${auftrag}, ${gegenstand})
      on conflict (auftrag, gegenstand) do update set
        anzahl = case when ${forgotten} then 1 else b.anzahl + 1 end, zuletzt = now(),
        aufgegeben = case when ${forgotten} then null when b.anzahl >= ${MOST} then coalesce(b.aufgegeben, now()) end
      returning anzahl, aufgegeben = now() as neu`.execute(tx),
  );
  const [start] = rows;
  if (start === undefined || start.anzahl <= MOST) return true;
  if (start.neu) log.warn("auftrag.aufgegeben", { job: auftrag, id: gegenstand, versuch: MOST });
  return false;
}

/** A job came to its end: what was counted is forgotten. */
export const endJob = ({ auftrag, gegenstand }: JobKey): Promise<unknown> =>
  writeAs(system, (tx) =>
    tx
      .deleteFrom("betrieb.auftrag_beginn")
      .where("auftrag", "=", auftrag)
      .where("gegenstand", "=", gegenstand)
      .where("aufgegeben", "is", null)
      .execute(),
  );

/** A start that failed because of something else – the database went, the worker was stopped – does not count. */
export const uncountStart = ({ auftrag, gegenstand }: JobKey): Promise<unknown> =>
  writeAs(system, (tx) =>
    tx
      .updateTable("betrieb.auftrag_beginn")
      .set({ anzahl: sql<number>`greatest(anzahl - 1, 0)` })
      .where("auftrag", "=", auftrag)
      .where("gegenstand", "=", gegenstand)
      .execute(),
  );

/** Forgets what was given up long ago. Days of the retention in the registry of tables. */
export const forgetStarts = (at: Date): Promise<unknown> =>
  writeAs(system, async (tx) => {
    await sql`delete from betrieb.auftrag_beginn where zuletzt < ${at}::timestamptz - interval '30 days'`.execute(tx);
    await sql`delete from betrieb.dienst_start where zeit < ${at}::timestamptz - interval '1 day'`.execute(tx);
  });
