import type { Job, Timetable } from "../../../platform/jobs.ts";
import { cleanUpJob } from "./clean-up.ts";
import { mailInvitationJob } from "./mail-invitation.ts";

export const jobs: readonly Job[] = [mailInvitationJob, cleanUpJob];

/** At night, when nobody waits for the database. */
export const timetable: Timetable = [{ cron: "17 1 * * *", job: cleanUpJob.name }];
