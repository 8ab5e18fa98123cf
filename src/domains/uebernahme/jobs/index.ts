import type { Job, Timetable } from "../../../platform/jobs.ts";
import { fortsetzenJob, vergessenJob } from "./aufraeumen.ts";
import { lesenJob } from "./lesen.ts";
import { uebernehmenJob } from "./uebernehmen.ts";
import { wortJob } from "./wort.ts";
import { zuruecknehmenJob } from "./zuruecknehmen.ts";

export const jobs: readonly Job[] = [lesenJob, uebernehmenJob, zuruecknehmenJob, wortJob, vergessenJob, fortsetzenJob];

/** At night, when nobody waits for the database. */
export const timetable: Timetable = [{ cron: "37 1 * * *", job: vergessenJob.name }];

/** Run once whenever a worker starts. */
export const atStart: readonly string[] = [fortsetzenJob.name];
