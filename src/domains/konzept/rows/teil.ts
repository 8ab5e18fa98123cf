import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, insertMany } from "../../../platform/db.ts";
import { artenVon } from "../model/teile.ts";

/** A chapter as it begins: its parts may have a text already. */
export type Anfang = {
  readonly titel: string;
  readonly handlungsfeld: string | null;
  readonly texte: Readonly<Partial<Record<string, string>>>;
};

type Stand = { readonly teilId: string; readonly version: number; readonly text: string; readonly zusammen?: boolean };

/** Keeps what a part says in a version, as a row. */
const standRow = ({ kreis, kontoId: von }: Actor, { teilId, version, text, zusammen = false }: Stand) => ({
  kreis,
  teil_id: teilId,
  version,
  text,
  am: today(),
  von,
  zusammen,
});

/** Adds chapters with their parts to a draft, in this order, from a place on: a whole Word file in three statements. */
export async function insertKapitel(
  tx: Tx,
  actor: Actor,
  { konzeptId, ab }: { readonly konzeptId: string; readonly ab: number },
  kapitel: readonly Anfang[],
): Promise<void> {
  const { kreis } = actor;
  const chapters = kapitel.map((one, i) => ({ ...one, id: crypto.randomUUID(), rang: ab + i }));
  const parts = chapters.flatMap(({ id, handlungsfeld, texte }) =>
    artenVon(handlungsfeld).map((art) => ({
      kreis,
      id: crypto.randomUUID(),
      kapitel_id: id,
      art,
      text: texte[art] ?? "",
    })),
  );
  await insertMany(
    tx,
    "kim.konzept_kapitel",
    chapters.map(({ id, titel, handlungsfeld, rang }) => ({
      kreis,
      id,
      konzept_id: konzeptId,
      titel,
      handlungsfeld,
      rang,
    })),
  );
  await insertMany(tx, "kim.konzept_teil", parts);
  await insertMany(
    tx,
    "kim.konzept_stand",
    parts.map(({ id, text }) => standRow(actor, { teilId: id, version: 1, text })),
  );
}

/** Writes what a part says from now on, and keeps it as the next state. */
export async function writeTeil(tx: Tx, actor: Actor, stand: Stand): Promise<void> {
  await tx
    .updateTable("kim.konzept_teil")
    .set({ text: stand.text, version: stand.version })
    .where("id", "=", stand.teilId)
    .execute();
  await tx.insertInto("kim.konzept_stand").values(standRow(actor, stand)).execute();
}
