import { parseCronItems } from "graphile-worker";
import { expect, test } from "vitest";
import { jobs, timetable } from "../src/jobs.ts";

// The worker reads its timetable when it starts; what it cannot read stops the whole program.
test.each(timetable)("$job runs at a time that the worker can read, and is one of its jobs", ({ cron, job }) => {
  expect(parseCronItems([{ match: cron, task: job }])).toHaveLength(1);
  expect(jobs.map(({ name }) => name)).toContain(job);
});
