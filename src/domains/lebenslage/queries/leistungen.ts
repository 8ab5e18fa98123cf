import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { ofPerson } from "../../personen/index.ts";
import { type Eintrag, newestFirst } from "../model/bereiche.ts";
import type { LeistungEingabe } from "../model/leistung.ts";
import { keysOf } from "./keys.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { UNTERLAGEN } from "./sealed.ts";

/** The benefits of a person, or one of them, wrong ones included, the last begun first. */
export async function leistungen(
  tx: Tx,
  actor: Actor,
  of: { readonly person: string } | { readonly id: string },
): Promise<Eintrag<LeistungEingabe>[]> {
  const all = tx.selectFrom("kim.leistung").selectAll();
  const rows = await (
    "id" in of ? all.where("id", "=", of.id) : all.where("person_id", "=", ofPerson(of.person))
  ).execute();
  const keys = await keysOf(tx, actor, rows);
  return newestFirst(
    rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      kontoId: row.konto_id,
      version: row.version,
      falsch: row.falsch,
      daten: {
        art: row.art,
        beantragt_am: row.beantragt_am,
        von: row.von,
        bis: row.bis,
        vorher: row.vorher,
        vorher_bis: row.vorher_bis,
        unterlagen: openText(keys.get(row.person_id), row, UNTERLAGEN, row.unterlagen),
      },
    })),
  );
}
