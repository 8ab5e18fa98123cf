import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { type AltePerson, insertAltePersonen, personsBornOn } from "../../personen/index.ts";
import type { Gespeichert } from "../queries/gespeichert.ts";
import { personSchluessel, type Beratungszeile, type Namensperson } from "../../../listen/index.ts";

/** Who the named persons of a list are. The keys are of those that it brings. */
export type Personen = {
  readonly ids: ReadonlyMap<Namensperson, string>;
  readonly keys: ReadonlyMap<string, DataKey>;
};

/**
 * Finds or records the persons of a list. The same name and birth date is the same person, within the list and among those
 * of the account; without a birth date nobody can tell, and each is a new one. What the list says of a person who is there
 * already changes nothing about them.
 */
export async function takePersonen(
  tx: Tx,
  { actor, id }: Pick<Gespeichert, "actor" | "id">,
  beratungen: readonly Beratungszeile[],
): Promise<Personen> {
  const named = beratungen.flatMap((beratung) => beratung.personen.map((person) => ({ person, beratung })));
  const days = named.flatMap(({ person }) => (person.schluessel === null ? [] : (person.geburtsdatum ?? [])));
  const known = new Map<string, string>();
  for (const { id: personId, name, geburtsdatum } of await personsBornOn(tx, actor, days)) {
    known.set(personSchluessel(name.vorname, name.nachname, geburtsdatum) ?? "", personId);
  }
  const ids = new Map<Namensperson, string>();
  const fresh: AltePerson[] = [];
  for (const { person, beratung } of named.toSorted((a, b) => (a.beratung.am < b.beratung.am ? -1 : 1))) {
    const before = person.schluessel === null ? undefined : known.get(person.schluessel);
    const personId = before ?? randomUUID();
    ids.set(person, personId);
    if (before !== undefined) continue;
    if (person.schluessel !== null) known.set(person.schluessel, personId);
    fresh.push(altePerson(personId, person, beratung));
  }
  return { ids, keys: await insertAltePersonen(tx, actor, id, fresh) };
}

/** What a row says of origin, age and language is of its person, unless it names several. */
function altePerson(id: string, person: Namensperson, beratung: Beratungszeile): AltePerson {
  const { vorname, nachname, geburtsdatum } = person;
  const only = beratung.personen.length === 1;
  return {
    id,
    name: { vorname, nachname },
    geburtsdatum,
    ags: null,
    altersgruppe: only ? beratung.altersgruppe : null,
    staatsangehoerigkeit: only ? beratung.staatsangehoerigkeit : null,
    sprachen: only ? beratung.sprachen : [],
    erfasstAm: beratung.am,
  };
}
