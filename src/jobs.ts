import { jobs as auswertungJobs, timetable as auswertungTimetable } from "./domains/auswertung/jobs/index.ts";
import { atStart as atStartOfPersons, jobs as personJobs } from "./domains/personen/jobs/index.ts";
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
export const jobs: readonly Job[] = [...zugangJobs, ...fileJobs, ...personJobs, ...listJobs, ...auswertungJobs];
export const timetable: Timetable = [...zugangTimetable, ...fileTimetable, ...listTimetable, ...auswertungTimetable];

/** Names of jobs that a worker asks for once when it starts. */
export const atStart: readonly string[] = [...atStartOfPersons, ...atStartOfFiles, ...atStartOfLists];
