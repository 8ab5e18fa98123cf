import { jobs as auswertungJobs, timetable as auswertungTimetable } from "./domains/auswertung/jobs/index.ts";
import { jobs as dokumentJobs, timetable as dokumentTimetable } from "./domains/dokumente/jobs/index.ts";
import { jobs as copyJobs, timetable as copyTimetable } from "./domains/freigaben/jobs/index.ts";
import { jobs as fristJobs, timetable as fristTimetable } from "./domains/fristen/jobs/index.ts";
import { jobs as gremienJobs, timetable as gremienTimetable } from "./domains/gremien/jobs/index.ts";
import { jobs as lueckenJobs } from "./domains/luecken/jobs/index.ts";
import {
  atStart as atStartOfPersons,
  jobs as personJobs,
  timetable as personTimetable,
} from "./domains/personen/jobs/index.ts";
import {
  atStart as atStartOfLists,
  jobs as listJobs,
  timetable as listTimetable,
} from "./domains/uebernahme/jobs/index.ts";
import { jobs as zugangJobs, timetable as zugangTimetable } from "./domains/zugang/jobs/index.ts";
import {
  atStart as atStartOfFiles,
  jobs as fileJobs,
  timetable as fileTimetable,
} from "./domains/zustaendigkeit/jobs/index.ts";
import type { Job, Timetable } from "./platform/jobs.ts";

/** Everything that the worker does, and what of it runs by the clock. */
export const jobs: readonly Job[] = [
  ...zugangJobs,
  ...fristJobs,
  ...fileJobs,
  ...personJobs,
  ...listJobs,
  ...auswertungJobs,
  ...dokumentJobs,
  ...copyJobs,
  ...lueckenJobs,
  ...gremienJobs,
];
export const timetable: Timetable = [
  ...zugangTimetable,
  ...fristTimetable,
  ...fileTimetable,
  ...personTimetable,
  ...listTimetable,
  ...copyTimetable,
  ...auswertungTimetable,
  ...dokumentTimetable,
  ...gremienTimetable,
];

/** Names of jobs that a worker asks for once when it starts. */
export const atStart: readonly string[] = [...atStartOfPersons, ...atStartOfFiles, ...atStartOfLists];
