import { z } from "zod";
import { type Job, type Timetable, job } from "../../../platform/jobs.ts";
import { renewTokens } from "../commands/renew-tokens.ts";
import { comparePersons } from "./compare-persons.ts";
import { giveRecords } from "./give-records.ts";

const GIVEN = z.object({
  kreis: z.string().regex(/^\d{5}(\d{3})?$/),
  id: z.uuid(),
  uebergabe: z.uuid().optional(),
});

const renew = job("personen.suche_erneuern", z.unknown(), renewTokens);
const compare = job("personen.vergleichen", z.unknown(), comparePersons);

export const jobs: readonly Job[] = [
  renew,
  compare,
  job("personen.trennen", GIVEN, giveRecords, { subject: ({ id }) => id }),
];

/** Whoever was recorded or changed is compared soon after. */
export const timetable: Timetable = [{ cron: "*/2 * * * *", job: compare.name }];

/** Run once whenever a worker starts. */
export const atStart: readonly string[] = [renew.name, compare.name];
