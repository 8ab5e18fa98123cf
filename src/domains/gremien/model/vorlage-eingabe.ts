import { z } from "zod";
import {
  line,
  optional,
  optionalCode,
  optionalDay,
  optionalId,
  optionalLine,
  text,
  yes,
} from "../../../platform/fields.ts";
import { MOST_TITEL } from "./eingabe.ts";

const part = (max: number) => optional(text(max));
export const VorlageEingabe = z.object({
  titel: line(MOST_TITEL, "Geben Sie der Vorlage einen Titel."),
  problem: part(4000),
  haeufigkeit: part(2000),
  orte: part(2000),
  aemter: part(2000),
  moeglichkeiten: part(4000),
  vorschlag: part(2000),
  zahlen_von: optionalDay("Geben Sie den ersten Tag eines Monats an.", "back"),
  zahlen_bis: optionalDay("Geben Sie den letzten Tag eines Monats an.", "back"),
  /** Only of one without a gap; one of a gap has its. */
  handlungsfeld: optionalCode(),
  kein_name: yes,
});
export type VorlageEingabe = z.output<typeof VorlageEingabe>;

/** A new Vorlage: of a gap, or free with a title and what its figures are about. */
export const NeueVorlage = z
  .object({
    luecke: optionalId("Beginnen Sie auf der Seite der Lücke."),
    titel: optionalLine(MOST_TITEL),
    handlungsfeld: optionalCode(),
    kein_name: yes,
  })
  .refine(({ luecke, titel }) => luecke !== null || titel !== null, {
    path: ["titel"],
    message: "Geben Sie der Vorlage einen Titel.",
  });
