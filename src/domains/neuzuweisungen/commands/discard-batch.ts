import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { stapelOf } from "../queries/stapel.ts";
import { nextNr } from "../rows/haushalt.ts";

const BEGUN =
  "Dieser Stapel lässt sich nicht mehr zurücknehmen: Ein Haushalt ist schon verteilt oder hat eine Akte, oder Sie haben ihn nicht angenommen.";

/** Takes a whole batch back: a wrong file. Its keys go with it. @throws NotFound, Refused once somebody worked with it */
export async function discardBatch(tx: Tx, actor: Actor, id: string): Promise<void> {
  const stapel = await stapelOf(tx, actor, id);
  // Nobody takes a row that waits, or parts a household, meanwhile.
  await nextNr(tx, id, 0);
  const haushalte = tx.selectFrom("kim.zuweisung").select(["id", "konto_id", "akte_am"]).where("stapel_id", "=", id);
  for (const row of await haushalte.orderBy("id").execute()) await lockRow(tx, "kim.zuweisung", row.id);
  // Read again: somebody may have given one away before it was held.
  const rows = await haushalte.execute();
  const isOwn = rows.every((row) => row.konto_id === actor.kontoId && row.akte_am === null);
  if (stapel.kontoId !== actor.kontoId || !isOwn) throw new Refused(BEGUN);
  const menschen = await tx
    .selectFrom("kim.zuweisung_mensch")
    .select("id")
    .where("zuweisung_id", "=", anyOf(rows.map((row) => row.id)))
    .execute();
  const zeilen = await tx.selectFrom("kim.zuweisung_zeile").select("id").where("stapel_id", "=", id).execute();
  const keys = [...menschen, ...zeilen].map((row) => row.id);
  await tx.deleteFrom("tresor.schluessel").where("id", "=", anyOf(keys)).execute();
  await tx.deleteFrom("kim.zuweisung_zeile").where("stapel_id", "=", id).execute();
  await tx.deleteFrom("kim.zuweisung").where("stapel_id", "=", id).execute();
  await tx.deleteFrom("kim.zuweisung_stapel").where("id", "=", id).execute();
  await recordEvent(tx, actor, { art: "stapel.zurueckgenommen", gegenstand: { art: "stapel", id } });
}
