import { z } from "zod";
import { day, optionalDay, optionalLine, text } from "../../../platform/fields.ts";
import { Refused } from "../../../platform/form.ts";

/**
 * Five steps, from -2 to 2: the scale of Goal Attainment Scaling (Kiresuk and Sherman 1968), in words that fit any goal.
 */
export const ERREICHUNG = [
  { wert: -2, name: "deutlich weniger als erwartet" },
  { wert: -1, name: "weniger als erwartet" },
  { wert: 0, name: "wie erwartet" },
  { wert: 1, name: "mehr als erwartet" },
  { wert: 2, name: "deutlich mehr als erwartet" },
] as const;

export const erreichungWort = (wert: number): string => ERREICHUNG.find((one) => one.wert === wert)?.name ?? "";

export type Anlass = "ueberpruefung" | "abschluss";
export const ANLASS: Readonly<Record<Anlass, string>> = { ueberpruefung: "Überprüfung", abschluss: "Abschluss" };

/** A day on which both looked back, with what was reached of each goal, by its `faden`. */
export type Bewertung = {
  readonly id: string;
  readonly anlass: Anlass;
  readonly am: string;
  readonly naechsteAm: string | null;
  readonly bemerkung: string | null;
  readonly werte: ReadonlyMap<string, number>;
};

/** The field that asks how far a goal was reached. */
export const wertField = (faden: string): string => `wert_${faden}`;

/** A review: on which day, when the next one is, and for each goal a field `wert_<faden>`. */
export const UeberpruefungEingabe = z
  .object({
    am: day("Geben Sie an, wann Sie zurückgeschaut haben.", "back"),
    naechste_am: optionalDay("Geben Sie an, wann Sie wieder auf den Plan schauen."),
    bemerkung: optionalLine(1000),
  })
  .catchall(z.array(text(20)));
export type UeberpruefungEingabe = z.output<typeof UeberpruefungEingabe>;

/** What is chosen at the end of a case for a goal of which nobody can tell, as after a lost contact. It counts nowhere. */
export const UNKLAR = { value: "unklar", label: "lässt sich nicht sagen" } as const;

/**
 * What was chosen for each goal. At the end of a case a goal may be left out by saying so.
 * @throws Refused at the first goal without
 */
export function werteIn(
  sent: Readonly<Record<string, unknown>>,
  faeden: readonly string[],
  anlass: Anlass,
): Map<string, number> {
  return new Map(
    faeden.flatMap((faden): [string, number][] => {
      const value = sent[wertField(faden)];
      const typed: unknown = Array.isArray(value) ? value[0] : value;
      if (anlass === "abschluss" && typed === UNKLAR.value) return [];
      const found = ERREICHUNG.find(({ wert }) => String(wert) === typed);
      if (found === undefined) throw new Refused("Wählen Sie, wie weit das Ziel erreicht ist.", wertField(faden));
      return [[faden, found.wert]];
    }),
  );
}

/** When both look at the plan again: what the last review said, else the day of the plan while it is still to come. */
export function naechsteUeberpruefung(
  plan: { readonly ueberpruefungAm: string | null; readonly vereinbartAm: string | null } | undefined,
  [last]: readonly Bewertung[],
): string | null {
  const geplant = plan?.ueberpruefungAm ?? null;
  if (last === undefined || last.am < (plan?.vereinbartAm ?? "")) return geplant;
  return last.naechsteAm ?? (geplant !== null && geplant > last.am ? geplant : null);
}
