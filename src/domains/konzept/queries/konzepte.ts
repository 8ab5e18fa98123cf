import { type Actor, may } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import type { Konzept } from "../model/konzept.ts";

/** Drafts that somebody may see: those of groups she was taken into; the coordination all. */
const rows = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("kim.konzept as k")
    .leftJoin("kim.konzept_mitglied as m", (on) =>
      on.onRef("m.kreis", "=", "k.kreis").onRef("m.konzept_id", "=", "k.id").on("m.konto_id", "=", actor.kontoId),
    )
    .select(["k.id", "k.titel", "k.von", "k.bis", "k.angelegt", "k.version", "m.schreibt"])
    .$if(!may(actor, "konzept.steuern"), (q) => q.where("m.konto_id", "is not", null));

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

function konzeptVon({ schreibt, ...row }: Row, actor: Actor): Konzept {
  const steuert = may(actor, "konzept.steuern");
  return { ...row, steuert, schreibt: steuert || schreibt === true };
}

/** A draft as the list has it. */
export type KonzeptZeile = Konzept & { readonly gruppe: number; readonly fassungen: number };

/** Every draft that somebody may see. A Kreis has a handful. */
export async function konzepte(tx: Tx, actor: Actor): Promise<KonzeptZeile[]> {
  const found = await rows(tx, actor)
    .select([
      sql<number>`(select count(*)::int from kim.konzept_mitglied a where a.kreis = k.kreis and a.konzept_id = k.id)`.as(
        "gruppe",
      ),
      sql<number>`(select count(*)::int from kim.konzept_fassung f where f.kreis = k.kreis and f.konzept_id = k.id)`.as(
        "fassungen",
      ),
    ])
    .orderBy(sql`k.titel collate kim.deutsch`)
    .orderBy("k.id")
    .execute();
  return found.map(({ gruppe, fassungen, ...row }) => ({ ...konzeptVon(row, actor), gruppe, fassungen }));
}

/** A draft. @throws NotFound, for somebody who is not in its group as well */
export async function konzeptOf(tx: Tx, actor: Actor, id: string): Promise<Konzept> {
  const row = await rows(tx, actor).where("k.id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return konzeptVon(row, actor);
}

/** The same for whoever writes in it. @throws NotFound */
export async function writtenBy(tx: Tx, actor: Actor, id: string): Promise<Konzept> {
  const konzept = await konzeptOf(tx, actor, id);
  if (!konzept.schreibt) throw new NotFound();
  return konzept;
}

/** The same, held until the end of the transaction: nobody writes in it while it is being adopted. @throws NotFound */
export async function heldKonzept(tx: Tx, actor: Actor, id: string): Promise<Konzept> {
  await writtenBy(tx, actor, id);
  await lockRow(tx, "kim.konzept", id);
  return writtenBy(tx, actor, id);
}
