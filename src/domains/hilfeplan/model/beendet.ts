import { ENDEN } from "../../faelle/model/phasen.ts";

/** Whether the case is over: its plan is read then, not written. */
export const istBeendet = ({ phase }: { readonly phase: string }): boolean => ENDEN.some((ende) => ende === phase);
