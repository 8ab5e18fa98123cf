import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { ofPerson } from "../../personen/index.ts";
import { type AufenthaltEingabe, BESCHAEFTIGUNG_WORTE, JA_NEIN } from "../model/aufenthalt.ts";
import type { Eintrag } from "../model/bereiche.ts";
import { known } from "../model/felder.ts";
import { type Welche, gelesen } from "./gelesen.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { NOTIZ } from "./sealed.ts";

/** The residence statuses of a person, or one of them, wrong ones included, the last begun first. */
export async function aufenthalte(tx: Tx, actor: Actor, of: Welche): Promise<Eintrag<AufenthaltEingabe>[]> {
  const all = tx.selectFrom("kim.aufenthalt").selectAll();
  const rows = await (
    "id" in of ? all.where("id", "=", of.id) : all.where("person_id", "=", ofPerson(of.person))
  ).execute();
  return gelesen(tx, actor, rows, (row, key) => ({
    status: row.status,
    von: row.von,
    bis: row.bis,
    gueltig_bis: row.gueltig_bis,
    fiktion_bis: row.fiktion_bis,
    wohnsitzauflage: known(JA_NEIN, row.wohnsitzauflage),
    beschaeftigung: known(BESCHAEFTIGUNG_WORTE, row.beschaeftigung),
    notiz: openText(key, row, NOTIZ, row.notiz),
  }));
}
