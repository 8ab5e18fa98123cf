import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { ageOn, bandOf, languagesOf, type PersonEingabe, personProblem } from "../model/person.ts";

/** @throws Refused with the first thing that speaks against recording this */
export function refuseProblem(eingabe: PersonEingabe): void {
  const problem = personProblem(eingabe, today());
  if (problem !== undefined) throw new Refused(problem.message, problem.field);
}

/**
 * The columns that statistics need. A birth date becomes the age band on the day of recording (ISO day), which stays: the
 * figures ask how old somebody was when they came.
 */
export async function personColumns(tx: Tx, eingabe: PersonEingabe, erfasstAm: string) {
  const birth = eingabe.person_geburtsdatum;
  const bands = birth === null ? [] : await tx.selectFrom("ref.altersgruppe").select(["code", "von", "bis"]).execute();
  return {
    altersgruppe: birth === null ? eingabe.person_altersgruppe : (bandOf(bands, ageOn(birth, erfasstAm)) ?? null),
    ags: eingabe.person_kommune,
    staatsangehoerigkeit: eingabe.person_staatsangehoerigkeit,
  };
}

/** Writes the languages of a person that has none yet. */
export async function writeLanguages(tx: Tx, actor: Actor, personId: string, eingabe: PersonEingabe): Promise<void> {
  const languages = languagesOf(eingabe);
  if (languages.length === 0) return;
  const owner = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: actor.kontoId, person_id: personId };
  await tx
    .insertInto("kim.person_sprache")
    .values(languages.map((sprache) => ({ ...owner, sprache })))
    .execute();
}

const FIELD_OF: Readonly<Record<string, string>> = {
  person_altersgruppe_fkey: "person_altersgruppe",
  person_kreis_ags_fkey: "person_kommune",
  person_staatsangehoerigkeit_fkey: "person_staatsangehoerigkeit",
  person_sprache_sprache_fkey: "person_sprachen",
};

/** Codes are held by foreign keys; one that is in no list comes back as the sentence for its field. */
export async function refuseUnknownCodes(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const constraint = error instanceof Error && "constraint" in error ? String(error.constraint) : "";
    const field = FIELD_OF[constraint];
    if (field === undefined) throw error;
    throw new Refused("Diese Auswahl gibt es nicht mehr. Wählen Sie einen Eintrag aus der Liste.", field);
  }
}
