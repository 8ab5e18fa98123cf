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

/** A chapter without what stands in it. */
export type KapitelKopf = Omit<Kapitel, "teile">;

/** The chapters of a draft in their order, without what stands in them. */
export const kapitelListe = (tx: Tx, konzeptId: string): Promise<KapitelKopf[]> =>
  kapitelRows(tx).where("konzept_id", "=", konzeptId).execute();

/** One chapter, for whoever may see its draft. @throws NotFound */
export async function kapitelOf(tx: Tx, actor: Actor, id: string): Promise<{ konzept: Konzept; kapitel: KapitelKopf }> {
  const kapitel = await kapitelRows(tx).where("id", "=", id).executeTakeFirst();
  if (kapitel === undefined) throw new NotFound();
  return { konzept: await konzeptOf(tx, actor, kapitel.konzeptId), kapitel };
}

/** A part with the chapter and the draft that it is of. */
export type TeilAkte = { readonly konzept: Konzept; readonly kapitel: KapitelKopf; readonly teil: Teil };

/** One part, for whoever may see its draft. @throws NotFound */
export async function teilOf(tx: Tx, actor: Actor, id: string): Promise<TeilAkte> {
  const row = await tx
    .selectFrom("kim.konzept_teil")
    .select(["id", "kapitel_id", "art", "text", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  const { kapitel_id: kapitelId, art, ...teil } = row;
  return { ...(await kapitelOf(tx, actor, kapitelId)), teil: { ...teil, art: teilArt(art) } };
}

/** The sources of a draft by their number. */
export const quellenIn = (tx: Tx, konzeptId: string): Promise<Quelle[]> =>
  tx
    .selectFrom("kim.konzept_quelle")
    .select(["id", "nr", "text", "adresse", "version"])
    .where("konzept_id", "=", konzeptId)
    .orderBy("nr")
    .execute();
