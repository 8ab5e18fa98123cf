import { type Tx, sql } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import type { Plan, PlanKopf, PlanSchritt, PlanZiel, Stand, StandZeile, Wer, Zustimmung } from "../model/plan.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { BEMERKUNG, WAS, WER_NAME, ZIEL } from "../rows/sealed.ts";
import type { FallAkte } from "./akte.ts";

const WER = ["person", "beratung", "beide", "andere"] as const satisfies readonly Wer[];
const STAND = ["offen", "erledigt", "entfaellt"] as const satisfies readonly Stand[];
const ZUSTIMMUNG = ["unterschrieben", "muendlich"] as const satisfies readonly Zustimmung[];

const koepfe = (tx: Tx, fallId: string) =>
  tx
    .selectFrom("kim.hilfeplan")
    .select(["id", "fassung", "ueberpruefung_am", "vereinbart_am", "zustimmung", "version"])
    .where("fall_id", "=", fallId);

const kopfVon = (row: Awaited<ReturnType<ReturnType<typeof koepfe>["executeTakeFirstOrThrow"]>>): PlanKopf => ({
  id: row.id,
  fassung: row.fassung,
  ueberpruefungAm: row.ueberpruefung_am,
  vereinbartAm: row.vereinbart_am,
  zustimmung: ZUSTIMMUNG.find((one) => one === row.zustimmung) ?? null,
  version: row.version,
});

/** So many versions stand in a list at most. */
const MOST = 20;

/** Versions of the plan of a case up to a number, the last first; without one a draft is the first of them, what is in force the next. */
export async function fassungenOf(tx: Tx, fallId: string, bis?: number): Promise<PlanKopf[]> {
  const rows = await koepfe(tx, fallId)
    .$if(bis !== undefined, (q) => q.where("fassung", "<=", bis ?? 0))
    .orderBy("fassung", "desc")
    .limit(MOST)
    .execute();
  return rows.map(kopfVon);
}

/** One version by its number; undefined where there is none. */
export async function fassungMit(tx: Tx, fallId: string, nummer: number): Promise<PlanKopf | undefined> {
  const row = await koepfe(tx, fallId).where("fassung", "=", nummer).executeTakeFirst();
  return row && kopfVon(row);
}

export const entwurfIn = (fassungen: readonly PlanKopf[]): PlanKopf | undefined =>
  fassungen.find(({ vereinbartAm }) => vereinbartAm === null);

/** The version in force: the last that was agreed. */
export const geltendeIn = (fassungen: readonly PlanKopf[]): PlanKopf | undefined =>
  fassungen.find(({ vereinbartAm }) => vereinbartAm !== null);

const rowsOf = (tx: Tx, planId: string) =>
  tx
    .selectFrom("kim.hilfeplan as p")
    .leftJoin("kim.hilfeplan_ziel as z", (on) =>
      on.onRef("z.kreis", "=", "p.kreis").onRef("z.hilfeplan_id", "=", "p.id"),
    )
    .leftJoin("kim.hilfeplan_schritt as s", (on) => on.onRef("s.kreis", "=", "z.kreis").onRef("s.ziel_id", "=", "z.id"))
    .select(["p.kreis", "p.id", "p.bemerkung"])
    .select(["z.id as ziel_id", "z.faden as ziel_faden", "z.handlungsfeld", "z.ziel", "z.version as ziel_version"])
    .select(["s.id as schritt_id", "s.faden", "s.was", "s.wer", "s.wer_name", "s.bis"])
    .where("p.id", "=", planId)
    .orderBy("z.rang")
    .orderBy("s.rang")
    .execute();

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function schrittOf({ key }: FallAkte, row: Row): PlanSchritt[] {
  const { kreis, schritt_id: id, faden, was } = row;
  if (id === null || faden === null || was === null) return [];
  return [
    {
      faden,
      was: openText(key, { kreis, id }, WAS, was),
      wer: WER.find((one) => one === row.wer) ?? "person",
      werName: openText(key, { kreis, id }, WER_NAME, row.wer_name),
      bis: row.bis,
    },
  ];
}

function zieleOf(akte: FallAkte, rows: readonly Row[]): PlanZiel[] {
  const ziele = new Map<string, PlanZiel & { readonly schritte: PlanSchritt[] }>();
  for (const row of rows) {
    const { kreis, ziel_id: id, ziel_faden: faden, ziel, handlungsfeld, ziel_version: version } = row;
    if (id === null || faden === null || ziel === null || handlungsfeld === null || version === null) continue;
    const known = ziele.get(id) ?? {
      id,
      faden,
      handlungsfeld,
      version,
      ziel: openText(akte.key, { kreis, id }, ZIEL, ziel),
      schritte: [],
    };
    known.schritte.push(...schrittOf(akte, row));
    ziele.set(id, known);
  }
  return [...ziele.values()];
}

/** A version with everything that stands in it, in one question. */
export async function planOf(tx: Tx, akte: FallAkte, kopf: PlanKopf): Promise<Plan> {
  const rows = await rowsOf(tx, kopf.id);
  const [first] = rows;
  const bemerkung = first === undefined ? null : openText(akte.key, first, BEMERKUNG, first.bemerkung);
  return { ...kopf, bemerkung, ziele: zieleOf(akte, rows) };
}

/** What became of each step of a case, by its `faden`; one of which nothing was said yet is missing. */
export async function staendeOf(tx: Tx, fallId: string): Promise<ReadonlyMap<string, StandZeile>> {
  const rows = await tx
    .selectFrom("kim.hilfeplan_stand")
    .distinctOn("schritt_faden")
    .select(["schritt_faden", "stand", "am", "folge"])
    .where("fall_id", "=", fallId)
    .orderBy("schritt_faden")
    .orderBy("folge", "desc")
    .execute();
  return new Map(
    rows.map(({ schritt_faden, stand, am, folge }) => [
      schritt_faden,
      { stand: STAND.find((one) => one === stand) ?? "offen", am, folge },
    ]),
  );
}

/** The highest place of a goal in a version; 0 where it has none. */
export async function letzterRang(tx: Tx, planId: string): Promise<number> {
  const { rang } = await tx
    .selectFrom("kim.hilfeplan_ziel")
    .select(sql<number>`coalesce(max(rang), 0)`.as("rang"))
    .where("hilfeplan_id", "=", planId)
    .executeTakeFirstOrThrow();
  return rang;
}

/** The case that a goal belongs to. @throws NotFound */
export async function fallOfZiel(tx: Tx, zielId: string): Promise<string> {
  const row = await tx
    .selectFrom("kim.hilfeplan_ziel as z")
    .innerJoin("kim.hilfeplan as p", (on) => on.onRef("p.kreis", "=", "z.kreis").onRef("p.id", "=", "z.hilfeplan_id"))
    .select("p.fall_id")
    .where("z.id", "=", zielId)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row.fall_id;
}
