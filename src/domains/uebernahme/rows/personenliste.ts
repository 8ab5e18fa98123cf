import { randomUUID } from "node:crypto";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { type AlterFall, insertAlteFaelle } from "../../faelle/index.ts";
import { type AltePerson, insertAltePersonen } from "../../personen/index.ts";
import type { Ergebnis, Personenzeile } from "../../../listen/index.ts";
import type { Gespeichert } from "../queries/gespeichert.ts";

/**
 * Writes the persons and cases of a list. The same name and birth date is one person of the list; who somebody decided to be
 * there already stays as she is, and only her case is new.
 */
export async function takePersonenliste(
  tx: Tx,
  { actor, id }: Pick<Gespeichert, "actor" | "id">,
  zeilen: Ergebnis["zeilen"],
): Promise<void> {
  const taken = zeilen.flatMap(({ stand, person }) => (stand === "uebernommen" && person !== null ? [person] : []));
  const known = new Map<string, string>();
  const fresh: AltePerson[] = [];
  const faelle: AlterFall[] = [];
  for (const person of taken) {
    const before = person.vorhanden ?? (person.schluessel === null ? undefined : known.get(person.schluessel));
    const personId = before ?? randomUUID();
    if (before === undefined) fresh.push(altePerson(personId, person));
    if (person.schluessel !== null) known.set(person.schluessel, personId);
    if (person.fall !== null) faelle.push({ personId, ...person.fall });
  }
  await insertAltePersonen(tx, actor, id, fresh);
  await insertAlteFaelle(tx, actor, id, faelle);
}

const altePerson = (id: string, person: Personenzeile): AltePerson => ({
  id,
  name: { vorname: person.vorname, nachname: person.nachname },
  geburtsdatum: person.geburtsdatum,
  altersgruppe: person.altersgruppe,
  ags: person.ags,
  staatsangehoerigkeit: person.staatsangehoerigkeit,
  sprachen: person.sprachen,
  geschlecht: person.geschlecht,
  kontakte: person.kontakte,
  erfasstAm: person.seit ?? person.fall?.begonnen ?? today(),
});
