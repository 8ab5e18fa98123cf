import { z } from "zod";
import { type Job, type Timetable, job } from "../../../platform/jobs.ts";
import { carryOut } from "../commands/carry-out.ts";
import { countAllOpenWork } from "../commands/count-open-work.ts";

const ONE = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), id: z.uuid() });

const count = job("zustaendigkeit.zaehlen", z.unknown(), countAllOpenWork);

export const jobs: readonly Job[] = [
  job("zustaendigkeit.uebergeben", ONE, carryOut, { subject: ({ id }) => id }),
  count,
];

/** A role ends on its day without anybody doing anything. */
export const timetable: Timetable = [{ cron: "*/10 * * * *", job: count.name }];

/** Run once whenever a worker starts. */
export const atStart: readonly string[] = [count.name];
