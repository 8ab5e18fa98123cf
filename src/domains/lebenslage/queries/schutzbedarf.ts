import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { ofPerson } from "../../personen/index.ts";
import { type Eintrag, newestFirst } from "../model/bereiche.ts";
import { type SchutzEingabe, SchutzGespeichert } from "../model/schutzbedarf.ts";
import { keysOf } from "./keys.ts";
import { openText } from "../../../platform/sealed-text.ts";
import { ANGABEN } from "./sealed.ts";

/** The needs for protection of a person, or one of them, wrong ones included, the last begun first. One whose key is gone is missing. */
export async function schutzbedarf(
  tx: Tx,
  actor: Actor,
  of: { readonly person: string } | { readonly id: string },
): Promise<Eintrag<SchutzEingabe>[]> {
  const all = tx.selectFrom("kim.schutzbedarf").selectAll();
  const rows = await (
    "id" in of ? all.where("id", "=", of.id) : all.where("person_id", "=", ofPerson(of.person))
  ).execute();
  const keys = await keysOf(tx, actor, rows);
  return newestFirst(
    rows.flatMap((row): Eintrag<SchutzEingabe>[] => {
      const text = openText(keys.get(row.person_id), row, ANGABEN, row.angaben);
      if (text === null) return [];
      const stored: unknown = JSON.parse(text);
      return [
        {
          id: row.id,
          personId: row.person_id,
          kontoId: row.konto_id,
          version: row.version,
          falsch: row.falsch,
          daten: SchutzGespeichert.parse(stored),
        },
      ];
    }),
  );
}
