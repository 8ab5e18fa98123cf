import { z } from "zod";
import { code, confirmed, day, optionalDay, optionalId, optionalLine, text, line } from "../../../platform/fields.ts";

/** Who does a step. */
export const WER = {
  person: "die Person",
  beratung: "Case Management",
  beide: "beide gemeinsam",
  andere: "jemand anderes",
} as const;
export type Wer = keyof typeof WER;

/** What became of a step. */
export const STAND = { offen: "offen", erledigt: "erledigt", entfaellt: "entfällt" } as const;
export type Stand = keyof typeof STAND;

/** How the person agreed. */
export const ZUSTIMMUNG = { unterschrieben: "hat unterschrieben", muendlich: "hat mündlich zugestimmt" } as const;
export type Zustimmung = keyof typeof ZUSTIMMUNG;

export type PlanSchritt = {
  /** The same through all versions. */
  readonly faden: string;
  readonly was: string;
  readonly wer: Wer;
  readonly werName: string | null;
  readonly bis: string | null;
};

export type PlanZiel = {
  readonly id: string;
  readonly faden: string;
  readonly handlungsfeld: string;
  readonly ziel: string;
  readonly version: number;
  readonly schritte: readonly PlanSchritt[];
};

/** A version of the plan without what stands in it. Days are ISO. */
export type PlanKopf = {
  readonly id: string;
  readonly fassung: number;
  readonly ueberpruefungAm: string | null;
  /** null while it is a draft. */
  readonly vereinbartAm: string | null;
  readonly zustimmung: Zustimmung | null;
  readonly version: number;
};

export type Plan = PlanKopf & { readonly bemerkung: string | null; readonly ziele: readonly PlanZiel[] };

/** How far a step is: the last that was said of it, by whom and on which day. */
export type StandZeile = { readonly stand: Stand; readonly am: string; readonly folge: number };

const MOST_GOAL = 600;
export const MOST_STEP = 300;
const MOST_NAME = 120;
const MOST_REMARK = 1000;

/** So many steps a goal has at most: more is no plan that somebody can keep in mind. */
export const SCHRITTE = Array.from({ length: 8 }, (_, i) => i + 1);

const BIS = "Geben Sie an, bis wann, oder lassen Sie das Feld leer.";

const zeile = {
  faden: optionalId(),
  was: optionalLine(MOST_STEP),
  wer: z.enum(["person", "beratung", "beide", "andere"]).default("person"),
  name: optionalLine(MOST_NAME),
  bis: optionalDay(BIS),
};

const numbered = Object.fromEntries(
  SCHRITTE.flatMap((n) => Object.entries(zeile).map(([name, field]) => [`${name}_${n}`, field] as const)),
);

/** A goal with its steps, a line of fields each. */
export const ZielEingabe = z.object({
  ...numbered,
  ziel: line(MOST_GOAL, "Schreiben Sie das Ziel auf, am besten in den Worten der Person."),
  handlungsfeld: code("Wählen Sie, worum es bei dem Ziel geht."),
});
export type ZielEingabe = z.output<typeof ZielEingabe>;

/** What a version says beside its goals. */
export const EntwurfEingabe = z.object({
  ueberpruefung_am: optionalDay("Geben Sie den Tag an, an dem Sie wieder auf den Plan schauen."),
  bemerkung: optionalLine(MOST_REMARK),
});
export type EntwurfEingabe = z.output<typeof EntwurfEingabe>;

export const Vereinbarung = z.object({
  am: day("Geben Sie den Tag an, an dem Sie den Plan vereinbart haben.", "back"),
  zustimmung: z.enum(["unterschrieben", "muendlich"], "Wählen Sie, wie die Person zugestimmt hat."),
  person: confirmed("Ohne die Zustimmung der Person gilt der Plan nicht."),
  beratung: confirmed("Ohne Ihre Zustimmung gilt der Plan nicht."),
});
export type Vereinbarung = z.output<typeof Vereinbarung>;

const rows = z.array(text(20));

/** What became of the steps on a day: a field `stand_<faden>` each. */
export const StaendeEingabe = z.object({ am: day("Geben Sie an, an welchem Tag das so war.", "back") }).catchall(rows);
export type StaendeEingabe = z.output<typeof StaendeEingabe>;
