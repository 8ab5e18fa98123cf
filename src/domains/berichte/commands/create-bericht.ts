import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { NeuerBericht } from "../model/eingabe.ts";
import { Kopf, LEERER_KOPF, TITEL } from "../model/kopf.ts";

/** The head of the latest report without what belongs to its session; the usual one for a first report. */
async function kopfBefore(tx: Tx): Promise<Kopf> {
  const last = await tx
    .selectFrom("kim.bericht")
    .select("kopf")
    .orderBy("angelegt", "desc")
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? LEERER_KOPF : { ...Kopf.parse(last.kopf), sitzung: "", vorlage: "" };
}

/** A draft for these months; its figures are fetched whenever it is looked at. Returns its id. */
export async function createBericht(tx: Tx, actor: Actor, { zeitraum }: NeuerBericht): Promise<string> {
  const id = randomUUID();
  const kopf = JSON.stringify(await kopfBefore(tx));
  await tx
    .insertInto("kim.bericht")
    .values({
      kreis: actor.kreis,
      id,
      ...zeitraum,
      titel: TITEL,
      kopf,
      angelegt: today(),
      angelegt_von: actor.kontoId,
    })
    .execute();
  await recordEvent(tx, actor, { art: "bericht.angelegt", gegenstand: { art: "bericht", id } });
  return id;
}
