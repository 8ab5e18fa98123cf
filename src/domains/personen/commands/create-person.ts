import { randomUUID } from "node:crypto";
import type { Actor, Owner } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { createSubjectKey } from "../../../platform/tresor/keys.ts";
import { typedName, type PersonEingabe } from "../model/person.ts";
import { writeTokens } from "../rows/search-tokens.ts";
import { personColumns, refuseProblem, refuseUnfit, writeKontakt, writeLanguages } from "../rows/person.ts";
import { sealBirth, sealName } from "../queries/sealed.ts";

/**
 * Records a person of one's own. Name and birth date are sealed with a key that belongs to this person alone, so that
 * destroying it erases them everywhere. Its codes are those of the day `am` (ISO), on which it was first told of. `erfasstAm` is
 * another day than today only where a past is invented; `owner` another account than the actor's only in Vertretung. Returns the
 * new id.
 * @throws Refused naming the field that has to be put right
 */
export async function createPerson(
  tx: Tx,
  actor: Actor,
  eingabe: PersonEingabe,
  am: string = today(),
  erfasstAm: string = today(),
  owner: Owner = actor,
): Promise<string> {
  refuseProblem(eingabe);
  await refuseUnfit(tx, eingabe, am);
  const row = { kreis: actor.kreis, id: randomUUID() };
  const key = await createSubjectKey(tx, { ...row, art: "person", traegerId: actor.traegerId });
  const name = typedName(eingabe);
  const coded = await personColumns(tx, eingabe, erfasstAm);
  await tx
    .insertInto("kim.person")
    .values({
      ...row,
      ...coded,
      traeger_id: owner.traegerId,
      konto_id: owner.kontoId,
      erfasst_am: erfasstAm,
      name: sealName(key, row, name),
      geburtsdatum: sealBirth(key, row, eingabe.person_geburtsdatum),
    })
    .execute();
  await writeLanguages(tx, owner, row.id, eingabe);
  const kontakte = await writeKontakt(tx, owner, { ...row, key }, eingabe.person_kontakt);
  await writeTokens(tx, owner, [{ id: row.id, name, geburtsdatum: eingabe.person_geburtsdatum, kontakte }]);
  await recordEvent(tx, actor, { art: "person.angelegt", gegenstand: { art: "person", id: row.id } });
  return row.id;
}
