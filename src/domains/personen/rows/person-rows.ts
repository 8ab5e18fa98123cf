import type { Owner } from "../../../platform/actor.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { PersonName } from "../model/person.ts";
import { sealBirth, sealName } from "../queries/sealed.ts";

/** A person about to be stored with many others. Codes are those of the code lists, days ISO. */
export type PersonDaten = {
  readonly id: string;
  readonly name: PersonName;
  readonly geburtsdatum: string | null;
  readonly altersgruppe: string | null;
  readonly ags: string | null;
  readonly staatsangehoerigkeit: string | null;
  readonly sprachen: readonly string[];
  readonly erfasstAm: string;
};

/** The rows of many persons, sealed with the key of each; who has no key is left out. */
export function personRows(
  { kreis, traegerId, kontoId }: Owner,
  keys: ReadonlyMap<string, DataKey>,
  personen: readonly PersonDaten[],
) {
  const owner = { kreis, traeger_id: traegerId, konto_id: kontoId };
  const person = personen.flatMap(({ id, name, geburtsdatum, altersgruppe, ags, staatsangehoerigkeit, erfasstAm }) => {
    const key = keys.get(id);
    if (key === undefined) return [];
    const sealed = {
      name: sealName(key, { kreis, id }, name),
      geburtsdatum: sealBirth(key, { kreis, id }, geburtsdatum),
    };
    return { ...owner, id, ...sealed, altersgruppe, ags, staatsangehoerigkeit, erfasst_am: erfasstAm };
  });
  const sprache = personen.flatMap(({ id, sprachen }) =>
    [...new Set(sprachen)].map((code) => ({ ...owner, person_id: id, sprache: code })),
  );
  return { person, sprache };
}
