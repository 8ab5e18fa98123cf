import { type Tx, anyOf, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { HERKUNFT, type Luecke, type Meldung, type SchrittZeile } from "../model/luecke.ts";
import { STAND, type Stand } from "../model/stand.ts";

/** @throws Error for a state that this program does not know (any more) */
export function standOf(stored: string): Stand {
  const stand = STAND.find((one) => one === stored);
  if (stand === undefined) throw new Error(`Den Stand ${stored} kennt dieses Programm nicht.`);
  return stand;
}

/** Gaps of the Kreis, all or some. A Kreis has some hundred in many years. */
export async function luecken(tx: Tx, only?: readonly string[]): Promise<Luecke[]> {
  const rows = await tx
    .selectFrom("kim.luecke")
    .selectAll()
    .$if(only !== undefined, (q) => q.where("id", "=", anyOf(only ?? [])))
    .orderBy("gemeldet_am", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    handlungsfeld: row.handlungsfeld,
    rechtskreis: row.rechtskreis,
    satz: row.satz,
    thema: row.thema,
    gemeldetAm: row.gemeldet_am,
    stand: standOf(row.stand),
    standSeit: row.stand_seit,
    inId: row.in_luecke_id,
    faelle: row.faelle,
    standorte: row.standorte,
    wiederAm: row.wieder_am,
    version: row.version,
  }));
}

/** One gap. @throws NotFound */
export async function lueckeOf(tx: Tx, id: string): Promise<Luecke> {
  const [found] = isId(id) ? await luecken(tx, [id]) : [];
  if (found === undefined) throw new NotFound();
  return found;
}

const KOMMUNEN = sql<string[]>`array(
  select k.ags from kim.luecke_meldung_kommune k where k.kreis = m.kreis and k.meldung_id = m.id order by k.ags)`;

const DOPPELT = sql<boolean>`exists (
  select from kim.luecke_doppelt d where d.kreis = m.kreis and d.meldung_id = m.id)`;

/** Reports of gaps, the first one first; what was taken back is none. */
export async function meldungen(tx: Tx, only?: readonly string[]): Promise<Meldung[]> {
  const rows = await tx
    .selectFrom("kim.luecke_meldung as m")
    .selectAll("m")
    .select([KOMMUNEN.as("kommunen"), DOPPELT.as("doppelt")])
    .where("m.zurueck_am", "is", null)
    .$if(only !== undefined, (q) => q.where("m.luecke_id", "=", anyOf(only ?? [])))
    .orderBy("m.am")
    .orderBy("m.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lueckeId: row.luecke_id,
    traegerId: row.traeger_id,
    ort: row.standort_id ?? row.traeger_id,
    herkunft: HERKUNFT.find((one) => one === row.herkunft) ?? "frei",
    personen: row.personen,
    seit: row.seit,
    beispiel: row.beispiel,
    am: row.am,
    kommunen: row.kommunen,
    anteilId: row.anteil_id,
    doppelt: row.doppelt,
  }));
}

/** What became of gaps, in the order in which it happened. */
export async function schritte(tx: Tx, of: readonly string[]): Promise<SchrittZeile[]> {
  const rows = await tx
    .selectFrom("kim.luecke_schritt")
    .selectAll()
    .where("luecke_id", "=", anyOf(of))
    .orderBy("nr")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    nr: row.nr,
    lueckeId: row.luecke_id,
    von: row.von === null ? null : standOf(row.von),
    nach: standOf(row.nach),
    am: row.am,
    grund: row.grund,
    wer: row.getan_von,
    andereId: row.andere_id,
  }));
}
