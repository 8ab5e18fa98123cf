import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { STAND, type Stand } from "../model/frist.ts";
import { type Frist, fristenByIds } from "./frist.ts";

/** Fristen that something was done with together, and what each was before. `folge`: the step that did it. */
export type Lauf = readonly {
  readonly frist: Frist;
  readonly folge: number;
  readonly am: string;
  readonly stand: Stand;
}[];

/** What was done together. @throws NotFound where nothing was, or not with one's own */
export async function laufOf(tx: Tx, actor: Actor, id: string): Promise<Lauf> {
  const rows = isId(id)
    ? await tx
        .selectFrom("kim.frist_schritt as s")
        .innerJoin("kim.frist_schritt as v", (on) =>
          on.onRef("v.kreis", "=", "s.kreis").onRef("v.frist_id", "=", "s.frist_id"),
        )
        .select(["s.frist_id", "s.folge", "v.tag", "v.stand"])
        .where("s.lauf", "=", id)
        .where((e) => e("v.folge", "=", e("s.folge", "-", 1)))
        .execute()
    : [];
  const fristen = await fristenByIds(
    tx,
    actor,
    rows.map((row) => row.frist_id),
  );
  const lauf = fristen.flatMap((frist) => {
    const row = rows.find((one) => one.frist_id === frist.id);
    return row === undefined
      ? []
      : [{ frist, folge: row.folge, am: row.tag, stand: STAND.find((s) => s === row.stand) ?? "offen" }];
  });
  if (lauf.length === 0) throw new NotFound();
  return lauf;
}
