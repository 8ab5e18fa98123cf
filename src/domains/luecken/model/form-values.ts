import type { Values } from "../../../platform/form.ts";
import type { NeueLuecke } from "./luecke.ts";

const one = (value: string | null): string[] => [value ?? ""];
const box = (yes: boolean): string[] => (yes ? ["ja"] : []);

/** A report as its form was filled in, so that it can be gone on with. */
export const typedAgain = (e: NeueLuecke): Values => ({
  handlungsfeld: [e.handlungsfeld],
  satz: [e.satz],
  rechtskreis: one(e.rechtskreis),
  kommunen: e.kommunen,
  personen: one(e.personen === null ? null : String(e.personen)),
  seit: one(e.seit),
  beispiel: one(e.beispiel),
  mail: box(e.mail),
  kein_name: box(e.kein_name),
  fall: one(e.fall),
  beratung: one(e.beratung),
});
