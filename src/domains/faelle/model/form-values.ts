import type { Values } from "../../../platform/form.ts";
import type { Fall } from "../queries/faelle.ts";

const one = (value: string | null): string[] => (value === null ? [] : [value]);

/** A stored case as its form would be filled with it. */
export const fallValues = (fall: Fall): Values => ({
  begonnen: [fall.begonnen],
  zugangsweg: one(fall.zugangsweg),
  dringlichkeit: [fall.dringlichkeit],
  anliegen: one(fall.anliegen),
  weiteres: one(fall.weiteres),
  weiteres_wer: one(fall.weiteresWer),
  weiteres_seit: one(fall.weiteresSeit),
});
