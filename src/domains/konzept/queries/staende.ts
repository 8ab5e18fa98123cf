import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { werOf } from "./gruppe.ts";
import type { TeilAkte } from "./kapitel.ts";

/** What a part said in a version; undefined where it never had it. */
export async function textIn(tx: Tx, teilId: string, version: number): Promise<string | undefined> {
  const row = await tx
    .selectFrom("kim.konzept_stand")
    .select("text")
    .where("teil_id", "=", teilId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.text;
}

export type Stand = {
  readonly version: number;
  readonly text: string;
  readonly am: string;
  readonly wer: string;
  readonly zusammen: boolean;
};

/** The last states that a part had, at most so many, the latest first. */
export async function staendeOf(tx: Tx, actor: Actor, { konzept, teil }: TeilAkte, most: number): Promise<Stand[]> {
  const rows = await tx
    .selectFrom("kim.konzept_stand")
    .select(["version", "text", "am", "von", "zusammen"])
    .where("teil_id", "=", teil.id)
    .orderBy("version", "desc")
    .limit(most)
    .execute();
  const wer = await werOf(
    tx,
    actor,
    konzept.id,
    rows.map(({ von }) => von),
  );
  return rows.map(({ von, ...row }) => ({ ...row, wer: wer(von) }));
}
