import type { Job, Timetable } from "../../../platform/jobs.ts";
import { inviteJob } from "./invite.ts";
import { forgetJob, remindJob } from "./remind.ts";

export const jobs: readonly Job[] = [inviteJob, remindJob, forgetJob];

/** Reminders in the morning, before anybody comes; forgetting at night. */
export const timetable: Timetable = [
  { cron: "40 4 * * 1-5", job: remindJob.name },
  { cron: "25 1 * * *", job: forgetJob.name },
];
