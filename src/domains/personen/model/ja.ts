import { z } from "zod";
import type { PersonName } from "./person.ts";

/**
 * The yes of a person to earlier contacts standing under her name. `benannt`: nothing was anonymous, she had said her name and it was
 * written down wrongly; whoever says so answers for it as for a yes.
 */
export const JA = {
  muendlich: "ja, mündlich",
  schriftlich: "ja, schriftlich",
  benannt: "war von Anfang an benannt",
} as const;
export type Ja = keyof typeof JA;
const JA_ART = ["muendlich", "schriftlich", "benannt"] as const satisfies readonly Ja[];

/** The question of every form that can join something. */
export const JA_FRAGE = "Ist die Person einverstanden?";
export const JA_WAHL = JA_ART.map((value) => ({ value, label: JA[value] }));

/** Asked on other forms only where it matters; whether it had to be answered the command knows. */
export const jaFeld = z.enum(JA_ART).optional();
/** Only a yes that she gave: nothing else joins what was anonymous. */
export const gegebenesJa = (missing: string) => z.enum(["muendlich", "schriftlich"], missing);

/** Whether only one part of a name is known: a pseudonym, or a name of which the rest was not said. */
export const nurTeil = ({ vorname, nachname }: PersonName): boolean => (vorname === "") !== (nachname === "");

/** Whether somebody who stood under a part of a name would stand under a whole one. */
export const wirdBenannt = (before: PersonName, now: PersonName): boolean => nurTeil(before) && !nurTeil(now);
