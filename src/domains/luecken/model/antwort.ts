import { z } from "zod";
import { optionalLine, yes } from "../../../platform/fields.ts";
import type { Stand } from "./stand.ts";

/** What those say who reported a gap, asked whether it is better. */
export const ANTWORTEN = {
  besser: "Ja, deutlich besser",
  etwas: "Etwas besser",
  gleich: "Wie vorher",
  schlechter: "Schlechter",
  weiss_nicht: "Das kann ich nicht sagen",
} as const;
export type Antwort = keyof typeof ANTWORTEN;
export const ANTWORT = ["besser", "etwas", "gleich", "schlechter", "weiss_nicht"] as const satisfies readonly Antwort[];

/** From when on they are asked: something was done. A gap that ended otherwise asks nobody. */
const GEFRAGT = ["umgesetzt", "wirkung"] as const satisfies readonly Stand[];
export const fragt = (stand: Stand): boolean => GEFRAGT.some((one) => one === stand);

export const AntwortEingabe = z.object({
  antwort: z.enum(ANTWORT, "Wählen Sie, ob es besser geworden ist."),
  satz: optionalLine(400),
  kein_name: yes,
});
export type AntwortEingabe = z.output<typeof AntwortEingabe>;

/** Answers by what they say, and the sentences that came with them; never whose. */
export type Antworten = {
  readonly alle: number;
  readonly je: Readonly<Record<Antwort, number>>;
  readonly saetze: readonly string[];
};

/** "3 Antworten: 2 deutlich besser, 1 wie vorher". */
export function antwortenText({ alle, je }: Antworten): string {
  if (alle === 0) return "noch keine Antwort";
  const said = ANTWORT.filter((one) => je[one] > 0).map((one) => `${je[one]} „${ANTWORTEN[one]}“`);
  return `${alle} ${alle === 1 ? "Antwort" : "Antworten"}: ${said.join(", ")}`;
}
