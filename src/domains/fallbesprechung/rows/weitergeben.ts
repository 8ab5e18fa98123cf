import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { holdGedeckt, passOn, traegerName } from "../../einwilligungen/index.ts";
import type { Akte } from "../../personen/index.ts";
import { type Besprechung, type BesprechungEingabe, teilnahmeIn } from "../model/besprechung.ts";
import { namentlichProbleme } from "../model/namentlich.ts";
import type { Offen } from "../queries/angebote.ts";

type Runde = {
  readonly input: BesprechungEingabe;
  readonly angebote: readonly Offen[];
  readonly before: Besprechung | undefined;
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** Of a conference that is over nothing goes out any more: its minutes may be written whatever became of the consents. */
const isOver = ({ input, before }: Runde): boolean =>
  before !== undefined && before.namentlich && before.am === input.am && input.am < today();

const hasNewOffice = ({ input, before }: Runde): boolean =>
  teilnahmeIn(input).some(
    ({ stelle }) => stelle !== null && before?.teilnahme.every((one) => one.stelle !== stelle) !== false,
  );

/**
 * Lets a conference by name take place: what it is about goes to each of those who come from elsewhere, on a consent of each who is
 * named, or nothing is saved. What went to them with an earlier saving of the same day is not written twice, but still has to be
 * covered. Returns the entries that the conference goes by from now on.
 * @throws Refused at the field
 */
export async function weitergeben(tx: Tx, actor: Actor, runde: Runde): Promise<readonly string[]> {
  const { input, angebote, before } = runde;
  const { kategorien } = input;
  if (!input.namentlich) return [];
  const over = isOver(runde);
  const schon = new Map(
    (before?.hinaus ?? [])
      .filter((one) => same(one.kategorien, kategorien) && (over || one.am === today()))
      .map((one) => [one.einwilligungId, one.id]),
  );
  // In one order, so that nobody waits in a circle.
  const ticked = [...new Set(input.einwilligungen)].toSorted();
  if (over && ticked.every((id) => schon.has(id)) && !hasNewOffice(runde))
    return ticked.flatMap((id) => schon.get(id) ?? []);
  const problems = namentlichProbleme(input, angebote, await traegerName(tx, actor));
  if (problems.length > 0) throw new Refused(problems);
  const entries: string[] = [];
  for (const one of angebote.filter(({ id }) => ticked.includes(id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { empfaengerArt, empfaenger } = one;
    const vorhaben = { zweck: "konferenz", empfaengerArt, empfaenger, kategorien, am: input.am } as const;
    const there = schon.get(one.id);
    try {
      if (there !== undefined && !over) await holdGedeckt(tx, actor, one.personId, vorhaben);
      entries.push(there ?? (await passOn(tx, actor, one.personId, vorhaben, "konferenz")));
    } catch (error) {
      // The sentence is about what was ticked, so it stands there.
      throw error instanceof Refused
        ? new Refused(`${error.message} Oder beraten Sie ohne Namen.`, "einwilligungen")
        : error;
    }
  }
  return entries;
}

/** Writes down which entries a conference goes by; what went out before stays with its consent. */
export async function writeHinaus(tx: Tx, akte: Akte, besprechung: string, entries: readonly string[]): Promise<void> {
  await tx.deleteFrom("kim.fallbesprechung_weitergabe").where("fallbesprechung_id", "=", besprechung).execute();
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    ...akte,
    id: randomUUID(),
    fallbesprechung_id: besprechung,
    weitergabe_id: entry,
  }));
  await tx.insertInto("kim.fallbesprechung_weitergabe").values(rows).execute();
}
