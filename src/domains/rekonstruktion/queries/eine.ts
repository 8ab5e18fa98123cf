import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db.ts";
import { known } from "../../../platform/known.ts";
import { kontoNames } from "../../zugang/index.ts";
import type { Gezaehlt } from "../model/anteile.ts";
import type { Mitglied, Rekonstruktion, SchrittZeile, Station } from "../model/rekonstruktion.ts";
import { STAND } from "../model/stand.ts";
import { faelleGezaehlt } from "./faelle.ts";
import { type StationLuecke, stationLuecken } from "./luecken.ts";
import { mitglieder } from "./mitglieder.ts";
import { rekonstruktionOf } from "./rekonstruktionen.ts";
import { entfernte, stationen } from "./stationen.ts";

/** A reconstruction with all that belongs to it. */
export type Eine = {
  readonly rekonstruktion: Rekonstruktion;
  readonly stationen: readonly Station[];
  readonly entfernt: readonly Station[];
  readonly gruppe: readonly Mitglied[];
  readonly faelle: Gezaehlt;
  readonly luecken: readonly StationLuecke[];
  readonly verlauf: readonly (SchrittZeile & { readonly name: string | undefined })[];
};

async function verlaufOf(tx: Tx, actor: Actor, id: string): Promise<Eine["verlauf"]> {
  const rows = await tx
    .selectFrom("kim.rekonstruktion_schritt")
    .selectAll()
    .where("rekonstruktion_id", "=", id)
    .orderBy("nr")
    .execute();
  const names = await kontoNames(tx, actor.kreis, [...new Set(rows.map((row) => row.getan_von))]);
  return rows.map((row) => ({
    von: row.von === null ? null : known(STAND, row.von),
    nach: known(STAND, row.nach),
    am: row.am,
    grund: row.grund,
    wer: row.getan_von,
    name: names.get(row.getan_von),
  }));
}

/** @throws NotFound */
export async function eineRekonstruktion(tx: Tx, actor: Actor, id: string): Promise<Eine> {
  const rekonstruktion = await rekonstruktionOf(tx, actor, id);
  return {
    rekonstruktion,
    stationen: await stationen(tx, id),
    entfernt: await entfernte(tx, id),
    gruppe: await mitglieder(tx, id),
    faelle: await faelleGezaehlt(tx, actor, id),
    luecken: await stationLuecken(tx, id),
    verlauf: await verlaufOf(tx, actor, id),
  };
}
