import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { VORSCHLAG_STAENDE, type VorschlagStand } from "../model/konzept.ts";
import { type TeilAkte, teilOf } from "./kapitel.ts";
import { werOf } from "./gruppe.ts";

export type Kommentar = {
  readonly id: string;
  readonly stelle: string;
  readonly text: string;
  readonly am: string;
  readonly wer: string;
  readonly erledigtAm: string | null;
  readonly version: number;
};

/** What was said about a part, in the order in which it was said. */
export async function kommentareZu(tx: Tx, actor: Actor, { konzept, teil }: TeilAkte): Promise<Kommentar[]> {
  const rows = await tx
    .selectFrom("kim.konzept_kommentar")
    .select(["id", "stelle", "text", "am", "von", "erledigt_am", "version"])
    .where("teil_id", "=", teil.id)
    .orderBy("nr")
    .execute();
  const wer = await werOf(
    tx,
    actor,
    konzept.id,
    rows.map(({ von }) => von),
  );
  return rows.map(({ von, erledigt_am: erledigtAm, ...row }) => ({ ...row, erledigtAm, wer: wer(von) }));
}

/** The part that a comment is about, and the version of the comment. @throws NotFound */
export async function kommentarOrt(tx: Tx, id: string): Promise<{ readonly teilId: string; readonly version: number }> {
  const row = await tx
    .selectFrom("kim.konzept_kommentar")
    .select(["teil_id as teilId", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row;
}

/** A proposal as the list of a part has it. */
export type VorschlagZeile = {
  readonly id: string;
  readonly grund: string | null;
  readonly am: string;
  readonly von: string;
  readonly wer: string;
  readonly stand: VorschlagStand;
};

/** The same with what it proposes, and what became of it. */
export type Vorschlag = VorschlagZeile & {
  readonly basis: number;
  readonly text: string;
  /** What stood there when it was written. */
  readonly vorher: string;
  readonly antwort: string | null;
  readonly version: number;
};

const isStand = (text: string): text is VorschlagStand => Object.hasOwn(VORSCHLAG_STAENDE, text);

/** @throws Error for a state that this program does not know (any more) */
function standVon(stored: string): VorschlagStand {
  if (!isStand(stored)) throw new Error(`Den Stand ${stored} kennt dieses Programm nicht.`);
  return stored;
}

/** What was proposed for a part, the latest first. */
export async function vorschlaegeZu(tx: Tx, actor: Actor, { konzept, teil }: TeilAkte): Promise<VorschlagZeile[]> {
  const rows = await tx
    .selectFrom("kim.konzept_vorschlag")
    .select(["id", "grund", "am", "von", "stand"])
    .where("teil_id", "=", teil.id)
    .orderBy("nr", "desc")
    .execute();
  const wer = await werOf(
    tx,
    actor,
    konzept.id,
    rows.map(({ von }) => von),
  );
  return rows.map((row) => ({ ...row, stand: standVon(row.stand), wer: wer(row.von) }));
}

/** One proposal with its part, for whoever may see the draft. @throws NotFound */
export async function vorschlagOf(tx: Tx, actor: Actor, id: string): Promise<TeilAkte & { vorschlag: Vorschlag }> {
  const row = await tx
    .selectFrom("kim.konzept_vorschlag as v")
    .innerJoin("kim.konzept_stand as s", (on) =>
      on.onRef("s.kreis", "=", "v.kreis").onRef("s.teil_id", "=", "v.teil_id").onRef("s.version", "=", "v.basis"),
    )
    .select(["v.id", "v.teil_id as teilId", "v.basis", "v.text", "v.grund", "v.am", "v.von", "v.stand", "v.version"])
    .select(["s.text as vorher", "v.antwort"])
    .where("v.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  const { teilId, ...found } = row;
  const akte = await teilOf(tx, actor, teilId);
  const wer = await werOf(tx, actor, akte.konzept.id, [found.von]);
  return { ...akte, vorschlag: { ...found, stand: standVon(found.stand), wer: wer(found.von) } };
}

/** How much of a draft is open, by part: comments and proposals. */
export type Offen = { readonly kommentare: number; readonly vorschlaege: number };

export async function offenesIn(tx: Tx, teile: readonly string[]): Promise<ReadonlyMap<string, Offen>> {
  const { rows } = await sql<{ id: string; kommentare: number; vorschlaege: number }>`
    select t.id,
      (select count(*)::int from kim.konzept_kommentar k
        where k.kreis = t.kreis and k.teil_id = t.id and k.erledigt_am is null) as kommentare,
      (select count(*)::int from kim.konzept_vorschlag v
        where v.kreis = t.kreis and v.teil_id = t.id and v.stand = 'offen') as vorschlaege
    from kim.konzept_teil t where t.id = ${anyOf(teile)}`.execute(tx);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
