import type { Actor } from "../../../platform/actor.ts";
import type { Choice } from "../../../platform/choice.ts";
import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { compareNames } from "../../../platform/words.ts";
import { centWert } from "../model/einsatz.ts";
import { type Art, type Geschlecht, artOf, geschlechtOf, istTaetig } from "../model/pool.ts";
import { EMAIL, NAME, NOTIZ, TELEFON, traegerDataKey } from "./sealed.ts";

/** Somebody who interprets. Days are ISO, amounts cents, codes those of the lists. */
export type Sprachmittler = {
  readonly id: string;
  readonly name: string;
  readonly sprachen: readonly string[];
  readonly geschlecht: Geschlecht;
  readonly art: Art;
  readonly telefon: string | null;
  readonly email: string | null;
  readonly notiz: string | null;
  readonly satzCent: number;
  readonly verpflichtetAm: string | null;
  readonly beendetAb: string | null;
  readonly version: number;
};

const SPRACHEN = sql<string[]>`coalesce((
  select array_agg(s.sprache order by s.sprache) from kim.sprachmittler_sprache s
  where s.kreis = m.kreis and s.sprachmittler_id = m.id), '{}')`;

const rowsOf = (tx: Tx, { traegerId }: Actor) =>
  tx
    .selectFrom("kim.sprachmittler as m")
    .select(["m.kreis", "m.id", "m.name", "m.telefon", "m.email", "m.notiz", "m.geschlecht", "m.art", "m.satz_cent"])
    .select(["m.verpflichtet_am", "m.beendet_ab", "m.version", SPRACHEN.as("sprachen")])
    // Whoever administers the Kreis sees rows of every Träger and opens those of none but her own.
    .where("m.traeger_id", "=", traegerId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

async function opened(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Sprachmittler[]> {
  if (rows.length === 0) return [];
  const key = await traegerDataKey(tx, actor);
  return rows.map((row) => ({
    id: row.id,
    name: openText(key, row, NAME, row.name),
    sprachen: row.sprachen,
    geschlecht: geschlechtOf(row.geschlecht),
    art: artOf(row.art),
    telefon: openText(key, row, TELEFON, row.telefon),
    email: openText(key, row, EMAIL, row.email),
    notiz: openText(key, row, NOTIZ, row.notiz),
    satzCent: row.satz_cent,
    verpflichtetAm: row.verpflichtet_am,
    beendetAb: row.beendet_ab,
    version: row.version,
  }));
}

/** Everybody who interprets for one's own Träger, by name; some dozens at most. */
export async function sprachmittelnde(tx: Tx, actor: Actor): Promise<Sprachmittler[]> {
  const all = await opened(tx, actor, await rowsOf(tx, actor).execute());
  return all.toSorted((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** What some of them are called: of nobody else anything is opened. */
export async function sprachmittlerNamen(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom("kim.sprachmittler")
    .select(["kreis", "id", "name"])
    .where("traeger_id", "=", actor.traegerId)
    .where("id", "=", anyOf([...new Set(ids)]))
    .execute();
  const key = await traegerDataKey(tx, actor);
  return new Map(rows.map((row) => [row.id, openText(key, row, NAME, row.name)]));
}

/** @throws NotFound for somebody of another Träger as for nobody */
export async function sprachmittlerOf(tx: Tx, actor: Actor, id: string): Promise<Sprachmittler> {
  const rows = isId(id) ? await rowsOf(tx, actor).where("m.id", "=", id).execute() : [];
  const [one] = await opened(tx, actor, rows);
  if (one === undefined) throw new NotFound();
  return one;
}

/** Who can be booked: open are those who speak the language, still work that day and have promised to keep quiet. */
export const waehlbar = (all: readonly Sprachmittler[], sprache: string, tag: string): Choice[] =>
  all.map(({ id, name, sprachen, beendetAb, verpflichtetAm }) => ({
    value: id,
    name,
    open: sprachen.includes(sprache) && istTaetig(beendetAb, tag) && verpflichtetAm !== null,
  }));

const one = (value: string | null): string[] => (value === null ? [] : [value]);

export const sprachmittlerValues = (s: Sprachmittler): Values => ({
  name: [s.name],
  sprachen: [...s.sprachen],
  geschlecht: [s.geschlecht],
  art: [s.art],
  telefon: one(s.telefon),
  email: one(s.email),
  satz: [centWert(s.satzCent)],
  verpflichtet_am: one(s.verpflichtetAm),
  beendet_ab: one(s.beendetAb),
  notiz: one(s.notiz),
});
