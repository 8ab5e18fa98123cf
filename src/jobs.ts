import { jobs as auswertungJobs, timetable as auswertungTimetable } from "./domains/auswertung/index.ts";
import { jobs as zugangJobs, timetable as zugangTimetable } from "./domains/zugang/index.ts";
import type { Job, Timetable } from "./platform/jobs.ts";

/** Everything that the worker does, and what of it runs by the clock. */
export const jobs: readonly Job[] = [...zugangJobs, ...auswertungJobs];
export const timetable: Timetable = [...zugangTimetable, ...auswertungTimetable];
