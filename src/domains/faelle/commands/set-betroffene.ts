import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { personFiles } from "../../personen/index.ts";
import { betroffeneOf } from "../queries/betroffene.ts";
import { fallOf } from "../queries/faelle.ts";

const GONE = "Eine dieser Personen ist für Sie nicht mehr offen. Laden Sie die Seite neu.";
const OTHER_FILE =
  "Eine dieser Personen gehört zur Akte einer Kollegin oder eines Kollegen. Sie kann erst dazu, wenn sie übergeben ist.";

/**
 * Says whom a case is about besides its person; all of them are of the same file. Whoever is out of reach meanwhile stays: nobody saw
 * her here, so nobody took her out.
 * @throws NotFound, Stale, Refused
 */
export async function setBetroffene(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  personen: readonly string[],
): Promise<void> {
  await lockRow(tx, "kim.fall", id);
  const fall = held(await fallOf(tx, actor, id), version, () => ({ person: [] }));
  const wanted = [...new Set(personen)].filter((one) => one !== fall.personId);
  const files = await personFiles(tx, wanted);
  if (files.size < wanted.length) throw new Refused(GONE, "person");
  if ([...files.values()].some((file) => file !== fall.kontoId)) throw new Refused(OTHER_FILE, "person");
  const before = (await betroffeneOf(tx, actor, fall)).map((one) => one.id);
  const gone = before.filter((one) => !wanted.includes(one));
  // one row: what this case says of each
  await tx.deleteFrom("kim.fall_person").where("fall_id", "=", id).where("person_id", "=", anyOf(gone)).execute();
  const added = wanted.filter((one) => !before.includes(one));
  const row = { kreis: actor.kreis, traeger_id: actor.traegerId, konto_id: fall.kontoId, fall_id: id };
  if (added.length > 0)
    await tx
      .insertInto("kim.fall_person")
      .values(added.map((person_id) => ({ ...row, person_id })))
      .onConflict((c) => c.doNothing())
      .execute();
  await tx
    .updateTable("kim.fall")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "fall.betroffene", gegenstand: { art: "fall", id } });
}
