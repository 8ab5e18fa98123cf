import { z } from "zod";
import { day } from "../../../platform/fields.ts";
import { STAND } from "../../einbuergerung/model/stand.ts";

export { STAENDE as EBH_STAENDE, STAND as EBH_STAND, type Stand as EbhStand } from "../../einbuergerung/model/stand.ts";

/** How far an authority is, as it says itself; it may put right what it said. */
export const EbhEingabe = z.object({
  stand: z.enum(STAND, "Wählen Sie, wie weit es ist."),
  seit: day("Geben Sie an, seit wann.", "back"),
});
export type EbhEingabe = z.output<typeof EbhEingabe>;
