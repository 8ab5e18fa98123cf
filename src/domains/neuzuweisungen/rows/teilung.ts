import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf, insertMany, sql } from "../../../platform/db.ts";
import type { Art } from "../model/teilung.ts";
import type { Zuweisung } from "../queries/zuweisungen.ts";
import { schrittRow } from "./schritt.ts";

type Ids = readonly string[];

/** Moves members from one household to another, behind those who are there. Both are held. Returns whose rows went. */
export async function moveMenschen(tx: Tx, von: string, nach: string, ids?: Ids): Promise<string[]> {
  const { last } = await tx
    .selectFrom("kim.zuweisung_mensch")
    .select(sql<number>`coalesce(max(folge), 0)`.as("last"))
    .where("zuweisung_id", "=", nach)
    .executeTakeFirstOrThrow();
  const moved = await tx
    .updateTable("kim.zuweisung_mensch")
    .set((e) => ({ zuweisung_id: nach, folge: e("folge", "+", last) }))
    .where("zuweisung_id", "=", von)
    .$if(ids !== undefined, (q) => q.where("id", "=", anyOf([...(ids ?? [])])))
    .returning("id")
    .execute();
  return moved.map((row) => row.id);
}

/** Moves talks, and with them whoever was advised in them. Returns which consultations went. */
export async function moveGespraeche(tx: Tx, von: string, nach: string, ids?: Ids): Promise<string[]> {
  const moved = await tx
    .updateTable("kim.zuweisung_gespraech")
    .set({ zuweisung_id: nach })
    .where("zuweisung_id", "=", von)
    .$if(ids !== undefined, (q) => q.where("beratung_id", "=", anyOf([...(ids ?? [])])))
    .returning("beratung_id")
    .execute();
  return moved.map((row) => row.beratung_id);
}

/** Says of the second what is said of the first and not of the second: of the orientation. Returns which themes. */
export async function copyThemen(
  tx: Tx,
  actor: Actor,
  von: string,
  nach: Pick<Zuweisung, "id" | "kontoId" | "themen">,
) {
  const rows = await tx
    .selectFrom("kim.zuweisung_thema")
    .select(["thema", "stand", "am"])
    .where("zuweisung_id", "=", von)
    .execute();
  const known: ReadonlySet<string> = new Set(nach.themen.keys());
  const missing = rows.filter(({ thema }) => !known.has(thema));
  const of = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: nach.kontoId, zuweisung_id: nach.id };
  await insertMany(
    tx,
    "kim.zuweisung_thema",
    missing.map((row) => ({ ...of, ...row })),
  );
  return missing.map(({ thema }) => thema);
}

/** A household beside another one, as it is and with the way that it went so far. Returns its id. */
export async function writeNeben(tx: Tx, actor: Actor, z: Zuweisung, neu: { nr: number; menschen: number }) {
  const id = randomUUID();
  await tx
    .insertInto("kim.zuweisung")
    .values({
      kreis: actor.kreis,
      traeger_id: actor.traegerId,
      konto_id: z.kontoId,
      id,
      stapel_id: z.stapelId,
      ...neu,
      ags: z.ags,
      unterkunft_id: z.unterkunftId,
      sprache: z.sprache,
      zugewiesen_am: z.zugewiesenAm,
      stand: z.stand,
      stand_seit: z.standSeit,
    })
    .execute();
  const steps = z.schritte.filter(({ zurueckgenommen }) => !zurueckgenommen);
  await insertMany(
    tx,
    "kim.zuweisung_schritt",
    steps.map(({ nach, am, grund }, i) => schrittRow(actor, { zuweisungId: id, folge: i + 1, nach, am, grund })),
  );
  return id;
}

type Neu = {
  readonly art: Art;
  readonly andereId: string;
  readonly menschen: number;
  readonly menschIds: Ids;
  readonly beratungIds: Ids;
  readonly themen: Ids;
  readonly andereFassung: number;
};

/** Writes down what was joined or parted, with what went over: the household is in its next version then. */
export async function writeTeilung(tx: Tx, actor: Actor, z: Zuweisung, neu: Neu): Promise<void> {
  await tx
    .insertInto("kim.zuweisung_teilung")
    .values({
      kreis: actor.kreis,
      traeger_id: actor.traegerId,
      zuweisung_id: z.id,
      andere_id: neu.andereId,
      folge: z.teilungen.filter(({ selbst }) => !selbst).length + 1,
      art: neu.art,
      menschen: neu.menschen,
      mensch_ids: [...neu.menschIds],
      beratung_ids: [...neu.beratungIds],
      themen: [...neu.themen],
      fassung: z.version + 1,
      andere_fassung: neu.andereFassung,
      am: today(),
      erfasst_von: actor.kontoId,
    })
    .execute();
}

/** How many a household has from now on, and since when there is a file of somebody. */
export const setMenschen = (tx: Tx, z: Zuweisung, menschen: number, akteAm: string | null) =>
  tx
    .updateTable("kim.zuweisung")
    .set({ menschen, akte_am: akteAm, version: z.version + 1 })
    .where("id", "=", z.id)
    .execute();

/** A household goes into another one, or comes out of it again (null). */
export const setAufgegangen = (tx: Tx, { id, version }: { id: string; version: number }, nach: string | null) =>
  tx
    .updateTable("kim.zuweisung")
    .set({ aufgegangen_in: nach, version: version + 1 })
    .where("id", "=", id)
    .execute();
