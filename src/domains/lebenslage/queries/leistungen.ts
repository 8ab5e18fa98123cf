import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { ofPerson } from "../../personen/index.ts";
import type { Eintrag } from "../model/bereiche.ts";
import type { LeistungEingabe } from "../model/leistung.ts";
import { type Welche, gelesen } from "./gelesen.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { UNTERLAGEN } from "./sealed.ts";

/** The benefits of a person, or one of them, wrong ones included, the last begun first. */
export async function leistungen(tx: Tx, actor: Actor, of: Welche): Promise<Eintrag<LeistungEingabe>[]> {
  const all = tx.selectFrom("kim.leistung").selectAll();
  const rows = await (
    "id" in of ? all.where("id", "=", of.id) : all.where("person_id", "=", ofPerson(of.person))
  ).execute();
  return gelesen(tx, actor, rows, (row, key) => ({
    art: row.art,
    beantragt_am: row.beantragt_am,
    von: row.von,
    bis: row.bis,
    vorher: row.vorher,
    vorher_bis: row.vorher_bis,
    unterlagen: openText(key, row, UNTERLAGEN, row.unterlagen),
  }));
}
