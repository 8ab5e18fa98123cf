import { z } from "zod";
import { id } from "../../../platform/fields.ts";
import { MELDUNGEN } from "./lieferung.ts";
import { spanne, unbrauchbar } from "./zeitraum.ts";

export const MONAT = /^20\d\d-(0[1-9]|1[0-2])$/;
const monat = (missing: string) => z.string(missing).regex(MONAT, missing);

/** A report about months of a Träger; `keine` takes reports back. */
export const LieferungEingabe = z
  .object({
    traeger: id("Wählen Sie den Träger."),
    von: monat("Wählen Sie den ersten Monat."),
    bis: monat("Wählen Sie den letzten Monat."),
    stand: z.enum([...MELDUNGEN, "keine"], "Wählen Sie, was Sie melden."),
  })
  .superRefine(({ von, bis }, ctx) => {
    const wrong = unbrauchbar(spanne(von, bis));
    if (wrong !== undefined) ctx.addIssue({ code: "custom", path: ["bis"], message: wrong });
  });
export type LieferungEingabe = z.output<typeof LieferungEingabe>;
