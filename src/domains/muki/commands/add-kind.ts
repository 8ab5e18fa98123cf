import { refuseLater } from "../../../platform/not-later.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { akteWithKey, ofPerson } from "../../personen/index.ts";
import { kommunen } from "../../verwaltung/index.ts";
import type { NeuesKind } from "../model/delfin.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { KITA } from "../queries/sealed.ts";

/** @throws Refused for a Kommune that is closed, unless it is kept */
export const refuseKommune = async (tx: Tx, ags: string, kept?: string): Promise<void> =>
  refuseClosed({
    name: "ags",
    label: "Kommune",
    list: await kommunen(tx),
    chosen: [ags],
    kept: kept === undefined ? [] : [kept],
  });

/**
 * Begins DELFIN 4 for a child of one's own; it is invited. Returns the new id.
 * @throws NotFound for a foreign person as for none
 * @throws Refused where the child is in that year already
 */
export async function addKind(tx: Tx, actor: Actor, input: NeuesKind): Promise<string> {
  refuseLater("am", input.am);
  await lockRow(tx, "kim.person", input.person);
  const { akte, key } = await akteWithKey(tx, actor, input.person);
  await refuseKommune(tx, input.ags);
  const known = await tx
    .selectFrom("kim.delfin")
    .select("id")
    .where("person_id", "=", ofPerson(input.person))
    .where("jahr", "=", input.jahr)
    .executeTakeFirst();
  if (known !== undefined)
    throw new Refused(`Dieses Kind steht schon bei DELFIN 4 im Jahr ${input.jahr}. Öffnen Sie es dort.`, "jahr");
  const id = randomUUID();
  const { person: personId, jahr, ags, am, kita } = input;
  await tx
    .insertInto("kim.delfin")
    .values({
      ...akte,
      id,
      person_id: personId,
      jahr,
      ags,
      stand: "eingeladen",
      stand_seit: am,
      kita: sealText(key, { kreis: actor.kreis, id }, KITA, kita),
    })
    .execute();
  await tx
    .insertInto("kim.delfin_schritt")
    .values({ ...akte, delfin_id: id, folge: 1, von: null, nach: "eingeladen", am, erfasst_von: actor.kontoId })
    .execute();
  await recordEvent(tx, actor, { art: "delfin.angelegt", gegenstand: { art: "delfin", id } });
  return id;
}
