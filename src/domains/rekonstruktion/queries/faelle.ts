import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { nennenAb } from "../../auswertung/index.ts";
import { type Gezaehlt, gezaehlt } from "../model/anteile.ts";
import type { Anteil } from "../model/rekonstruktion.ts";

/** What went into a reconstruction: whose cases, never which. */
export async function anteile(tx: Tx, rekonstruktionId: string): Promise<Anteil[]> {
  const rows = await tx
    .selectFrom("kim.rekonstruktion_anteil")
    .select(["id", "traeger_id"])
    .where("rekonstruktion_id", "=", rekonstruktionId)
    .orderBy("id")
    .execute();
  return rows.map(({ id, traeger_id: traegerId }) => ({ id, traegerId }));
}

/** How many cases from how many Träger, as this person may be told. */
export async function faelleGezaehlt(tx: Tx, actor: Actor, rekonstruktionId: string): Promise<Gezaehlt> {
  return gezaehlt(await anteile(tx, rekonstruktionId), { traegerId: actor.traegerId, ab: await nennenAb(tx) });
}

/** A case of one's own file that went into it; nobody else's file is seen from here. */
export type EigenerFall = { readonly anteilId: string; readonly fallId: string };

export async function eigeneFaelle(tx: Tx, rekonstruktionId: string): Promise<EigenerFall[]> {
  const rows = await tx
    .selectFrom("kim.rekonstruktion_fall as f")
    .innerJoin("kim.rekonstruktion_anteil as a", (on) =>
      on.onRef("a.kreis", "=", "f.kreis").onRef("a.id", "=", "f.anteil_id"),
    )
    .select(["f.anteil_id", "f.fall_id"])
    .where("a.rekonstruktion_id", "=", rekonstruktionId)
    .execute();
  return rows.map((row) => ({ anteilId: row.anteil_id, fallId: row.fall_id }));
}
