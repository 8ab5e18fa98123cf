import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany, sql } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { codelisten, wahlAm } from "../../codelisten/index.ts";
import type { PlanKopf } from "../model/plan.ts";
import type { SchrittEingabe } from "../model/schritte.ts";
import { type FallAkte, fallAkte } from "../queries/akte.ts";
import { istBeendet } from "../model/beendet.ts";
import { entwurfIn, fallOfZiel, fassungenOf } from "../queries/plaene.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { WAS, WER_NAME } from "./sealed.ts";

/**
 * The case, held: whoever writes in its plan holds it first, so that no version is agreed while somebody changes it.
 * @throws NotFound
 * @throws Refused where the case is over
 */
export async function heldFall(tx: Tx, actor: Actor, fallId: string): Promise<FallAkte> {
  await lockRow(tx, "kim.fall", fallId);
  const akte = await fallAkte(tx, actor, fallId);
  if (istBeendet(akte)) {
    throw new Refused("Der Fall ist beendet. Öffnen Sie ihn zuerst wieder, dann geht es mit dem Hilfeplan weiter.");
  }
  return akte;
}

export type Entwurf = { readonly akte: FallAkte; readonly kopf: PlanKopf };

/** The draft of a case, held. @throws NotFound where there is none */
export async function heldEntwurf(tx: Tx, actor: Actor, fallId: string): Promise<Entwurf> {
  const akte = await heldFall(tx, actor, fallId);
  const kopf = entwurfIn(await fassungenOf(tx, fallId));
  if (kopf === undefined) throw new NotFound();
  return { akte, kopf };
}

/** A goal of a draft: its draft is held. @throws NotFound for one of an agreed version as well */
export async function heldZiel(tx: Tx, actor: Actor, zielId: string): Promise<Entwurf> {
  const entwurf = await heldEntwurf(tx, actor, await fallOfZiel(tx, zielId));
  const here = await tx
    .selectFrom("kim.hilfeplan_ziel")
    .select("id")
    .where("id", "=", zielId)
    .where("hilfeplan_id", "=", entwurf.kopf.id)
    .executeTakeFirst();
  if (here === undefined) throw new NotFound();
  return entwurf;
}

/** A draft was changed: what somebody agrees to is what she read. */
export const countChange = (tx: Tx, planId: string) =>
  tx
    .updateTable("kim.hilfeplan")
    .set({ version: sql`version + 1` })
    .where("id", "=", planId)
    .execute();

/** @throws Refused where the Handlungsfeld has ended; what the goal has already may stay */
export async function refuseEnded(tx: Tx, code: string, kept: string | null = null): Promise<void> {
  const list = wahlAm((await codelisten(tx)).handlungsfeld, today());
  refuseClosed({ name: "handlungsfeld", label: "Worum geht es?", list, chosen: [code], kept: [kept] });
}

/**
 * Writes the steps of a goal in place of those it had. Who had a step keeps its `faden`; one that the goal did not have begins.
 * @param faeden those that the goal had
 */
export async function writeSchritte(
  tx: Tx,
  { akte, key }: FallAkte,
  zielId: string,
  schritte: readonly SchrittEingabe[],
  faeden: readonly string[],
): Promise<void> {
  await tx.deleteFrom("kim.hilfeplan_schritt").where("ziel_id", "=", zielId).execute();
  const used = new Set<string>();
  const rows = schritte.map(({ faden, was, wer, werName, bis }, i) => {
    const id = randomUUID();
    const row = { kreis: akte.kreis, id };
    const own = faden !== null && faeden.includes(faden) && !used.has(faden) ? faden : randomUUID();
    used.add(own);
    return {
      ...akte,
      id,
      ziel_id: zielId,
      faden: own,
      rang: i + 1,
      was: sealText(key, row, WAS, was),
      wer,
      wer_name: sealText(key, row, WER_NAME, werName),
      bis,
    };
  });
  await insertMany(tx, "kim.hilfeplan_schritt", rows);
}
