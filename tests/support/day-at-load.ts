import { today } from "../../src/platform/clock.ts";

/** What no file of the program may do: keep the day on which it was loaded. `tests/load-time.test.ts` has to hear it. */
export const DAY = today();
