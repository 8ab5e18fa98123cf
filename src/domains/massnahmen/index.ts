/** The door of the room: what other rooms may call. README.md says what a measure is here. */
export { addArbeit, finishArbeit } from "./commands/set-arbeit.ts";
export { addIndikator } from "./commands/set-indikator.ts";
export { addMassnahme } from "./commands/add-massnahme.ts";
export { addMesswert } from "./commands/add-messwert.ts";
export { addPrueftag, finishPrueftag } from "./commands/set-prueftag.ts";
export { changeMassnahme } from "./commands/change-massnahme.ts";
export { checkWirkung } from "./commands/check-wirkung.ts";
export { moveMassnahme } from "./commands/move-massnahme.ts";
export {
  ArbeitEingabe,
  BefundEingabe,
  IndikatorEingabe,
  MassnahmeEingabe,
  MesswertEingabe,
  PrueftagEingabe,
  SchrittEingabe,
} from "./model/massnahme.ts";
export { WirkungEingabe } from "./model/wirkung.ts";
export { massnahmenTag } from "./queries/tag.ts";
export { type AusBeschluss, ausBeschluessen, massnahmenBericht } from "./queries/bericht.ts";
