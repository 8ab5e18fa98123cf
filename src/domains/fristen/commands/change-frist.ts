import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { FristAngaben } from "../model/frist.ts";
import { fristOf, fristValues } from "../queries/frist.ts";
import { TITEL } from "../queries/sealed.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** Changes what a Frist by hand is about, and how long before it is called due. @throws NotFound, Stale, Refused */
export async function changeFrist(tx: Tx, actor: Actor, at: At, input: FristAngaben): Promise<void> {
  await lockRow(tx, "kim.frist", at.id);
  const now = held(await fristOf(tx, actor, at.id), at.version, fristValues);
  if (now.art !== "hand") throw new Refused("Diese Frist folgt aus den Angaben der Akte.");
  if (now.stand !== "offen") throw new Refused("Diese Frist ist beendet. Öffnen Sie sie zuerst wieder.");
  const { akte, key } = await akteWithKey(tx, actor, now.personId);
  const row = { ...akte, id: now.id };
  const version = now.version + 1;
  await tx
    .updateTable("kim.frist")
    .set({ titel: sealText(key, row, TITEL, input.titel), vorlauf: input.vorlauf, version })
    .where("id", "=", now.id)
    .execute();
  await writeSchritt(tx, actor, { ...row, am: now.am, stand: "offen", version }, key);
  await recordEvent(tx, actor, { art: "frist.geaendert", gegenstand: { art: "frist", id: now.id } });
}
