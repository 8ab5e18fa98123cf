import { jobs as zugangJobs, timetable as zugangTimetable } from "./domains/zugang/index.ts";
import type { Job, Timetable } from "./platform/jobs.ts";

/** Everything that the worker does, and what of it runs by the clock. */
export const jobs: readonly Job[] = [...zugangJobs];
export const timetable: Timetable = [...zugangTimetable];
