import { type Actor, isSystem, may } from "../../../platform/actor.ts";
import type { Choice } from "../../../platform/choice.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { gilt } from "../../../platform/span.ts";
import { type Kode, codelisten, nameOf } from "../../codelisten/index.ts";
import { traeger } from "../../verwaltung/index.ts";
import { type Besetzung, type Grund, type Stelle, type Stellenplan, planAm } from "../model/plan.ts";
import { MODULE, type Modul, hundertstel } from "../model/stelle.ts";

/** Somebody on a post, as it is stored: `name` is sealed with the key of the Träger `schluessel`. */
export type BesetzungZeile = Besetzung & {
  readonly id: string;
  readonly version: number;
  readonly name: Buffer | null;
  readonly schluessel: string | null;
};

/** A post with everything that is stored about it. */
export type StelleAkte = Omit<Stelle, "besetzungen"> & {
  readonly version: number;
  readonly besetzungen: readonly BesetzungZeile[];
};

const modulOf = (arten: readonly Kode[], art: string): Modul => {
  const gruppe = arten.find((k) => k.code === art)?.gruppe;
  const modul = MODULE.find((m) => m === gruppe);
  if (modul === undefined) throw new Error(`Die Art ${art} gehört zu keinem Modul.`);
  return modul;
};

/** An unknown reason counts as a personal one: rather not shown than shown to the wrong people. */
const grundOf = (list: readonly Kode[], von: string, code: string): Grund => ({
  von,
  code,
  name: nameOf(list, code),
  persoenlich: list.find((k) => k.code === code)?.gruppe !== "sachlich",
});

const grouped = <R extends { readonly stelle_id: string }>(rows: readonly R[], id: string): R[] =>
  rows.filter((row) => row.stelle_id === id);

/** Posts by kind, Träger and name. A Kreis has some dozens, so lists of them have no paging. */
async function load(tx: Tx, only: { readonly id?: string; readonly traegerId?: string | undefined }) {
  const rows = await tx
    .selectFrom("kim.stelle as s")
    .innerJoin("kim.traeger as t", (on) => on.onRef("t.kreis", "=", "s.kreis").onRef("t.id", "=", "s.traeger_id"))
    .select(["s.id", "s.traeger_id as traegerId", "t.name as traeger", "s.art", "s.bezeichnung", "s.vzae"])
    .select(["s.von", "s.bis", "s.version"])
    .$if(only.id !== undefined, (q) => q.where("s.id", "=", only.id ?? ""))
    .$if(only.traegerId !== undefined, (q) => q.where("s.traeger_id", "=", only.traegerId ?? ""))
    .orderBy("t.name")
    .orderBy("s.von")
    .orderBy("s.id")
    .execute();
  return rows;
}

const kommunenOf = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom("kim.stelle_kommune as z")
    .innerJoin("kim.kommune as k", (on) => on.onRef("k.kreis", "=", "z.kreis").onRef("k.ags", "=", "z.ags"))
    .select(["z.stelle_id", "k.ags", "k.name"])
    .where("z.stelle_id", "=", anyOf(ids))
    .orderBy("k.name")
    .execute();

const besetzungenOf = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom("kim.besetzung")
    .select(["stelle_id", "id", "konto_id", "name", "schluessel", "person", "anteil"])
    .select(["ueberschneidung", "von", "bis", "version"])
    .where("stelle_id", "=", anyOf(ids))
    .orderBy("von")
    .orderBy("id")
    .execute();

const gruendeOf = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom("kim.stelle_vakanz")
    .select(["stelle_id", "von", "grund"])
    .where("stelle_id", "=", anyOf(ids))
    .orderBy("von")
    .execute();

/** Posts as they are stored, all of them or some. */
export async function stellen(tx: Tx, only: Parameters<typeof load>[1]): Promise<StelleAkte[]> {
  const rows = await load(tx, only);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const { stelle_art: arten, vakanzgrund } = await codelisten(tx);
  const kommunen = await kommunenOf(tx, ids);
  const besetzungen = await besetzungenOf(tx, ids);
  const gruende = await gruendeOf(tx, ids);
  const order = arten.map((k) => k.code);
  return rows
    .map((row) => ({
      ...row,
      vzae: hundertstel(row.vzae),
      artName: nameOf(arten, row.art),
      modul: modulOf(arten, row.art),
      kommunen: grouped(kommunen, row.id).map(({ ags, name }) => ({ ags, name })),
      gruende: grouped(gruende, row.id).map(({ von, grund }) => grundOf(vakanzgrund, von, grund)),
      besetzungen: grouped(besetzungen, row.id).map(({ konto_id, anteil, person, ...b }) => ({
        ...b,
        // Rows of before people were told apart are one each; the first of them names the others.
        person: person ?? b.id,
        kontoId: konto_id,
        anteil: hundertstel(anteil),
      })),
    }))
    .toSorted((a, b) => order.indexOf(a.art) - order.indexOf(b.art));
}

/**
 * Every post of the Kreis in force on a day, with what is filled and vacant and the sums per Modul. Names nobody: for reports
 * as well. @param stichtag ISO day
 */
export const stellenplan = async (tx: Tx, stichtag: string): Promise<Stellenplan> =>
  planAm(await stellen(tx, {}), stichtag);

/** Whose posts somebody may see: those of the whole Kreis, or of the own Träger. */
const traegerInSight = (actor: Actor): string | undefined =>
  isSystem(actor) || may(actor, "stelle.kreis_lesen") ? undefined : actor.traegerId;

/** Posts in force on a day as somebody may see them, narrowed by what stands in the address. */
export async function stellenAm(
  tx: Tx,
  actor: Actor,
  stichtag: string,
  filter: { readonly modul?: Modul | undefined; readonly traeger?: string | undefined },
): Promise<{ readonly plan: Stellenplan; readonly akten: readonly StelleAkte[] }> {
  const all = await stellen(tx, { traegerId: traegerInSight(actor) });
  const akten = all.filter(
    (s) =>
      gilt(s, stichtag) &&
      (filter.modul === undefined || s.modul === filter.modul) &&
      (filter.traeger === undefined || s.traegerId === filter.traeger),
  );
  return { plan: planAm(akten, stichtag), akten };
}

/** One post as somebody may see it. @throws NotFound */
export async function stelleOf(tx: Tx, actor: Actor, id: string): Promise<StelleAkte> {
  const [found] = await stellen(tx, { id, traegerId: traegerInSight(actor) });
  if (found === undefined) throw new NotFound();
  return found;
}

/** A post that somebody is about to change, held until the end of the transaction. @throws NotFound */
export async function heldStelle(tx: Tx, actor: Actor, id: string): Promise<StelleAkte> {
  await lockRow(tx, "kim.stelle", id);
  return stelleOf(tx, actor, id);
}

/** The Träger whose posts somebody may see, by name, closed ones included. */
export const traegerWahl = (tx: Tx, actor: Actor): Promise<Choice[]> => traeger(tx, traegerInSight(actor));
