import type { Job } from "../../../platform/jobs.ts";
import { countOnceJob } from "./count-once.ts";
import { mailSchrittJob } from "./mail-schritt.ts";
import { tellGroupJob } from "./tell-group.ts";

export const jobs: readonly Job[] = [mailSchrittJob, tellGroupJob, countOnceJob];
