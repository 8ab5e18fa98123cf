import { z } from "zod";
import { type Job, type Timetable, job } from "../../../platform/jobs.ts";
import { kreise } from "../../../platform/kreise.ts";
import { checkFigures } from "../commands/check-figures.ts";
import { countFigures } from "../commands/count-figures.ts";
import { COUNT } from "../commands/request-count.ts";

/** By the clock for every Kreis; asked for by name for one. */
const Wish = z.object({ kreis: z.string().optional() });

const HOUR_MS = 3_600_000;

/** One Kreis after the other. */
const each = (name: string, work: (kreis: string) => Promise<unknown>): Job =>
  job(
    name,
    Wish,
    async ({ kreis }) => {
      for (const one of kreis === undefined ? await kreise() : [kreis]) await work(one);
    },
    { subject: ({ kreis }) => kreis ?? "", deadlineMs: HOUR_MS },
  );

const checkJob = each("auswertung.pruefen", checkFigures);

export const jobs: readonly Job[] = [each(COUNT, countFigures), checkJob];
export const timetable: Timetable = [
  { cron: "* * * * *", job: COUNT },
  { cron: "43 1 * * *", job: checkJob.name },
];
