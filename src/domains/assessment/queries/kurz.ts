import { sql } from "../../../platform/db.ts";

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

/** What the last two assessments of a case `f` say, the later day first, beside the case; areas that were left out are missing. */
export const assessmentKurz = sql<AssessmentKurz>`(
  with letzte as (
    select a.kreis, a.id, a.am from kim.assessment a where a.kreis = f.kreis and a.fall_id = f.id order by a.am desc limit 2)
  select jsonb_build_object(
    'tage', coalesce((select jsonb_agg(l.am order by l.am desc) from letzte l), '[]'),
    'werte', coalesce((
      select jsonb_agg(jsonb_build_object('assessment', l.am, 'am', b.am, 'handlungsfeld', b.handlungsfeld, 'skala', b.skala)
        order by l.am desc)
      from letzte l join kim.lebensbereich b on b.kreis = l.kreis and b.assessment_id = l.id and b.am is not null), '[]'),
    'eingeschaetzt', exists (
      select from kim.assessment x join kim.lebensbereich y on y.kreis = x.kreis and y.assessment_id = x.id
      where x.kreis = f.kreis and x.fall_id = f.id and y.am is not null)))`;
