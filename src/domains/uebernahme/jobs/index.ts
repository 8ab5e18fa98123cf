import { z } from "zod";
import { type Job, type Timetable, job } from "../../../platform/jobs.ts";
import { retentionJob } from "../../../platform/retention.ts";
import { forgetLists } from "../commands/forget-lists.ts";
import { giveUpReading, giveUpTaking, giveUpTakingBack } from "../commands/give-up.ts";
import { readList } from "../commands/read-list.ts";
import { recount } from "../commands/recount.ts";
import { resumeLists } from "../commands/resume-lists.ts";
import { takeBack } from "../commands/take-back.ts";
import { takeOver } from "../commands/take-over-list.ts";
import { fortschrittIn } from "../rows/fortschritt.ts";

/** What jobs about one list or word get. */
const ONE = z.object({ kreis: z.string().regex(/^\d{5}(\d{3})?$/), id: z.uuid() });

const forget = retentionJob("uebernahme.vergessen", forgetLists);
const resume = job("uebernahme.fortsetzen", z.unknown(), resumeLists);

const MINUTE_MS = 60_000;
const subject = ({ id }: z.output<typeof ONE>) => id;
/** Reading waits for its turn besides its own deadline (`GRENZEN.fristMs`); taking over is one long transaction. */
const READING_MS = 15 * MINUTE_MS;
const TAKING_MS = 60 * MINUTE_MS;

export const jobs: readonly Job[] = [
  job("uebernahme.lesen", ONE, (id, signal) => readList(id, fortschrittIn(id, signal)), {
    subject,
    giveUp: giveUpReading,
    deadlineMs: READING_MS,
  }),
  job("uebernahme.uebernehmen", ONE, (id, signal) => takeOver(id, fortschrittIn(id, signal)), {
    subject,
    giveUp: giveUpTaking,
    deadlineMs: TAKING_MS,
  }),
  job("uebernahme.zuruecknehmen", ONE, (id, signal) => takeBack(id, fortschrittIn(id, signal)), {
    subject,
    giveUp: giveUpTakingBack,
    deadlineMs: TAKING_MS,
  }),
  job("uebernahme.wort", ONE, recount, { subject, deadlineMs: TAKING_MS }),
  forget,
  resume,
];

/** At night, when nobody waits for the database. */
export const timetable: Timetable = [{ cron: "37 1 * * *", job: forget.name }];

/** Run once whenever a worker starts. */
export const atStart: readonly string[] = [resume.name];
