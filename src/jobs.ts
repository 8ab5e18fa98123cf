import { jobs as auswertungJobs, timetable as auswertungTimetable } from "./domains/auswertung/index.ts";
import { atStart as atStartOfLists, jobs as listJobs, timetable as listTimetable } from "./domains/uebernahme/index.ts";
import { jobs as zugangJobs, timetable as zugangTimetable } from "./domains/zugang/index.ts";
import type { Job, Timetable } from "./platform/jobs.ts";

/** Everything that the worker does, and what of it runs by the clock. */
export const jobs: readonly Job[] = [...zugangJobs, ...listJobs, ...auswertungJobs];
export const timetable: Timetable = [...zugangTimetable, ...listTimetable, ...auswertungTimetable];

/** Names of jobs that a worker asks for once when it starts. */
export const atStart: readonly string[] = [...atStartOfLists];
