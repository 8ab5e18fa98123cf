import type { Job } from "../../../platform/jobs.ts";
import { mailSchrittJob } from "./mail-schritt.ts";

export const jobs: readonly Job[] = [mailSchrittJob];
