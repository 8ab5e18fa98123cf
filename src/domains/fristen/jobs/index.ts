import { z } from "zod";
import { type Job, type Timetable, job } from "../../../platform/jobs.ts";
import { countAllAuslastung } from "../commands/count-auslastung.ts";
import { remindJob } from "./remind.ts";

const count = job("fristen.zaehlen", z.unknown(), countAllAuslastung);

export const jobs: readonly Job[] = [remindJob, count];

/** Reminders in the morning, before anybody comes; the load of a team all day. */
export const timetable: Timetable = [
  { cron: "30 4 * * 1-5", job: remindJob.name },
  { cron: "5,15,25,35,45,55 * * * *", job: count.name },
];
