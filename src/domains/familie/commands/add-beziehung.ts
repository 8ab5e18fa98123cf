import { refuseLater } from "../../../platform/not-later.ts";
import { randomUUID } from "node:crypto";
import { type Actor, fileOf } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { akteOf, createPerson, ofPersons, PersonEingabe, personFiles } from "../../personen/index.ts";
import { ROLLEN, type Rolle } from "../model/beziehung.ts";
import { moveIn } from "./set-haushalt.ts";

type Neu = {
  /** What the other one is to the person. */
  readonly beziehung: Rolle;
  readonly von: string | null;
  /** Whether they live together. */
  readonly zusammen: boolean;
};

const GONE =
  "Diese Person gibt es nicht, oder sie ist für Sie nicht mehr offen, weil eine Vertretung zu Ende ist. Suchen Sie noch einmal.";
const SELF = "Das ist die Person selbst. Wählen Sie jemand anderen.";
const KNOWN = "Diese Beziehung steht schon bei der Familie.";

/**
 * Says what somebody is to a person; both must be in reach, in whoever's file they are. The row lies in the file of the one whose
 * relation it is (0046). Returns its id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused where the other one is out of reach, or it is known already
 */
export async function addBeziehung(tx: Tx, actor: Actor, personId: string, andere: string, neu: Neu): Promise<string> {
  if (andere === personId) throw new Refused(SELF, "vorhandene");
  refuseLater("von", neu.von);
  await holdBoth(tx, personId, andere);
  const { art, seite } = ROLLEN[neu.beziehung];
  const [whose, other] = seite === "andere" ? [personId, andere] : [andere, personId];
  await refuseKnown(tx, whose, other, art);
  const id = randomUUID();
  await tx
    .insertInto("kim.beziehung")
    .values({
      ...(await akteOf(tx, whose)),
      id,
      person_id: whose,
      andere_id: other,
      art,
      von: neu.von,
      erfasst_von: actor.kontoId,
    })
    .execute();
  if (neu.zusammen) await moveIn(tx, personId, andere, neu.von ?? today());
  await recordEvent(tx, actor, { art: "person.familie_ergaenzt", gegenstand: { art: "person", id: personId } });
  return id;
}

/**
 * Records somebody of a person's family as a person of the same file, and what she or he is. Returns the new id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused naming the field that has to be put right
 */
export async function addAngehoerige(
  tx: Tx,
  actor: Actor,
  personId: string,
  neu: Neu,
  eingabe: PersonEingabe,
): Promise<string> {
  const file = fileOf(actor, (await akteOf(tx, personId)).konto_id);
  const id = await createPerson(tx, actor, eingabe, today(), today(), file);
  await addBeziehung(tx, actor, personId, id, neu);
  return id;
}

/** Both persons, held in the order of their ids. @throws Refused, NotFound */
async function holdBoth(tx: Tx, personId: string, andere: string): Promise<void> {
  const files = await personFiles(tx, [personId, andere]);
  if (!files.has(personId)) throw new NotFound();
  if (!files.has(andere)) throw new Refused(GONE, "vorhandene");
  for (const id of [personId, andere].toSorted()) await lockRow(tx, "kim.person", id);
}

async function refuseKnown(tx: Tx, person: string, andere: string, art: string): Promise<void> {
  const both = [person, andere];
  const known = await tx
    .selectFrom("kim.beziehung")
    .select("id")
    .where("person_id", "=", ofPersons(both))
    .where("andere_id", "=", ofPersons(both))
    .where("art", "=", art)
    .where("bis", "is", null)
    .executeTakeFirst();
  if (known !== undefined) throw new Refused(KNOWN, "beziehung");
}
