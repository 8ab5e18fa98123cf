import { randomUUID } from "node:crypto";
import { sealText } from "../../../platform/sealed-text.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { kontaktArt } from "../model/kontakt.ts";
import { KONTAKT_WERT } from "../queries/sealed.ts";
import type { Owner } from "../../../platform/actor.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";
import { ageOn, bandOf, languagesOf, type PersonEingabe, personProblem, type TypedBirth } from "../model/person.ts";
import { feldLabel } from "../model/texte.ts";
import { listOf, personKept, personWahl } from "../queries/lists.ts";
import type { Person } from "../queries/person.ts";

/** @throws Refused with the first thing that speaks against recording this */
export function refuseProblem(eingabe: Parameters<typeof personProblem>[0]): void {
  const problem = personProblem(eingabe, today());
  if (problem !== undefined) throw new Refused(problem.message, problem.field);
}

/** The columns that statistics need, on the day of recording (ISO day). */
export const personColumns = async (tx: Tx, eingabe: PersonEingabe, erfasstAm: string) => ({
  altersgruppe: await ageBand(tx, eingabe, erfasstAm),
  ags: eingabe.person_kommune,
  staatsangehoerigkeit: eingabe.person_staatsangehoerigkeit,
});

/**
 * The age band of whoever is recorded on a day (ISO): the one that was chosen, or the one that the birth falls into then, which
 * stays: the figures ask how old somebody was when they came. Of a year the middle counts.
 */
export async function ageBand(
  tx: Tx,
  { geburtsjahr = null, ...eingabe }: TypedBirth,
  am: string,
): Promise<string | null> {
  const birth = eingabe.person_geburtsdatum ?? (geburtsjahr === null ? null : `${geburtsjahr}-07-01`);
  if (birth === null) return eingabe.person_altersgruppe;
  return bandOf(await bandsAm(tx, am), Math.max(0, ageOn(birth, am))) ?? null;
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

/** Writes the one way to reach a person that has none yet; says what it wrote. */
export async function writeKontakt(
  tx: Tx,
  owner: Owner,
  person: { readonly kreis: string; readonly id: string; readonly key: DataKey },
  typed: string | null,
): Promise<readonly { readonly art: string; readonly wert: string }[]> {
  if (typed === null) return [];
  const at = { kreis: person.kreis, id: randomUUID() };
  const art = kontaktArt(typed);
  const file = { traeger_id: owner.traegerId, konto_id: owner.kontoId, person_id: person.id };
  const wert = sealText(person.key, at, KONTAKT_WERT, typed);
  await tx
    .insertInto("kim.person_kontakt")
    .values({ ...file, ...at, rang: 1, art, wert, kein_band: false })
    .execute();
  return [{ art, wert: typed }];
}

/** Holds what was chosen for somebody new against the lists of a day. @throws Refused naming each field */
export const refuseUnfit = (tx: Tx, eingabe: PersonEingabe, day: string): Promise<void> =>
  refuseWahl(tx, day, undefined, {
    person_altersgruppe: [eingabe.person_altersgruppe],
    person_kommune: [eingabe.person_kommune],
    person_staatsangehoerigkeit: [eingabe.person_staatsangehoerigkeit],
    person_sprachen: languagesOf(eingabe),
  });

/**
 * Holds what was chosen against the lists of a day, by the names of the fields; what `before` has may stay.
 * @throws Refused naming each field
 */
export async function refuseWahl(
  tx: Tx,
  day: string,
  before: Person | undefined,
  fields: Readonly<Record<string, readonly (string | null)[]>>,
): Promise<void> {
  const kept = personKept(before);
  const [ags = null] = fields["person_kommune"] ?? [];
  const wahl = await personWahl(tx, day, ags !== null && !kept.kommune.includes(ags) ? ags : null);
  refuseClosed(
    ...Object.entries(fields).map(([name, codes]) => {
      const list = listOf(name);
      const chosen = codes.filter((code) => code !== null);
      return { name, label: feldLabel(name), list: wahl[list], chosen, kept: kept[list] };
    }),
  );
}
