import { z } from "zod";
import { code, day, line, optional, optionalDay, optionalLine, yes } from "../../../platform/fields.ts";
import { IN_ORDER, inOrder } from "../../../platform/span.ts";

/** How close somebody is, the closest first. */
export const STAERKE = { "3": "eng", "2": "mittel", "1": "lose" } as const;
export type Staerke = 1 | 2 | 3;

/** Who gives to whom. */
export const RICHTUNG = {
  gegenseitig: "gegenseitig",
  zur_person: "hilft der Person",
  von_person: "die Person hilft",
} as const;
export type Richtung = keyof typeof RICHTUNG;

/** As many as fit on a map that still says something. */
export const HOECHSTENS = 40;

const MOST_NAME = 120;
const MOST_NOTE = 500;

const VERBINDUNG = {
  name: line(MOST_NAME, "Schreiben Sie, wer es ist: ein Name, ein Amt, eine Stelle."),
  art: code("Wählen Sie, wer oder was es ist."),
  staerke: z
    .enum(["3", "2", "1"], "Wählen Sie, wie eng die Verbindung ist.")
    .transform((s): Staerke => (s === "3" ? 3 : s === "2" ? 2 : 1)),
  richtung: z.enum(["gegenseitig", "zur_person", "von_person"], "Wählen Sie, wer wem hilft."),
  belastet: yes,
  notiz: optionalLine(MOST_NOTE),
  von: day("Geben Sie an, ab wann es so ist.", "back"),
};

/** Somebody new on the map, or a new state of somebody from a day on. */
export const NeueVerbindung = z.object({
  ...VERBINDUNG,
  /** To go on with somebody else. */
  weiter: optional(z.literal("naechste")),
});
export type NeueVerbindung = z.output<typeof NeueVerbindung>;

/** What was written down about a connection, put right; with its last day. */
export const VerbindungEingabe = z
  .object({ ...VERBINDUNG, bis: optionalDay("Geben Sie den letzten Tag an, oder lassen Sie das Feld leer.", "back") })
  .refine(inOrder, IN_ORDER);
export type VerbindungEingabe = z.output<typeof VerbindungEingabe>;

/** Somebody or an office on the map. Days are ISO. */
export type Verbindung = {
  readonly id: string;
  readonly fallId: string;
  readonly name: string;
  readonly art: string;
  readonly staerke: Staerke;
  readonly richtung: Richtung;
  readonly belastet: boolean;
  readonly notiz: string | null;
  readonly von: string;
  readonly bis: string | null;
  readonly version: number;
};

/** The days on which the map began to look different, the last first; not those that have not come. */
export const staende = (
  verbindungen: readonly { von: string; bis: string | null }[],
  danach: (day: string) => string,
  heute: string,
): string[] =>
  [...new Set(verbindungen.flatMap(({ von, bis }) => [von, ...(bis === null ? [] : [danach(bis)])]))]
    .filter((day) => day <= heute)
    .toSorted((a, b) => b.localeCompare(a));
