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
      from letzte l cross join lateral (
        select x.am, x.handlungsfeld, x.skala from kim.lebensbereich x
        where x.kreis = l.kreis and x.assessment_id = l.id and x.am is not null offset 0) b), '[]'),
    'eingeschaetzt', exists (
      select from kim.assessment x cross join lateral (
        select from kim.lebensbereich y where y.kreis = x.kreis and y.assessment_id = x.id and y.am is not null limit 1) y
      where x.kreis = f.kreis and x.fall_id = f.id)))`;
