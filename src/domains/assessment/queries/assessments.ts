import type { Tx } from "../../../platform/db.ts";
import { anyOf } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { isId } from "../../../platform/ids.ts";
import { keyset } from "../../../platform/keyset.ts";
import type { From, Place } from "../../../platform/place.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Stand } from "../model/assessment.ts";
import { openTexts } from "./sealed.ts";

/** One area of an assessment. */
export type Lebensbereich = Stand & {
  readonly id: string;
  readonly handlungsfeld: string;
  readonly geschriebenVon: string | null;
  readonly version: number;
};

export type Assessment = {
  readonly id: string;
  readonly am: string;
  readonly version: number;
  readonly bereiche: readonly Lebensbereich[];
};

/** Side by side on a page; more do not fit beside each other, and older ones are a page further. */
const BESIDE = 3;

const COLUMNS = [
  "kreis",
  "id",
  "assessment_id",
  "handlungsfeld",
  "am",
  "skala",
  "lage",
  "ressourcen",
  "bedarf",
  "wunsch",
  "geschrieben_von",
  "version",
] as const;

export type AssessmentSeite = {
  /** The oldest first, as they stand beside each other. */
  readonly assessments: readonly Assessment[];
  readonly neuer: Place | undefined;
  readonly aelter: Place | undefined;
};

/** The assessments of a case, at first the last ones. */
export async function assessmentsOf(
  tx: Tx,
  key: DataKey | undefined,
  fallId: string,
  from: From = {},
): Promise<AssessmentSeite> {
  const { beyond, direction, limit, page } = keyset(from, BESIDE, ["am", "id"]);
  const found = await tx
    .selectFrom("kim.assessment")
    .select(["id", "am", "version"])
    .where("fall_id", "=", fallId)
    .where(beyond)
    .orderBy("am", direction)
    .orderBy("id", direction)
    .limit(limit)
    .execute();
  const { rows, newer, older } = page(found);
  const bereiche = await bereicheOf(
    tx,
    key,
    rows.map(({ id }) => id),
  );
  const assessments = rows.map((row) => ({ ...row, bereiche: bereiche.get(row.id) ?? [] })).toReversed();
  return { assessments, neuer: newer, aelter: older };
}

async function bereicheOf(
  tx: Tx,
  key: DataKey | undefined,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Lebensbereich[]>> {
  const of = new Map<string, Lebensbereich[]>();
  if (ids.length === 0) return of;
  const rows = await tx
    .selectFrom("kim.lebensbereich")
    .select(COLUMNS)
    .where("assessment_id", "=", anyOf(ids))
    .execute();
  for (const row of rows) {
    const list = of.get(row.assessment_id) ?? [];
    list.push(opened(key, row));
    of.set(row.assessment_id, list);
  }
  return of;
}

type Row = {
  readonly kreis: string;
  readonly id: string;
  readonly handlungsfeld: string;
  readonly am: string | null;
  readonly skala: number | null;
  readonly lage: Buffer | null;
  readonly ressourcen: Buffer | null;
  readonly bedarf: Buffer | null;
  readonly wunsch: Buffer | null;
  readonly geschrieben_von: string | null;
  readonly version: number;
};

const opened = (key: DataKey | undefined, row: Row): Lebensbereich => ({
  id: row.id,
  handlungsfeld: row.handlungsfeld,
  am: row.am,
  skala: row.skala,
  ...openTexts(key, row, "kim.lebensbereich"),
  geschriebenVon: row.geschrieben_von,
  version: row.version,
});

/** Which case an assessment belongs to. @throws NotFound for a foreign one as for none */
export async function assessmentOf(
  tx: Tx,
  id: string,
): Promise<{ readonly id: string; readonly fallId: string; readonly am: string; readonly version: number }> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.assessment")
        .select(["id", "fall_id", "am", "version"])
        .where("id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  return { id, fallId: row.fall_id, am: row.am, version: row.version };
}

/** Which assessment an area belongs to, and which case. @throws NotFound for a foreign one as for none */
export async function ortOf(
  tx: Tx,
  id: string,
): Promise<{ readonly assessmentId: string; readonly fallId: string; readonly tag: string }> {
  const row = isId(id)
    ? await tx
        .selectFrom("kim.lebensbereich as b")
        .innerJoin("kim.assessment as a", (on) =>
          on.onRef("a.kreis", "=", "b.kreis").onRef("a.id", "=", "b.assessment_id"),
        )
        .select(["a.id", "a.fall_id", "a.am"])
        .where("b.id", "=", id)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) throw new NotFound();
  return { assessmentId: row.id, fallId: row.fall_id, tag: row.am };
}

/** An area with the others of its assessment. @throws NotFound for a foreign one as for none */
export async function bereichOf(
  tx: Tx,
  key: DataKey | undefined,
  { id, assessmentId }: { readonly id: string; readonly assessmentId: string },
): Promise<{ readonly bereich: Lebensbereich; readonly alle: readonly Lebensbereich[] }> {
  const alle = (await bereicheOf(tx, key, [assessmentId])).get(assessmentId) ?? [];
  const bereich = alle.find((one) => one.id === id);
  if (bereich === undefined) throw new NotFound();
  return { bereich, alle };
}

/** What was said of an area the last time, in an earlier assessment that did not leave it out. */
export type Vorher = Lebensbereich & { readonly am: string };

type Danach = { readonly fallId: string; readonly tag: string; readonly feld: string };

export async function vorherOf(
  tx: Tx,
  key: DataKey | undefined,
  { fallId, tag, feld }: Danach,
): Promise<Vorher | undefined> {
  const row = await tx
    .selectFrom("kim.assessment as a")
    .innerJoin("kim.lebensbereich as b", (on) =>
      on.onRef("b.kreis", "=", "a.kreis").onRef("b.assessment_id", "=", "a.id"),
    )
    .select(COLUMNS.map((column) => `b.${column}` as const))
    .where("a.fall_id", "=", fallId)
    .where("a.am", "<", tag)
    .where("b.handlungsfeld", "=", feld)
    .where("b.am", "is not", null)
    .orderBy("a.am", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.am === null ? undefined : { ...opened(key, row), am: row.am };
}
