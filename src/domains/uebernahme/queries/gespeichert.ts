import { type Actor, systemActor } from "../../../platform/actor.ts";
import { type Tx, readAs, sql } from "../../../platform/db.ts";
import { lockIfThere } from "../../../platform/held.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { openDatei, openEntscheidungen, readInhalt } from "./siegel.ts";
import { type Stand, Zaehlung } from "../model/uebernahme.ts";
import type { Entscheidungen } from "../../../listen/index.ts";

/** Which list a job is about. */
export type ListeId = { readonly kreis: string; readonly id: string };

/** A kept list, opened for working on it. `actor` is its owner: what comes of it is theirs. */
export type Gespeichert = ListeId & {
  readonly actor: Actor;
  readonly key: DataKey;
  readonly datei: string;
  readonly abdruck: Buffer;
  readonly version: number;
  readonly entscheidungen: Entscheidungen;
  readonly zahlen: Zaehlung | null;
  /** What was taken over of it before; null for a list that is taken over for the first time. */
  readonly bisher: Zaehlung | null;
  /** Undefined when it was forgotten, or not asked for. */
  readonly bytes: Buffer | undefined;
};

/**
 * The list, if it is in this state; undefined otherwise: then another run of the job was faster. Without its bytes where what
 * is to be done needs none of them.
 */
export const gespeichert = (
  { kreis, id }: ListeId,
  stand: Stand,
  inhalt: "mit Inhalt" | "ohne Inhalt" = "mit Inhalt",
): Promise<Gespeichert | undefined> =>
  readAs(systemActor(kreis), async (tx) => {
    const row = await tx
      .selectFrom("kim.uebernahme")
      .select(["traeger_id", "konto_id", "datei", "abdruck", "version", "entscheidungen", "zahlen", "bisher"])
      .where("id", "=", id)
      .where("stand", "=", stand)
      .executeTakeFirst();
    const key = row === undefined ? undefined : (await subjectKeys(tx, kreis, [id])).get(id);
    if (row === undefined || key === undefined) return undefined;
    return {
      kreis,
      id,
      key,
      abdruck: row.abdruck,
      version: row.version,
      actor: ownerOf(kreis, row.traeger_id, row.konto_id),
      datei: openDatei(key, { kreis, id }, row.datei),
      entscheidungen: openEntscheidungen(key, { kreis, id }, row.entscheidungen),
      zahlen: Zaehlung.nullable().parse(row.zahlen),
      bisher: Zaehlung.nullable().parse(row.bisher),
      bytes: inhalt === "mit Inhalt" ? await readInhalt(tx, key, { kreis, id }) : undefined,
    };
  });

/** A whole list is one transaction. Two of a Träger wait for each other, so that neither misses what the other brings or takes away. */
export const lockTraeger = async (tx: Tx, traegerId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`uebernahme:${traegerId}`}, 0))`.execute(tx);
};

/** Whose records a list makes: they see it, and nobody else. */
export const ownerOf = (kreis: string, traegerId: string, kontoId: string): Actor => ({
  ...systemActor(kreis, traegerId),
  kontoId,
  sicht: "eigene",
});

/** Holds a list in its state until the end of the transaction; false when it is in another one by now. */
export async function holdIn(tx: Tx, { id }: ListeId, stand: Stand, version?: number): Promise<boolean> {
  if (!(await lockIfThere(tx, "kim.uebernahme", id))) return false;
  const row = await tx
    .selectFrom("kim.uebernahme")
    .select(["stand", "version"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.stand === stand && (version === undefined || row.version === version);
}
