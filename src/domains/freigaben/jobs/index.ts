import { z } from "zod";
import { type Job, type Timetable, job } from "../../../platform/jobs.ts";
import { retentionJob } from "../../../platform/retention.ts";
import { endGiven } from "../commands/end-given.ts";
import { forgetExpired } from "../commands/forget-expired.ts";

const ONE = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), id: z.uuid() });

const forget = retentionJob("freigaben.ablaufen", forgetExpired);

export const jobs: readonly Job[] = [job("freigaben.abgeben", ONE, endGiven, { subject: ({ id }) => id }), forget];

/** Nobody reads a copy after its day, whether this ran or not; it takes the content away. */
export const timetable: Timetable = [{ cron: "17 * * * *", job: forget.name }];
