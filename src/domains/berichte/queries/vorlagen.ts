import type { Choice } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { Vorlage } from "../model/vorlage.ts";

export type VorlageAkte = Vorlage & {
  readonly id: string;
  readonly name: string;
  readonly aktiv: boolean;
  readonly version: number;
  /** What its Word file was called; null: it has none. */
  readonly wordName: string | null;
};

const rows = (tx: Tx) =>
  tx
    .selectFrom("kim.bericht_vorlage")
    .select(["id", "name", "titel", "kopf", "kapitel", "aktiv", "version", "word_name"]);

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

const akteOf = ({ id, name, aktiv, version, word_name, titel, kopf, kapitel }: Row): VorlageAkte => ({
  ...Vorlage.parse({ titel, kopf, kapitel }),
  id,
  name,
  aktiv,
  version,
  wordName: word_name,
});

/** The templates of the Kreis by name, those that are offered first. */
export async function vorlagen(tx: Tx): Promise<VorlageAkte[]> {
  const found = await rows(tx).orderBy("aktiv", "desc").orderBy("name").execute();
  return found.map(akteOf);
}

/** @throws NotFound */
export async function vorlageOf(tx: Tx, id: string): Promise<VorlageAkte> {
  const row = await rows(tx).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return akteOf(row);
}

/** One by its name, as people write it; undefined where none is called so. */
export async function vorlageNamens(tx: Tx, name: string): Promise<VorlageAkte | undefined> {
  return (await vorlagen(tx)).find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
}

/** The same, held until the end of the transaction. @throws NotFound */
export async function heldVorlage(tx: Tx, id: string): Promise<VorlageAkte> {
  await lockRow(tx, "kim.bericht_vorlage", id);
  return vorlageOf(tx, id);
}

/** Its Word file; undefined where it has none. */
export async function wordOf(tx: Tx, id: string): Promise<Buffer | undefined> {
  const row = await tx.selectFrom("kim.bericht_vorlage").select("word").where("id", "=", id).executeTakeFirst();
  return row?.word ?? undefined;
}

export const alsAuswahl = (all: readonly VorlageAkte[]): Choice[] =>
  all.map(({ id, name, aktiv }) => ({ value: id, name, open: aktiv }));
