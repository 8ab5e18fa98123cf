import type { Owner } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { ageOn, bandOf, languagesOf, type PersonEingabe, personProblem } from "../model/person.ts";
import { FELD } from "../model/texte.ts";
import { personKept, personWahl } from "../queries/lists.ts";
import type { Person } from "../queries/personen.ts";

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
  const bands = birth === null ? [] : await bandsAm(tx, erfasstAm);
  return {
    altersgruppe: birth === null ? eingabe.person_altersgruppe : (bandOf(bands, ageOn(birth, erfasstAm)) ?? null),
    ags: eingabe.person_kommune,
    staatsangehoerigkeit: eingabe.person_staatsangehoerigkeit,
  };
}

/** The age bands in force on a day. */
async function bandsAm(tx: Tx, day: string) {
  const open = new Set(kodesAm((await codelisten(tx)).altersgruppe, day).map((band) => band.code));
  const bands = await tx.selectFrom("ref.altersgruppe").select(["code", "von", "bis"]).execute();
  return bands.filter(({ code }) => open.has(code));
}

/** Writes the languages of a person that has none yet. */
export async function writeLanguages(tx: Tx, owner: Owner, personId: string, eingabe: PersonEingabe): Promise<void> {
  const languages = languagesOf(eingabe);
  if (languages.length === 0) return;
  const file = { kreis: owner.kreis, traeger_id: owner.traegerId, konto_id: owner.kontoId, person_id: personId };
  await tx
    .insertInto("kim.person_sprache")
    .values(languages.map((sprache) => ({ ...file, sprache })))
    .execute();
}

/**
 * Holds what was chosen against the lists of a day; what `before` has may stay.
 * @throws Refused naming each field
 */
export async function refuseUnfit(tx: Tx, eingabe: PersonEingabe, day: string, before?: Person): Promise<void> {
  const { person_kommune, person_altersgruppe, person_staatsangehoerigkeit } = eingabe;
  const chosen = {
    person_altersgruppe: asked(person_altersgruppe),
    person_staatsangehoerigkeit: asked(person_staatsangehoerigkeit),
    person_sprachen: languagesOf(eingabe),
    person_kommune: asked(person_kommune),
  };
  const kept = personKept(before);
  const isNew = person_kommune !== null && !kept.person_kommune.includes(person_kommune);
  const wahl = await personWahl(tx, day, isNew ? person_kommune : null);
  const names = ["person_altersgruppe", "person_kommune", "person_staatsangehoerigkeit", "person_sprachen"] as const;
  refuseClosed(
    ...names.map((name) => ({ name, label: FELD[name], list: wahl[name], chosen: chosen[name], kept: kept[name] })),
  );
}

const asked = (code: string | null): string[] => (code === null ? [] : [code]);
