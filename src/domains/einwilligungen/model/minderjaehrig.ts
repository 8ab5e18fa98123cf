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

/** What a file knows of when somebody was born. Days are ISO. */
export type Geburt = {
  readonly geburtsdatum: string | null;
  /** Where only the year is known. */
  readonly geburtsjahr: string | null;
  /** Whether either is no more than a guess. */
  readonly geburtGeschaetzt: boolean;
  /** As of the day when she was written down: whoever was grown then is now. */
  readonly altersgruppe: string | null;
};

/** The 18th birthday, ISO; of somebody born on the 29th of February the first of March where that year has none (§§ 187, 188 BGB). */
function achtzehnter(geboren: string): string {
  const jahr = Number(geboren.slice(0, 4)) + VOLLJAEHRIG;
  const schalt = jahr % 4 === 0 && (jahr % 100 !== 0 || jahr % 400 === 0);
  return geboren.endsWith("-02-29") && !schalt ? `${jahr}-03-01` : `${jahr}${geboren.slice(4)}`;
}

/** From which day (ISO) she is of age, where the day of birth is known for certain; null otherwise. */
export const volljaehrigAb = ({ geburtsdatum, geburtGeschaetzt }: Geburt): string | null =>
  geburtsdatum === null || geburtGeschaetzt ? null : achtzehnter(geburtsdatum);

/** From which day the word of the guardians alone holds no longer; null where she gave hers, or nobody knows the day. */
export const sorgeEndet = (durch: Durch | null, geburt: Geburt | undefined): string | null =>
  durch === "sorge" && geburt !== undefined ? volljaehrigAb(geburt) : null;

/** The month of a day, as its first day. */
export const monatOf = (tag: string | null): string | null => (tag === null ? null : `${tag.slice(0, 8)}01`);

const MINDERJAEHRIG: ReadonlySet<string> = new Set(["0-5", "6-11", "12-17"]);

/** Whether she may be of age by now, as far as a guess, a year or an age band says: then it is told, and nothing is stopped. */
export function vielleichtVolljaehrig(geburt: Geburt, heute: string): boolean {
  if (volljaehrigAb(geburt) !== null) return false;
  const { geburtsdatum, geburtsjahr, altersgruppe } = geburt;
  if (geburtsdatum !== null) return achtzehnter(geburtsdatum) <= heute;
  if (geburtsjahr !== null) return Number(geburtsjahr) + VOLLJAEHRIG <= Number(heute.slice(0, 4));
  return altersgruppe !== null && !MINDERJAEHRIG.has(altersgruppe);
}

/**
 * Whether those may give it who did. A child's guardians do; from the age that the Träger sets the child's own word is asked for
 * beside theirs. Returns the sentence that says what to do instead; undefined where nothing speaks against it, and where no birth
 * date is known for certain: then whoever records it knows.
 */
export function durchProblem(
  durch: Durch,
  { geburtsdatum, geburtGeschaetzt }: Pick<Geburt, "geburtsdatum" | "geburtGeschaetzt">,
  am: string,
  eigenesWortAb: number,
): string | undefined {
  if (geburtsdatum === null || geburtGeschaetzt) return undefined;
  const alter = years(geburtsdatum, am);
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
