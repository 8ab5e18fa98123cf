import type { Actor } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { known, knownOrNone } from "../../../platform/known.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { personNames } from "../../personen/index.ts";
import { GRUND, type Grund, STAND, type Stand } from "../model/stand.ts";
import type { Teilung } from "../model/teilung.ts";
import { THEMA, THEMENSTAND, type Thema, type Themenstand } from "../model/themen.ts";
import { type Angaben, openAngaben } from "./sealed.ts";
import { teilungenOf } from "./teilungen.ts";

/** A household without names. Days are ISO, codes those of the lists; names of places as the Kreis has them. */
export type Haushalt = {
  readonly id: string;
  readonly kontoId: string;
  readonly stapelId: string;
  readonly nr: number;
  readonly menschen: number;
  readonly ags: string | null;
  readonly kommune: string | null;
  readonly unterkunftId: string | null;
  readonly unterkunft: string | null;
  readonly sprache: string | null;
  readonly zugewiesenAm: string;
  readonly stand: Stand;
  readonly standSeit: string;
  /** Since when there is a file of somebody. */
  readonly akteAm: string | null;
  readonly version: number;
};

/** Every household that counts: without those that went into another one. */
export const withOrt = (tx: Tx) =>
  tx
    .selectFrom("kim.zuweisung as z")
    .where("z.aufgegangen_in", "is", null)
    .leftJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "z.kreis").onRef("k.ags", "=", "z.ags"))
    .leftJoin("kim.unterkunft as u", (on) => on.onRef("u.kreis", "=", "z.kreis").onRef("u.id", "=", "z.unterkunft_id"));

export const HAUSHALT = [
  "z.id",
  "z.konto_id as kontoId",
  "z.stapel_id as stapelId",
  "z.nr",
  "z.menschen",
  "z.ags",
  "k.name as kommune",
  "z.unterkunft_id as unterkunftId",
  "u.name as unterkunft",
  "z.sprache",
  "z.zugewiesen_am as zugewiesenAm",
  "z.stand",
  "z.stand_seit as standSeit",
  "z.akte_am as akteAm",
  "z.version",
] as const;

export const haushaltOf = (row: Omit<Haushalt, "stand"> & { readonly stand: string }): Haushalt => ({
  ...row,
  stand: known(STAND, row.stand),
});

/** Somebody of a household. With a file she is named there: `personId`, and `name` as the file says. */
export type Mitglied = Angaben & {
  readonly id: string;
  readonly zuweisungId: string;
  /** The order of the list; with gaps, once somebody went to another household. */
  readonly folge: number;
  readonly name: string;
  readonly personId: string | null;
  readonly staatsangehoerigkeit: string | null;
  readonly sprache: string | null;
};

export type Schritt = {
  readonly id: string;
  readonly nach: Stand;
  readonly am: string;
  readonly grund: Grund | null;
  readonly zurueckgenommen: boolean;
};

/** A household with everything that whoever is responsible sees. */
export type Zuweisung = Haushalt & {
  readonly mitglieder: readonly Mitglied[];
  readonly schritte: readonly Schritt[];
  readonly teilungen: readonly Teilung[];
  readonly themen: ReadonlyMap<Thema, Themenstand>;
  /** The consultations that were talks with it, the first one first, without those that were withdrawn. */
  readonly gespraeche: readonly { readonly beratungId: string; readonly am: string }[];
};

/** Who belongs to some households, in their order. Only of those that one is responsible for today. */
export async function mitgliederOf(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Mitglied[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("kim.zuweisung_mensch")
    .selectAll()
    .where("zuweisung_id", "=", anyOf(ids))
    .orderBy("zuweisung_id")
    .orderBy("folge")
    .execute();
  const keys = await subjectKeys(
    tx,
    actor.kreis,
    rows.flatMap((row) => (row.person_id === null ? [row.id] : [])),
  );
  const names = await personNames(
    tx,
    actor,
    rows.flatMap((row) => row.person_id ?? []),
  );
  return rows.map((row) => {
    const angaben = openAngaben(keys.get(row.id), row);
    const listed = `${angaben.vorname} ${angaben.nachname}`.trim();
    return {
      ...angaben,
      id: row.id,
      zuweisungId: row.zuweisung_id,
      folge: row.folge,
      name: row.person_id === null ? listed : (names.get(row.person_id) ?? ""),
      personId: row.person_id,
      staatsangehoerigkeit: row.staatsangehoerigkeit,
      sprache: row.sprache,
    };
  });
}

/** A household of one's own Träger, without names. @throws NotFound */
export async function ohneNamen(tx: Tx, id: string): Promise<Haushalt> {
  const row = isId(id) ? await withOrt(tx).select(HAUSHALT).where("z.id", "=", id).executeTakeFirst() : undefined;
  if (row === undefined) throw new NotFound();
  return haushaltOf(row);
}

/** A household that one is responsible for today, or stands in for whoever is. @throws NotFound for a colleague's as for none */
export async function zuweisungOf(tx: Tx, actor: Actor, id: string): Promise<Zuweisung> {
  const haushalt = await ohneNamen(tx, id);
  if (!actor.konten.includes(haushalt.kontoId)) throw new NotFound();
  return {
    ...haushalt,
    mitglieder: await mitgliederOf(tx, actor, [id]),
    schritte: await schritteOf(tx, id),
    teilungen: await teilungenOf(tx, id),
    themen: await themenOf(tx, id),
    gespraeche: await gespraecheOf(tx, id),
  };
}

export async function schritteOf(tx: Tx, id: string): Promise<Schritt[]> {
  const rows = await tx
    .selectFrom("kim.zuweisung_schritt")
    .select(["id", "nach", "am", "grund", "zurueckgenommen"])
    .where("zuweisung_id", "=", id)
    .orderBy("folge")
    .execute();
  return rows.map((row) => ({ ...row, nach: known(STAND, row.nach), grund: knownOrNone(GRUND, row.grund) }));
}

async function themenOf(tx: Tx, id: string): Promise<ReadonlyMap<Thema, Themenstand>> {
  const rows = await tx
    .selectFrom("kim.zuweisung_thema")
    .select(["thema", "stand"])
    .where("zuweisung_id", "=", id)
    .execute();
  return new Map(rows.map((row) => [known(THEMA, row.thema), known(THEMENSTAND, row.stand)]));
}

const gespraecheOf = (tx: Tx, id: string) =>
  tx
    .selectFrom("kim.zuweisung_gespraech as g")
    .innerJoin("kim.beratung as b", (on) => on.onRef("b.kreis", "=", "g.kreis").onRef("b.id", "=", "g.beratung_id"))
    .select(["b.id as beratungId", "b.am"])
    .where("g.zuweisung_id", "=", id)
    .where("b.zurueckgezogen", "=", false)
    .orderBy("b.am")
    .orderBy("b.id")
    .execute();
