import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { At } from "../../../platform/held.ts";
import { sperreValues } from "../model/form-values.ts";
import type { SperreEingabe } from "../model/teile.ts";
import { ofPersons } from "../queries/gruppe.ts";
import { type TeilBefehl, changeTeil } from "./change-teil.ts";

const NOT_YOURS =
  "Das kann nur, wer die Akte führt oder namentlich vertritt: Als Mitglied des Teams sähen Sie die Person danach selbst nicht mehr.";

const sperre = (actor: Actor): TeilBefehl<SperreEingabe> => ({
  values: sperreValues,
  refuse: async (_tx, _eingabe, before) => {
    if (!actor.namentlich.includes(before.kontoId)) throw new Refused(NOT_YOURS, "gesperrt");
  },
  write: async (tx, { row, before }, eingabe) => {
    await tx
      .deleteFrom("kim.auskunftssperre")
      .where("person_id", "=", ofPersons([row.id]))
      .execute();
    if (eingabe.gesperrt) await block(tx, [row.id], before.auskunftssperre?.seit ?? today(), eingabe.bis);
  },
});

/** Blocks some persons, and everybody who is the same one: each row is hidden by itself. */
const block = (tx: Tx, ids: readonly string[], seit: string, bis: string | null) =>
  sql`insert into kim.auskunftssperre (kreis, person_id, traeger_id, konto_id, seit, bis)
    select kreis, id, traeger_id, konto_id, ${seit}::date, ${bis}::date from kim.person where id = ${ofPersons(ids)}
    on conflict do nothing`.execute(tx);

/** Enters an Auskunftssperre, or takes it away. @throws NotFound, Stale, Refused as `changeTeil` does */
export const blockPerson = (tx: Tx, actor: Actor, at: At, eingabe: SperreEingabe): Promise<void> =>
  changeTeil(tx, actor, at, sperre(actor), eingabe);

/** Of two that become one and of whom one is blocked, the other is blocked as well. */
export async function blockTogether(tx: Tx, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .selectFrom("kim.auskunftssperre")
    .select(["seit", "bis"])
    .where("person_id", "=", ofPersons(ids))
    .orderBy("seit")
    .execute();
  const [first] = rows;
  if (first !== undefined) await block(tx, ids, first.seit, first.bis);
}
