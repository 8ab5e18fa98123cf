import { MIT_EINWILLIGUNG, PHASE, PHASEN, type Phase } from "../../faelle/model/phasen.ts";

/** Why nothing may be written down in this phase, in a sentence; undefined where it may. Without consent there is no assessment. */
export function hindernis(phase: Phase): string | undefined {
  if (MIT_EINWILLIGUNG.some((one) => one === phase)) return undefined;
  return phase === "anfrage" || phase === "klaerung" || phase === "einwilligung"
    ? "Ein Assessment braucht die Einwilligung. Bringen Sie den Fall zuerst in die Phase „Assessment“."
    : `Der Fall ist beendet („${PHASEN[phase]}“). Nehmen Sie ihn wieder auf, um weiterzuschreiben.`;
}

export type { Phase };

/** A stored phase; undefined where this program does not know it. */
export const phaseIn = (stored: string | undefined): Phase | undefined => PHASE.find((one) => one === stored);
