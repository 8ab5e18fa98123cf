import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { isId } from "../../../platform/ids.ts";
import { withShown } from "./personen.ts";

/** One merging that holds: what the row itself says, as whom it is shown, since when (ISO). */
export type Verbunden = {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly gezeigt: string;
  readonly am: string;
};

const PAGE = 25;

/** One page of the mergings that hold, of whoever one may see. */
export async function verbundene(
  tx: Tx,
  actor: Actor,
  nach: string | undefined,
): Promise<{ readonly zeilen: readonly Verbunden[]; readonly weiter: string | undefined }> {
  const found = await tx
    .selectFrom("kim.zusammenfuehrung")
    .select(["id", "person_id", "am"])
    .where("aufgehoben_am", "is", null)
    .$if(nach !== undefined && isId(nach), (q) => q.where("id", ">", nach ?? ""))
    .orderBy("id")
    .limit(PAGE + 1)
    .execute();
  const rows = found.slice(0, PAGE);
  const lines = await withShown(
    tx,
    actor,
    rows.map((row) => row.person_id),
  );
  const byId = new Map(lines.map((line) => [line.own.id, line]));
  const zeilen = rows.flatMap((row) => {
    const line = byId.get(row.person_id);
    if (line === undefined) return [];
    return [{ id: row.id, person: row.person_id, name: line.own.name, gezeigt: line.shown.name, am: row.am }];
  });
  return { zeilen, weiter: found.length > PAGE ? rows.at(-1)?.id : undefined };
}
