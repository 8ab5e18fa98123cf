import { type Actor, fileOf } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { typedPerson } from "../model/form-values.ts";
import { typedName, type PersonEingabe } from "../model/person.ts";
import { personOf } from "../queries/personen.ts";
import { personColumns, refuseProblem, refuseUnfit, writeLanguages } from "../rows/person.ts";
import { writeTokens } from "../rows/search-tokens.ts";
import { sealBirth, sealName } from "../queries/sealed.ts";

/**
 * Replaces what is recorded about a person of one's own, or of somebody one stands in for. The age band stays that of the day of recording.
 * @throws NotFound for a foreign person as for none
 * @throws Stale when somebody saved in between (another tab, mostly); nothing is overwritten
 * @throws Refused naming the field that has to be put right
 */
export async function changePerson(tx: Tx, actor: Actor, { id, version }: At, eingabe: PersonEingabe): Promise<void> {
  await lockRow(tx, "kim.person", id);
  const before = held(await personOf(tx, actor, id), version, typedPerson);
  refuseProblem(eingabe);
  await refuseUnfit(tx, eingabe, today(), before);
  const owner = fileOf(actor, before.kontoId);
  const row = { kreis: actor.kreis, id };
  const key = (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (key === undefined) throw new NotFound();
  const name = typedName(eingabe);
  const coded = await personColumns(tx, eingabe, before.erfasstAm);
  await tx.deleteFrom("kim.person_sprache").where("person_id", "=", id).execute();
  await tx.deleteFrom("kim.person_token").where("person_id", "=", id).execute();
  await tx
    .updateTable("kim.person")
    .set({
      ...coded,
      name: sealName(key, row, name),
      geburtsdatum: sealBirth(key, row, eingabe.person_geburtsdatum),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await writeLanguages(tx, owner, id, eingabe);
  await writeTokens(tx, owner, [{ id, name, geburtsdatum: eingabe.person_geburtsdatum }]);
  await recordEvent(tx, actor, { art: "person.geaendert", gegenstand: { art: "person", id } });
}
