import { refuseLater } from "../../../platform/not-later.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import { type KindAngaben, type KindSchritt, hindernis } from "../model/delfin.ts";
import { kindOf, kindValues } from "../queries/delfin.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { KITA } from "../queries/sealed.ts";
import { refuseKommune } from "./add-kind.ts";

/** Takes a child to its next state. @throws NotFound, Stale, Refused where the table of steps knows no such way */
export async function moveKind(tx: Tx, actor: Actor, { id, version }: At, { nach, am }: KindSchritt): Promise<void> {
  await lockRow(tx, "kim.delfin", id);
  const kind = held(await kindOf(tx, actor, id), version);
  const problem = hindernis(kind.stand, nach);
  if (problem !== undefined) throw new Refused(problem, "nach");
  refuseLater("am", am);
  if (am < kind.standSeit)
    throw new Refused(`Der letzte Schritt war am ${tagText(kind.standSeit)}. Dieser kann nicht davor liegen.`, "am");
  const { traeger_id, konto_id } = await tx
    .updateTable("kim.delfin")
    .set({ stand: nach, stand_seit: am, version: version + 1 })
    .where("id", "=", id)
    .returning(["traeger_id", "konto_id"])
    .executeTakeFirstOrThrow();
  const akte = { kreis: actor.kreis, traeger_id, konto_id, delfin_id: id };
  await tx
    .insertInto("kim.delfin_schritt")
    .values({ ...akte, folge: kind.schritte.length + 1, von: kind.stand, nach, am, erfasst_von: actor.kontoId })
    .execute();
  await recordEvent(tx, actor, { art: "delfin.weiter", gegenstand: { art: "delfin", id }, zweck: nach });
}

/** Puts right where a child needs a place and where it goes. @throws NotFound, Stale, Refused */
export async function changeKind(tx: Tx, actor: Actor, { id, version }: At, angaben: KindAngaben): Promise<void> {
  await lockRow(tx, "kim.delfin", id);
  const kind = held(await kindOf(tx, actor, id), version, kindValues);
  await refuseKommune(tx, angaben.ags, kind.ags);
  const key = (await subjectKeys(tx, actor.kreis, [kind.personId])).get(kind.personId);
  if (key === undefined) throw new Refused("Zu diesem Kind lässt sich nichts mehr eintragen: Seine Akte ist gelöscht.");
  await tx
    .updateTable("kim.delfin")
    .set({
      ags: angaben.ags,
      kita: sealText(key, { kreis: actor.kreis, id }, KITA, angaben.kita),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "delfin.geaendert", gegenstand: { art: "delfin", id } });
}
