import { type Actor, may } from "../../../platform/actor.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";

/** A reconstruction that gaps came from; `liest`: whether this person may open it. */
export type AusRekonstruktion = { readonly id: string; readonly liest: boolean };

/** The reconstructions that these gaps were reported from. As long as one is open, its group alone and whoever leads it open it. */
export async function rekonstruktionenZu(
  tx: Tx,
  actor: Actor,
  lueckeIds: readonly string[],
): Promise<AusRekonstruktion[]> {
  const rows = await tx
    .selectFrom("kim.rekonstruktion_luecke as l")
    .innerJoin("kim.rekonstruktion_station as s", (on) =>
      on.onRef("s.kreis", "=", "l.kreis").onRef("s.id", "=", "l.station_id"),
    )
    .innerJoin("kim.rekonstruktion as r", (on) =>
      on.onRef("r.kreis", "=", "s.kreis").onRef("r.id", "=", "s.rekonstruktion_id"),
    )
    .leftJoin("kim.rekonstruktion_mitglied as m", (on) =>
      on
        .onRef("m.kreis", "=", "r.kreis")
        .onRef("m.rekonstruktion_id", "=", "r.id")
        .on("m.konto_id", "=", actor.kontoId),
    )
    .select(["r.id", "r.stand", "m.konto_id"])
    .distinct()
    .where("l.luecke_id", "=", anyOf(lueckeIds))
    .orderBy("r.id")
    .execute();
  const opens = (stand: string, konto: string | null) =>
    may(actor, "rekonstruktion.leiten") ||
    (may(actor, "rekonstruktion.lesen") && (stand === "abgeschlossen" || konto !== null));
  return rows.map(({ id, stand, konto_id: konto }) => ({ id, liest: opens(stand, konto) }));
}
