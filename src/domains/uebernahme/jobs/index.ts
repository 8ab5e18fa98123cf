import { z } from "zod";
import { type Job, type Timetable, job } from "../../../platform/jobs.ts";
import { forgetLists } from "../commands/forget-lists.ts";
import { readList } from "../commands/read-list.ts";
import { recount } from "../commands/recount.ts";
import { resumeLists } from "../commands/resume-lists.ts";
import { takeBack } from "../commands/take-back.ts";
import { takeOver } from "../commands/take-over-list.ts";

/** What jobs about one list or word get. */
const ONE = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), id: z.uuid() });

const forget = job("uebernahme.vergessen", z.unknown(), () => forgetLists());
const resume = job("uebernahme.fortsetzen", z.unknown(), resumeLists);

export const jobs: readonly Job[] = [
  job("uebernahme.lesen", ONE, (id) => readList(id)),
  job("uebernahme.uebernehmen", ONE, (id) => takeOver(id)),
  job("uebernahme.zuruecknehmen", ONE, (id) => takeBack(id)),
  job("uebernahme.wort", ONE, recount),
  forget,
  resume,
];

/** At night, when nobody waits for the database. */
export const timetable: Timetable = [{ cron: "37 1 * * *", job: forget.name }];

/** Run once whenever a worker starts. */
export const atStart: readonly string[] = [resume.name];
