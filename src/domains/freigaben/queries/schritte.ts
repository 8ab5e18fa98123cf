import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import type { SealedRow } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { known } from "../../../platform/known.ts";
import type { Wort } from "../model/inhalt.ts";
import { SCHRITTART, type Schrittart } from "../model/stand.ts";
import { openCopyKey, openWort } from "./sealed.ts";

/** What happened to a copy: when, by which side, what was written. */
export type Schritt = {
  readonly id: string;
  readonly folge: number;
  readonly am: Date;
  readonly seite: "geber" | "empfaenger" | "kim";
  /** The account; null for somebody with the link, and for the program. */
  readonly von: string | null;
  readonly art: Schrittart;
  readonly tag: string | null;
  readonly wort: Wort | null;
};

/** What happened to a copy, the first first. Without its key nothing of what was written. */
export async function schritteOf(tx: Tx, freigabeId: string, key: DataKey | undefined): Promise<Schritt[]> {
  const rows = await tx
    .selectFrom("kim.freigabe_schritt")
    .selectAll()
    .where("freigabe_id", "=", freigabeId)
    .orderBy("folge")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    folge: row.folge,
    am: row.am,
    seite: known(["geber", "empfaenger", "kim"], row.seite),
    von: row.von,
    art: known(SCHRITTART, row.art),
    tag: row.tag,
    wort: openWort(key, row, row.inhalt),
  }));
}

type Geschrieben = SealedRow & {
  readonly freigabe: string;
  readonly person_id: string;
  readonly schluessel: Buffer | null;
  readonly inhalt: Buffer | null;
};

/** What was written at steps of several copies, with the keys that the files of their persons keep. */
export async function worteOf<Row extends Geschrieben>(
  tx: Tx,
  actor: Actor,
  rows: readonly Row[],
): Promise<{ readonly row: Row; readonly wort: Wort | null }[]> {
  const keys = await subjectKeys(
    tx,
    actor.kreis,
    rows.map((row) => row.person_id),
  );
  return rows.map((row) => {
    const akte = { kreis: row.kreis, id: row.freigabe };
    const key = openCopyKey(keys.get(row.person_id), akte, row.schluessel);
    return { row, wort: openWort(key, row, row.inhalt) };
  });
}

/** What the Träger are called. */
export async function traegerNamen(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.selectFrom("kim.traeger").select(["id", "name"]).where("id", "=", anyOf(ids)).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
