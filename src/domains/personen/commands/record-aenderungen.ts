import { randomUUID } from "node:crypto";
import type { Owner } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany, sql } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Aenderung } from "../model/angaben.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { VERLAUF } from "../queries/sealed.ts";

/**
 * Keeps what stood in fields of a person before, and what stands there now, in words, sealed under the person's key. For every room
 * that keeps something of a person; who it was the database adds. The caller holds the person's row (`lockRow`), so that the
 * changes stay in their order. Nothing happens where nothing changed.
 */
export async function recordAenderungen(
  tx: Tx,
  { kreis, traegerId, kontoId }: Owner,
  person: { readonly id: string; readonly key: DataKey },
  aenderungen: readonly Aenderung[],
): Promise<void> {
  if (aenderungen.length === 0) return;
  const { letzte } = await tx
    .selectFrom("kim.person_verlauf")
    .select(sql<number>`coalesce(max(folge), 0)`.as("letzte"))
    // one row: each counts its own changes.
    .where("person_id", "=", person.id)
    .executeTakeFirstOrThrow();
  const rows = aenderungen.map(({ feld, ...werte }, i) => {
    const row = { kreis, id: randomUUID() };
    const sealed = sealText(person.key, row, VERLAUF, JSON.stringify(werte));
    const file = { traeger_id: traegerId, konto_id: kontoId, person_id: person.id };
    return { ...row, ...file, folge: letzte + i + 1, feld, werte: sealed, am: today() };
  });
  await insertMany(tx, "kim.person_verlauf", rows);
}
