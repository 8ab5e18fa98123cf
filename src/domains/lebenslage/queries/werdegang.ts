import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { ofPerson } from "../../personen/index.ts";
import type { Eintrag } from "../model/bereiche.ts";
import { known } from "../model/felder.ts";
import { ABBRUCH_WORTE, STAND_WORTE, type WerdegangEingabe } from "../model/werdegang.ts";
import { type Welche, gelesen } from "./gelesen.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { WAS } from "./sealed.ts";

/** School, work and courses of a person, or one entry of them, wrong ones included, the last begun first. */
export async function werdegang(tx: Tx, actor: Actor, of: Welche): Promise<Eintrag<WerdegangEingabe>[]> {
  const all = tx.selectFrom("kim.werdegang").selectAll();
  const rows = await (
    "id" in of ? all.where("id", "=", of.id) : all.where("person_id", "=", ofPerson(of.person))
  ).execute();
  return gelesen(tx, actor, rows, (row, key) => ({
    art: row.art,
    was: openText(key, row, WAS, row.was),
    stand: known(STAND_WORTE, row.stand),
    abbruch: known(ABBRUCH_WORTE, row.abbruch),
    von: row.von,
    bis: row.bis,
  }));
}
