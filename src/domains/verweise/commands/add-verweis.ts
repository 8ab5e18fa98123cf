import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { fallOf, refuseGesperrt } from "../../faelle/index.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { NeuerVerweis } from "../model/verweis.ts";
import { angabenRow, pruefe } from "../rows/angaben.ts";
import { writeSchritt } from "../rows/schritt.ts";
import { weitergeben } from "../rows/weitergeben.ts";

/**
 * Sends a person of one's own somewhere. Where the counsellor makes contact with her name, a consent has to cover what goes out
 * (`passOn`). Returns the new id.
 * @throws NotFound for a foreign person or case as for none
 * @throws Refused naming the field that has to be put right
 */
export async function addVerweis(tx: Tx, actor: Actor, input: NeuerVerweis): Promise<string> {
  await lockRow(tx, "kim.person", input.person);
  const of = await akteWithKey(tx, actor, input.person);
  if (input.fall !== null) await refuseFall(tx, actor, input.fall, input.person);
  const stelle = await pruefe(tx, input);
  const weitergabe = await weitergeben(tx, actor, input.person, input, stelle);
  const id = randomUUID();
  await tx
    .insertInto("kim.verweis")
    .values({
      ...of.akte,
      id,
      person_id: input.person,
      fall_id: input.fall,
      ...angabenRow(of.key, { kreis: actor.kreis, id }, input, stelle),
      weitergabe_id: weitergabe,
      stand: "offen",
      stand_seit: input.am,
    })
    .execute();
  const erster = { nach: "offen", am: input.am, absage: null, notiz: null } as const;
  await writeSchritt(tx, actor, of, { verweisId: id, folge: 1, ...erster });
  await recordEvent(tx, actor, { art: "verweis.angelegt", gegenstand: { art: "verweis", id } });
  return id;
}

async function refuseFall(tx: Tx, actor: Actor, fallId: string, person: string): Promise<void> {
  const fall = await fallOf(tx, actor, fallId);
  if (fall.personId !== person) throw new NotFound();
  refuseGesperrt(fall);
}
