import { z } from "zod";
import { type Job, type Timetable, job } from "../../../platform/jobs.ts";
import { carryOut } from "../commands/carry-out.ts";
import { countAllOpenWork } from "../commands/count-open-work.ts";
import { remindJob } from "./remind.ts";

const ONE = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), id: z.uuid() });

const count = job("zustaendigkeit.zaehlen", z.unknown(), countAllOpenWork);

export const jobs: readonly Job[] = [
  job("zustaendigkeit.uebergeben", ONE, carryOut, { subject: ({ id }) => id }),
  count,
  remindJob,
];

/** A role ends on its day without anybody doing anything. Reminders in the morning, before anybody comes. */
export const timetable: Timetable = [
  { cron: "*/10 * * * *", job: count.name },
  { cron: "35 4 * * 1-5", job: remindJob.name },
];

/** Run once whenever a worker starts. */
export const atStart: readonly string[] = [count.name];
