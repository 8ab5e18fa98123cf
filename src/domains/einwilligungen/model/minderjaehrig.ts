const VOLLJAEHRIG = 18;

/** Full years between two ISO days. */
const years = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

export type Durch = "person" | "sorge" | "beide";
export const DURCH = {
  person: "die Person selbst",
  sorge: "die Sorgeberechtigten",
  beide: "die Sorgeberechtigten und das Kind selbst",
} as const satisfies Readonly<Record<Durch, string>>;

/**
 * Whether those may give it who did. A child's guardians do; from the age that the Träger sets the child's own word is asked for
 * beside theirs. Returns the sentence that says what to do instead; undefined where nothing speaks against it, and where no birth
 * date is known: then whoever records it knows.
 */
export function durchProblem(
  durch: Durch,
  geboren: string | null,
  am: string,
  eigenesWortAb: number,
): string | undefined {
  if (geboren === null) return undefined;
  const alter = years(geboren, am);
  if (alter >= VOLLJAEHRIG) {
    return durch === "person" ? undefined : "Die Person war an diesem Tag volljährig. Einwilligen kann nur sie selbst.";
  }
  if (durch === "person") {
    return `Die Person war an diesem Tag ${alter} Jahre alt. Einwilligen müssen die Sorgeberechtigten.`;
  }
  if (durch === "sorge" && alter >= eigenesWortAb) {
    return `Ab ${eigenesWortAb} Jahren fragt Ihr Träger auch das Kind selbst. Fragen Sie es, und wählen Sie „${DURCH.beide}“.`;
  }
  return undefined;
}
