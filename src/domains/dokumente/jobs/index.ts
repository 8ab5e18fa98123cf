import type { Job, Timetable } from "../../../platform/jobs.ts";
import { retentionJob } from "../../../platform/retention.ts";
import { forgetDokumente } from "../commands/forget-dokumente.ts";

const forget = retentionJob("dokumente.vergessen", forgetDokumente);

export const jobs: readonly Job[] = [forget];

/** At night, when nobody waits for the database. */
export const timetable: Timetable = [{ cron: "52 1 * * *", job: forget.name }];
