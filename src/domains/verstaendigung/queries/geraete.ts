import type { Actor } from "../../../platform/actor.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { compareNames } from "../../../platform/words.ts";
import { kontoNames } from "../../zugang/index.ts";
import { type Zustand, lageOf, zustandOf } from "../model/geraet.ts";
import { AN_WEN, traegerDataKey } from "./sealed.ts";

/** One lending. Days are ISO. */
export type Ausleihe = {
  readonly id: string;
  readonly geraetId: string;
  readonly wer: string;
  readonly seit: string;
  readonly bis: string;
  readonly zurueck: string | null;
  readonly zustand: Zustand | null;
};

export type Geraet = {
  readonly id: string;
  readonly name: string;
  readonly inventar: string | null;
  readonly standortId: string;
  readonly standort: string;
  readonly sprachen: readonly string[];
  readonly zustand: Zustand;
  readonly hinweis: string | null;
  /** The open lending; null where it is in the house. */
  readonly verliehen: Ausleihe | null;
  readonly version: number;
};

const SPRACHEN = sql<string[]>`coalesce((
  select array_agg(s.sprache order by s.sprache) from kim.uebersetzungsgeraet_sprache s
  where s.kreis = g.kreis and s.geraet_id = g.id), '{}')`;

const rowsOf = (tx: Tx, { traegerId }: Actor) =>
  tx
    .selectFrom("kim.uebersetzungsgeraet as g")
    .innerJoin("kim.standort as o", (on) => on.onRef("o.kreis", "=", "g.kreis").onRef("o.id", "=", "g.standort_id"))
    .select(["g.id", "g.name", "g.inventar", "g.standort_id", "o.name as standort", "g.zustand", "g.hinweis"])
    .select(["g.version", SPRACHEN.as("sprachen")])
    .where("g.traeger_id", "=", traegerId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

const ausleihenRows = (tx: Tx, { traegerId }: Actor) =>
  tx
    .selectFrom("kim.geraet_ausleihe")
    .select(["kreis", "id", "geraet_id", "an_konto_id", "an_wen", "seit", "bis", "zurueck", "zustand"])
    .where("traeger_id", "=", traegerId);

type AusleiheRow = Awaited<ReturnType<ReturnType<typeof ausleihenRows>["execute"]>>[number];

async function ausleihenOpened(tx: Tx, actor: Actor, rows: readonly AusleiheRow[]): Promise<Ausleihe[]> {
  if (rows.length === 0) return [];
  const key = await traegerDataKey(tx, actor);
  const ids = rows.flatMap(({ an_konto_id: id }) => (id === null ? [] : [id]));
  const names = await kontoNames(tx, actor.kreis, [...new Set(ids)]);
  const werOf = (row: AusleiheRow) =>
    row.an_konto_id === null ? openText(key, row, AN_WEN, row.an_wen) : names.get(row.an_konto_id);
  return rows.map((row) => ({
    id: row.id,
    geraetId: row.geraet_id,
    wer: werOf(row) ?? "ein gelöschter Zugang",
    seit: row.seit,
    bis: row.bis,
    zurueck: row.zurueck,
    zustand: row.zustand === null ? null : zustandOf(row.zustand),
  }));
}

async function opened(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Geraet[]> {
  if (rows.length === 0) return [];
  const open = await ausleihenOpened(tx, actor, await ausleihenRows(tx, actor).where("zurueck", "is", null).execute());
  const verliehen = new Map(open.map((one) => [one.geraetId, one]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    inventar: row.inventar,
    standortId: row.standort_id,
    standort: row.standort,
    sprachen: row.sprachen,
    zustand: zustandOf(row.zustand),
    hinweis: row.hinweis,
    verliehen: verliehen.get(row.id) ?? null,
    version: row.version,
  }));
}

const RANG = { ueberfaellig: 0, verliehen: 1, da: 2, weg: 3 } as const;

/** Where a device is today. */
export const lage = ({ zustand, verliehen }: Geraet, heute: string) => lageOf(zustand, verliehen?.bis ?? null, heute);

/** The devices of one's own Träger: overdue ones first, those that are gone last. Some dozens at most. */
export async function geraete(tx: Tx, actor: Actor, heute: string): Promise<Geraet[]> {
  const all = await opened(tx, actor, await rowsOf(tx, actor).execute());
  return all.toSorted((a, b) => RANG[lage(a, heute)] - RANG[lage(b, heute)] || compareNames(a.name, b.name));
}

/** @throws NotFound for one of another Träger as for none */
export async function geraetOf(tx: Tx, actor: Actor, id: string): Promise<Geraet> {
  const rows = isId(id) ? await rowsOf(tx, actor).where("g.id", "=", id).execute() : [];
  const [geraet] = await opened(tx, actor, rows);
  if (geraet === undefined) throw new NotFound();
  return geraet;
}

/** To whom it was lent, the latest first. */
export async function ausleihenOf(tx: Tx, actor: Actor, geraetId: string): Promise<Ausleihe[]> {
  const rows = await ausleihenRows(tx, actor)
    .where("geraet_id", "=", geraetId)
    .orderBy("seit", "desc")
    .orderBy("id")
    .execute();
  return ausleihenOpened(tx, actor, rows);
}

const given = (value: string | null) => (value === null ? [] : [value]);

export const geraetValues = (g: Geraet): Values => ({
  name: [g.name],
  inventar: given(g.inventar),
  standort: [g.standortId],
  sprachen: [...g.sprachen],
  zustand: [g.zustand],
  hinweis: given(g.hinweis),
});

/** Who a device can be lent to: accounts of one's own Träger that sign in, by name. */
export async function team(
  tx: Tx,
  { kreis, traegerId }: Actor,
): Promise<{ value: string; name: string; open: true }[]> {
  const rows = await tx
    .selectFrom("kim.konto")
    .select("id")
    .where("traeger_id", "=", traegerId)
    .where("status", "=", "aktiv")
    .execute();
  const names = await kontoNames(
    tx,
    kreis,
    rows.map(({ id }) => id),
  );
  return [...names]
    .map(([value, name]) => ({ value, name, open: true as const }))
    .toSorted((a, b) => compareNames(a.name, b.name) || (a.value < b.value ? -1 : 1));
}
