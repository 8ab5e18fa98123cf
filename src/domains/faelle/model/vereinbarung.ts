import { z } from "zod";
import { id, line, optionalDay, optionalId, optionalLine } from "../../../platform/fields.ts";
import { MOST_STEP, type Wer } from "../../hilfeplan/model/plan.ts";

const MOST_WHO = 120;
const MOST_WHAT = 500;

/** Who does what by when. */
export const VereinbarungEingabe = z.object({
  besprechung: optionalId(),
  wer: line(MOST_WHO, "Schreiben Sie, wer es tut."),
  was: line(MOST_WHAT, "Schreiben Sie, was zu tun ist."),
  bis: optionalDay("Geben Sie an, bis wann es getan ist.", "ahead"),
});
export type VereinbarungEingabe = z.output<typeof VereinbarungEingabe>;

export const STAND = { offen: "offen", erledigt: "erledigt", entfallen: "entfallen", im_plan: "im Hilfeplan" } as const;
export const STAENDE = ["offen", "erledigt", "entfallen", "im_plan"] as const satisfies readonly (keyof typeof STAND)[];

/** An open item as a step of the plan: of which goal, and who does it in the words of the plan. */
export const PunktAlsSchritt = z.object({
  ziel: id("Wählen Sie, zu welchem Ziel der Schritt gehört."),
  was: line(MOST_STEP, "Schreiben Sie, was zu tun ist."),
  wer: z.enum(["person", "beratung", "beide", "andere"], "Wählen Sie, wer es tut."),
  name: optionalLine(MOST_WHO),
  bis: optionalDay("Geben Sie an, bis wann es getan ist.", "ahead"),
});
export type PunktAlsSchritt = z.output<typeof PunktAlsSchritt>;

const WORTE: readonly (readonly [Wer, RegExp])[] = [
  ["beratung", /^(?:case management|cm|ich|beratung)$/iu],
  ["beide", /^(?:beide|wir|gemeinsam|beide gemeinsam)$/iu],
  ["person", /^(?:die person|person|klientin|klient)$/iu],
];

/** Who does it, as far as the words of an item tell; else somebody else, by that name. */
export const werAus = (typed: string, person: string): Wer => {
  const said = typed.trim();
  if (said === person) return "person";
  return WORTE.find(([, words]) => words.test(said))?.[0] ?? "andere";
};

/** An open item of a case, or one that was. Days are ISO. */
export type Vereinbarung = {
  readonly id: string;
  readonly besprechungId: string | null;
  readonly am: string;
  readonly wer: string;
  readonly was: string;
  readonly bis: string | null;
  readonly stand: keyof typeof STAND;
  readonly standAm: string;
  readonly version: number;
};
