import { randomUUID } from "node:crypto";
import type { Owner } from "../../../platform/actor.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { PersonName } from "../model/person.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { KONTAKT_WERT, sealBirth, sealName } from "../queries/sealed.ts";

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
  readonly geschlecht?: string | null;
  readonly kontakte?: readonly { readonly art: string; readonly wert: string }[];
};

/** The rows of many persons, sealed with the key of each; who has no key is left out. */
export function personRows(
  { kreis, traegerId, kontoId }: Owner,
  keys: ReadonlyMap<string, DataKey>,
  personen: readonly PersonDaten[],
) {
  const owner = { kreis, traeger_id: traegerId, konto_id: kontoId };
  const person = personen.flatMap(({ id, name, geburtsdatum, altersgruppe, ags, staatsangehoerigkeit, ...more }) => {
    const key = keys.get(id);
    if (key === undefined) return [];
    const { erfasstAm, geschlecht = null } = more;
    const sealed = {
      name: sealName(key, { kreis, id }, name),
      geburtsdatum: sealBirth(key, { kreis, id }, geburtsdatum),
    };
    return { ...owner, id, ...sealed, altersgruppe, ags, staatsangehoerigkeit, geschlecht, erfasst_am: erfasstAm };
  });
  const sprache = personen.flatMap(({ id, sprachen }) =>
    [...new Set(sprachen)].map((code) => ({ ...owner, person_id: id, sprache: code })),
  );
  const kontakt = personen.flatMap(({ id, kontakte = [] }) => {
    const key = keys.get(id);
    return key === undefined
      ? []
      : kontakte.map(({ art, wert }, i) => {
          const at = { kreis, id: randomUUID() };
          return { ...owner, ...at, person_id: id, rang: i + 1, art, wert: sealText(key, at, KONTAKT_WERT, wert) };
        });
  });
  return { person, sprache, kontakt };
}
