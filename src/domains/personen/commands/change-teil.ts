import { type Actor, type Owner, fileOf } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, type Values } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { angabenOf, unterschied } from "../model/angaben.ts";
import { shownFor } from "../queries/gruppe.ts";
import { type Person, personOf } from "../queries/person.ts";
import type { SealedRow } from "../../../platform/sealed-text.ts";
import { recordAenderungen } from "./record-aenderungen.ts";

/** Where a portion is written to: whose file, which row, under which key, and what stood there. */
export type Stelle = {
  readonly owner: Owner;
  readonly row: SealedRow;
  readonly key: DataKey;
  readonly before: Person;
};

/** A portion of a person: what its form would be filled with, what speaks against a change, and how it is written. */
export type TeilBefehl<E> = {
  readonly values: (person: Person) => Values;
  /** @throws Refused naming the field that has to be put right */
  readonly refuse: (tx: Tx, eingabe: E, before: Person) => Promise<void>;
  readonly write: (tx: Tx, at: Stelle, eingabe: E) => Promise<void>;
};

/**
 * Changes one portion of a person of one's own, or of somebody one stands in for, and keeps what each field said before.
 * @throws NotFound for a foreign person as for none
 * @throws Stale when somebody saved in between (another tab, mostly); nothing is overwritten
 * @throws Refused naming the field that has to be put right
 */
export async function changeTeil<E>(
  tx: Tx,
  actor: Actor,
  at: At,
  { values, refuse, write }: TeilBefehl<E>,
  eingabe: E,
): Promise<void> {
  const { version } = at;
  // Whoever was merged meanwhile is changed as the one that is shown.
  const id = (await shownFor(tx, [at.id])).get(at.id) ?? at.id;
  await lockRow(tx, "kim.person", id);
  const before = held(await personOf(tx, actor, id), version, values);
  await refuse(tx, eingabe, before);
  const key = (await subjectKeys(tx, actor.kreis, [id])).get(id);
  if (key === undefined) throw new NotFound();
  const owner = fileOf(actor, before.kontoId);
  await write(tx, { owner, row: { kreis: actor.kreis, id }, key, before }, eingabe);
  await tx
    .updateTable("kim.person")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .execute();
  const after = await personOf(tx, actor, id);
  await recordAenderungen(tx, owner, { id, key }, unterschied(angabenOf(before), angabenOf(after)));
  await recordEvent(tx, actor, { art: "person.geaendert", gegenstand: { art: "person", id } });
}
