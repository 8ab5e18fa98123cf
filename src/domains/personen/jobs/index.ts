import { z } from "zod";
import { type Job, job } from "../../../platform/jobs.ts";
import { renewTokens } from "../commands/renew-tokens.ts";

const renew = job("personen.suche_erneuern", z.unknown(), renewTokens);

export const jobs: readonly Job[] = [renew];

/** Run once whenever a worker starts. */
export const atStart: readonly string[] = [renew.name];
