import { type Genannt, type Klein, genanntText, istKlein } from "../../luecken/model/gewicht.ts";
import { anzahl } from "../../../platform/words.ts";
import type { Anteil } from "./rekonstruktion.ts";

export type Gezaehlt = { readonly faelle: Genannt; readonly traeger: number };

/** Few cases of others are not told, as with gaps: one case from a small Kommune is a person. */
export function gezaehlt(
  anteile: readonly Anteil[],
  { traegerId, ab }: { readonly traegerId: string; readonly ab: number },
): Gezaehlt {
  const n = anteile.length;
  const own = anteile.every((one) => one.traegerId === traegerId);
  const klein: Klein = { unter: ab };
  return { faelle: own || n === 0 || n >= ab ? n : klein, traeger: new Set(anteile.map((one) => one.traegerId)).size };
}

/** "weniger als 3 Fälle aus 2 Trägern", "noch keine" */
export function gezaehltText({ faelle, traeger }: Gezaehlt): string {
  if (!istKlein(faelle) && faelle === 0) return "noch keine";
  const cases = istKlein(faelle) ? `${genanntText(faelle)} Fälle` : anzahl(faelle, "Fall", "Fälle");
  return `${cases} aus ${anzahl(traeger, "Träger", "Trägern")}`;
}
