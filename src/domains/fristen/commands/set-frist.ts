import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { fallOf, refuseGesperrt } from "../../faelle/index.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { NeueFrist } from "../model/frist.ts";
import { TITEL } from "../queries/sealed.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** Sets a Frist by hand, in the file of its person. Returns its id. @throws NotFound, Refused */
export async function setFrist(tx: Tx, actor: Actor, input: NeueFrist): Promise<string> {
  const personId = input.fall === null ? input.person : await personOfFall(tx, actor, input.fall, input.person);
  const { akte, key } = await akteWithKey(tx, actor, personId);
  const id = randomUUID();
  const row = { ...akte, id, am: input.am };
  await tx
    .insertInto("kim.frist")
    .values({
      ...row,
      person_id: personId,
      fall_id: input.fall,
      art: "hand",
      titel: sealText(key, row, TITEL, input.titel),
      vorlauf: input.vorlauf,
    })
    .execute();
  await writeSchritt(tx, actor, { ...row, stand: "offen", version: 1 }, key);
  await recordEvent(tx, actor, { art: "frist.angelegt", gegenstand: { art: "frist", id } });
  return id;
}

/** The person of a case, which stays as it is until the end. @throws NotFound where it is another one's, Refused */
async function personOfFall(tx: Tx, actor: Actor, fallId: string, person: string): Promise<string> {
  await lockRow(tx, "kim.fall", fallId);
  const fall = await fallOf(tx, actor, fallId);
  refuseGesperrt(fall);
  if (fall.personId !== person) throw new NotFound();
  return fall.personId;
}
