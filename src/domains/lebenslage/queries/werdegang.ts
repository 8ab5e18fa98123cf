import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { ofPerson } from "../../personen/index.ts";
import { type Eintrag, newestFirst } from "../model/bereiche.ts";
import { known } from "../model/felder.ts";
import { ABBRUCH_WORTE, STAND_WORTE, type WerdegangEingabe } from "../model/werdegang.ts";
import { keysOf } from "./keys.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { WAS } from "./sealed.ts";

/** School, work and courses of a person, or one entry of them, wrong ones included, the last begun first. */
export async function werdegang(
  tx: Tx,
  actor: Actor,
  of: { readonly person: string } | { readonly id: string },
): Promise<Eintrag<WerdegangEingabe>[]> {
  const all = tx.selectFrom("kim.werdegang").selectAll();
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
        was: openText(keys.get(row.person_id), row, WAS, row.was),
        stand: known(STAND_WORTE, row.stand),
        abbruch: known(ABBRUCH_WORTE, row.abbruch),
        von: row.von,
        bis: row.bis,
      },
    })),
  );
}
