import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { imPlan } from "../../hilfeplan/index.ts";
import { STAENDE, type Vereinbarung } from "../model/vereinbarung.ts";
import { oneOf } from "./faelle.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { WAS, WER } from "./sealed.ts";

const MOST = 100;
const GONE = "nicht mehr lesbar";

/** What an item `v` is now: one whose step went with a draft is open again. */
export const standJetzt = sql<string>`case when v.stand = 'im_plan' and not ${imPlan} then 'offen' else v.stand end`;

type Of = {
  readonly fallId: string;
  readonly personId: string;
  /** Only those of one meeting, whatever became of them; else the open ones of the case. */
  readonly besprechung?: string;
  /** Besides the open ones those that were ticked off since that day: they can be opened again. */
  readonly seit?: string;
};

/** What is to be done in a case: what is due first, then what has no day; what is open before what was. */
export async function vereinbarungenOf(tx: Tx, actor: Actor, of: Of): Promise<Vereinbarung[]> {
  const rows = await tx
    .selectFrom("kim.vereinbarung as v")
    .select(["kreis", "id", "fallbesprechung_id", "am", "wer", "was", "bis", "stand_am", "version"])
    .select(standJetzt.as("stand"))
    .where("fall_id", "=", of.fallId)
    .$call((q) =>
      of.besprechung === undefined
        ? q.where((e) =>
            e.or([
              // The first by an index of what is not done: of years most is.
              e.and([sql<boolean>`v.stand in ('offen', 'im_plan')`, e(standJetzt, "=", "offen")]),
              ...(of.seit === undefined
                ? []
                : [e.and([e("stand", "in", ["erledigt", "entfallen"]), e("stand_am", ">=", of.seit)])]),
            ]),
          )
        : q.where("fallbesprechung_id", "=", of.besprechung),
    )
    .$call((q) => (of.seit === undefined ? q : q.orderBy(sql`${standJetzt} <> 'offen'`)))
    .orderBy(sql`bis nulls last`)
    .orderBy("id")
    .limit(MOST)
    .execute();
  const key = rows.length === 0 ? undefined : (await subjectKeys(tx, actor.kreis, [of.personId])).get(of.personId);
  return rows.map((row) => ({
    id: row.id,
    besprechungId: row.fallbesprechung_id,
    am: row.am,
    wer: openText(key, row, WER, row.wer) ?? GONE,
    was: openText(key, row, WAS, row.was) ?? GONE,
    bis: row.bis,
    stand: oneOf(STAENDE, row.stand) ?? "offen",
    standAm: row.stand_am,
    version: row.version,
  }));
}

/** One of the open ones; undefined where it is not open any more. */
export async function offenerPunkt(
  tx: Tx,
  actor: Actor,
  fall: { readonly id: string; readonly personId: string },
  id: string,
): Promise<Vereinbarung | undefined> {
  const offen = await vereinbarungenOf(tx, actor, { fallId: fall.id, personId: fall.personId });
  return offen.find((one) => one.id === id);
}
