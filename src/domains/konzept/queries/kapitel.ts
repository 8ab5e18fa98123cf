import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import type { Kapitel, Konzept, Quelle, Teil } from "../model/konzept.ts";
import { artenVon, teilArt } from "../model/teile.ts";
import { konzeptOf } from "./konzepte.ts";

async function mitTeilen(tx: Tx, rows: readonly Omit<Kapitel, "teile">[]): Promise<Kapitel[]> {
  const teile = await tx
    .selectFrom("kim.konzept_teil")
    .select(["id", "kapitel_id", "art", "text", "version"])
    .where("kapitel_id", "=", anyOf(rows.map(({ id }) => id)))
    .execute();
  return rows.map((row) => ({
    ...row,
    teile: artenVon(row.handlungsfeld).flatMap((art): Teil[] => {
      const found = teile.find((t) => t.kapitel_id === row.id && teilArt(t.art) === art);
      return found === undefined ? [] : [{ id: found.id, art, text: found.text, version: found.version }];
    }),
  }));
}

const kapitelRows = (tx: Tx) =>
  tx
    .selectFrom("kim.konzept_kapitel")
    .select(["id", "konzept_id as konzeptId", "titel", "handlungsfeld", "rang", "version"])
    .orderBy("rang")
    .orderBy("id");

/** The chapters of a draft in their order, with what stands in them now. */
export const kapitelIn = async (tx: Tx, konzeptId: string): Promise<Kapitel[]> =>
  mitTeilen(tx, await kapitelRows(tx).where("konzept_id", "=", konzeptId).execute());

/** One chapter, for whoever may see its draft. @throws NotFound */
export async function kapitelOf(tx: Tx, actor: Actor, id: string): Promise<{ konzept: Konzept; kapitel: Kapitel }> {
  const row = await kapitelRows(tx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  const konzept = await konzeptOf(tx, actor, row.konzeptId);
  const [kapitel] = await mitTeilen(tx, [row]);
  if (kapitel === undefined) throw new NotFound();
  return { konzept, kapitel };
}

/** A part with the chapter and the draft that it is of. */
export type TeilAkte = { readonly konzept: Konzept; readonly kapitel: Kapitel; readonly teil: Teil };

/** One part, for whoever may see its draft. @throws NotFound */
export async function teilOf(tx: Tx, actor: Actor, id: string): Promise<TeilAkte> {
  const row = await tx.selectFrom("kim.konzept_teil").select("kapitel_id").where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  const { konzept, kapitel } = await kapitelOf(tx, actor, row.kapitel_id);
  const teil = kapitel.teile.find((t) => t.id === id);
  if (teil === undefined) throw new NotFound();
  return { konzept, kapitel, teil };
}

/** The sources of a draft by their number. */
export const quellenIn = (tx: Tx, konzeptId: string): Promise<Quelle[]> =>
  tx
    .selectFrom("kim.konzept_quelle")
    .select(["id", "nr", "text", "adresse", "version"])
    .where("konzept_id", "=", konzeptId)
    .orderBy("nr")
    .execute();
