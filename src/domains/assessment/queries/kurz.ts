import { type Tx, sql } from "../../../platform/db.ts";

/** What one area said in one assessment, without its texts. */
export type Kurzwert = {
  readonly handlungsfeld: string;
  /** The day of the assessment, ISO. */
  readonly assessment: string;
  readonly am: string;
  readonly skala: number | null;
};

/** The last assessment of a case and the one before, as codes: what its page says of them. Nothing is opened. */
export type AssessmentKurz = {
  readonly tage: readonly string[];
  readonly werte: readonly Kurzwert[];
  /** Whether any area was ever assessed, in these two or an earlier one. */
  readonly eingeschaetzt: boolean;
};

const LAST = 2;

/** Whether any area of the case was ever assessed; asked beside each row, answered once. */
const jemals = (fallId: string) => sql<boolean>`exists (
  select from kim.assessment x join kim.lebensbereich y on y.kreis = x.kreis and y.assessment_id = x.id
  where x.fall_id = ${fallId}::uuid and y.am is not null)`;

/** What the last two assessments of a case say, the later day first; areas that were left out are missing. */
export async function assessmentKurz(tx: Tx, fallId: string): Promise<AssessmentKurz> {
  const rows = await tx
    .with("letzte", (q) =>
      q
        .selectFrom("kim.assessment")
        .select(["kreis", "id", "am"])
        .where("fall_id", "=", fallId)
        .orderBy("am", "desc")
        .limit(LAST),
    )
    .selectFrom("letzte as a")
    .leftJoin("kim.lebensbereich as b", (on) =>
      on.onRef("b.kreis", "=", "a.kreis").onRef("b.assessment_id", "=", "a.id").on("b.am", "is not", null),
    )
    .select(["a.am as assessment", "b.am", "b.handlungsfeld", "b.skala", jemals(fallId).as("jemals")])
    .orderBy("a.am", "desc")
    .execute();
  return {
    eingeschaetzt: rows[0]?.jemals ?? false,
    tage: [...new Set(rows.map((row) => row.assessment))],
    werte: rows.flatMap(({ assessment, am, handlungsfeld, skala }) =>
      am === null || handlungsfeld === null ? [] : [{ assessment, am, handlungsfeld, skala }],
    ),
  };
}
