import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { lockRow } from "../../../platform/held.ts";
import { SchrittEingabe as LueckeSchritt, gruppeOf, moveLuecke } from "../../luecken/index.ts";
import type { Massnahme } from "../model/massnahme.ts";
import { type Stand, STAENDE, istHoeher, lueckeNach, lueckeSchritte, uebergang } from "../model/stand.ts";
import { massnahmen } from "../queries/massnahmen.ts";

type Schritt = { readonly von: Stand | null; readonly nach: Stand; readonly grund: string | null };

/** Writes what became of a measure. */
export async function writeSchritt(tx: Tx, actor: Actor, massnahmeId: string, schritt: Schritt): Promise<void> {
  await tx
    .insertInto("kim.massnahme_schritt")
    .values({
      kreis: actor.kreis,
      id: randomUUID(),
      massnahme_id: massnahmeId,
      ...schritt,
      am: today(),
      getan_von: actor.kontoId,
    })
    .execute();
}

/** Why a gap moves: whoever reported it reads this. */
const grundOf = ({ titel }: Massnahme, nach: Stand, grund: string | null): string => {
  const said = `„${titel}“: ${STAENDE[nach]}.`;
  return grund === null ? said : `${said} ${grund}`.slice(0, 1000);
};

/**
 * Takes the gaps of a measure along after it moved: each as far as the last of its measures, rung by rung, so that whoever reported
 * reads every one. A gap that stands before these rungs, or is over, stays where it is.
 * @throws Refused where whoever does it may not lead gaps
 */
export async function moveLuecken(
  tx: Tx,
  actor: Actor,
  massnahme: Massnahme,
  schritt: { readonly von: Stand; readonly nach: Stand; readonly grund: string | null },
): Promise<void> {
  const weiter = uebergang(schritt.von, schritt.nach)?.richtung === "weiter";
  const groups = new Map<string, readonly string[]>();
  for (const id of massnahme.luecken) {
    const { wurzel, ids } = await gruppeOf(tx, id);
    groups.set(wurzel.id, ids);
  }
  for (const [id, ids] of [...groups].toSorted(([a], [b]) => a.localeCompare(b))) {
    const nach = lueckeNach((await massnahmen(tx, { luecken: ids })).map(({ stand }) => stand));
    if (nach === undefined) continue;
    await lockRow(tx, "kim.luecke", id);
    const { wurzel } = await gruppeOf(tx, id);
    // Back only with a step back: what somebody took further by hand stays there.
    if (weiter !== istHoeher(nach, wurzel.stand)) continue;
    const steps = lueckeSchritte(wurzel.stand, nach);
    for (const [i, step] of steps.entries())
      await moveLuecke(
        tx,
        actor,
        { id, version: wurzel.version + i },
        LueckeSchritt.parse({ nach: step, grund: grundOf(massnahme, schritt.nach, schritt.grund), kein_name: "ja" }),
      );
  }
}
