import { z } from "zod";
import { confirmed, id, optional, optionalLine, yes } from "../../../platform/fields.ts";

const an = id("Wählen Sie, wer übernimmt.");
const notiz = optionalLine(1000);

/** What somebody types who hands over one person, or all of her open work. */
export const UebergabeEingabe = z.object({ an, notiz });
export type UebergabeEingabe = z.output<typeof UebergabeEingabe>;

/** The form of somebody who gives her own away. */
export const EigeneUebergabe = UebergabeEingabe.extend({
  sicher: confirmed("Bestätigen Sie, dass Sie es abgeben wollen."),
});

const WHOLE = "Geben Sie eine ganze Zahl an, oder lassen Sie das Feld leer: Dann sind es alle.";

/** What a Leitung types who distributes what nobody keeps any more. */
export const Verteilung = UebergabeEingabe.extend({
  hoechstens: optional(z.string().regex(/^[1-9]\d{0,4}$/, WHOLE)),
  rest: yes,
});
export type Verteilung = z.output<typeof Verteilung>;

/** What kinds of open work are called, by the name of their table. */
const ARTEN: Readonly<Record<string, readonly [string, string]>> = {
  person: ["Person", "Personen"],
  beratung: ["Beratung", "Beratungen"],
  fall: ["Fall", "Fälle"],
  verweis: ["Verweis", "Verweise"],
  einbuergerung: ["Einbürgerung", "Einbürgerungen"],
  delfin: ["Kind in DELFIN 4", "Kinder in DELFIN 4"],
  uebernahme: ["alte Liste", "alte Listen"],
};
export const artWort = (art: string, n: number): string => ARTEN[art]?.[n === 1 ? 0 : 1] ?? art;

type Gruppen = ReadonlyMap<string, readonly string[]>;

/**
 * The first so many of some persons, and whoever was counselled together with one of them, over any number of consultations:
 * who belongs together stays with one person. `gruppen`: the persons of each consultation that has several.
 */
export function zusammen(personen: readonly string[], gruppen: Gruppen, hoechstens: number): string[] {
  const nachbarn = new Map<string, Set<string>>();
  for (const gruppe of gruppen.values())
    for (const one of gruppe) nachbarn.set(one, new Set([...(nachbarn.get(one) ?? []), ...gruppe]));
  const own = new Set(personen);
  const taken = new Set<string>();
  for (const first of personen) {
    if (taken.size >= hoechstens) break;
    const waiting = [first];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (taken.has(one) || !own.has(one)) continue;
      taken.add(one);
      waiting.push(...(nachbarn.get(one) ?? []));
    }
  }
  return [...taken];
}
