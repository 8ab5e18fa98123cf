import { z } from "zod";
import { code, day, line, optionalDay, optionalLine } from "../../../platform/fields.ts";
import { STAND } from "./stand.ts";

const MOST_TEXT = 1000;

/** A naturalisation begins with its Vor-Check. */
export const NeueEinbuergerung = z.object({
  perspektive: code("Wählen Sie, nach welchem Paragrafen."),
  ebh: line(100, "Wählen Sie die Einbürgerungsbehörde."),
  am: day("Geben Sie an, seit wann.", "back"),
  nachfragen_am: optionalDay("Geben Sie an, wann Sie nachfragen.", "ahead"),
  notiz: optionalLine(MOST_TEXT),
});
export type NeueEinbuergerung = z.output<typeof NeueEinbuergerung>;

/** The next step. `bis`: of a promise its last day. */
export const SchrittEingabe = z
  .object({
    nach: z.enum(STAND, "Wählen Sie, was geschehen ist."),
    am: day("Geben Sie den Tag an.", "back"),
    bis: optionalDay("Geben Sie an, bis wann die Zusicherung gilt.", "ahead"),
    nachfragen_am: optionalDay("Geben Sie an, wann Sie nachfragen.", "ahead"),
    notiz: optionalLine(MOST_TEXT),
  })
  .refine(({ nach, bis }) => nach !== "zusicherung" || bis !== null, {
    path: ["bis"],
    error: "Geben Sie an, bis wann die Zusicherung gilt. Es steht im Schreiben der Behörde.",
  })
  .refine(({ nach, bis }) => nach === "zusicherung" || bis === null, {
    path: ["bis"],
    error: "Einen letzten Tag hat nur eine Zusicherung.",
  })
  .refine(({ am, bis }) => bis === null || bis >= am, {
    path: ["bis"],
    error: "Der letzte Tag liegt vor der Zusicherung.",
  });
export type SchrittEingabe = z.output<typeof SchrittEingabe>;
