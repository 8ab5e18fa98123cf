import { optionOf } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { Option } from "../../../ui/index.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";

/** The reasons for a vacancy that can be chosen today, and `kept`. */
export const grundOptions = async (tx: Tx, kept: readonly string[] = []): Promise<Option[]> =>
  kodesAm((await codelisten(tx)).vakanzgrund, today(), kept).map(optionOf);
