import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Luecke, SchrittEingabe } from "../model/luecke.ts";
import { type Gefragt, hindernis, uebergang } from "../model/stand.ts";
import { darunter } from "../queries/gruppe.ts";
import { lueckeOf, meldungen } from "../queries/luecken.ts";
import { istMelder } from "../queries/meine.ts";
import { refuseErkennbar } from "../rows/pruefen.ts";
import { writeSchritt } from "../rows/schritt.ts";

/** @throws Refused where the table of steps gives this one to somebody else */
async function refuseFremd(tx: Tx, actor: Actor, luecke: Luecke, input: SchrittEingabe): Promise<void> {
  if (uebergang(luecke.stand, input.nach)?.wer !== "meldende") {
    if (!may(actor, "luecke.steuern")) throw new Refused("Das entscheidet die Koordination.", "nach");
    return;
  }
  const reports = await meldungen(tx, await darunter(tx, luecke.id));
  if (!(await istMelder(tx, actor, luecke.id)))
    throw new Refused(
      "Zurückziehen kann nur, wer gemeldet hat. Sichten Sie die Lücke, dann können Sie sie ablehnen.",
      "nach",
    );
  if (reports.some(({ herkunft }) => herkunft === "rekonstruktion"))
    throw new Refused("Eine Gruppe hat die Lücke gemeldet. Die Koordination sieht sie an.", "nach");
  if (reports.length > 1)
    throw new Refused("Andere haben dasselbe gemeldet. Die Lücke bleibt; die Koordination sieht sie an.", "nach");
}

const gefragtOf = (input: SchrittEingabe): Gefragt => ({ ...input, wiederAm: input.wieder_am });

/**
 * Takes a gap to its next state, as the table of steps allows. Rooms that decide about gaps (bodies, measures) call it in the
 * transaction of their decision; whoever reported is told by it.
 * @throws NotFound, Stale
 * @throws Refused with a sentence where there is no such step, something is missing for it, or it is not this person's
 */
export async function moveLuecke(tx: Tx, actor: Actor, { id, version }: At, input: SchrittEingabe): Promise<void> {
  await lockRow(tx, "kim.luecke", id);
  const luecke = held(await lueckeOf(tx, id), version);
  const problem = hindernis(luecke.stand, input.nach, gefragtOf(input));
  if (problem !== undefined) throw new Refused(problem.satz, problem.field);
  await refuseFremd(tx, actor, luecke, input);
  refuseErkennbar({ grund: input.grund, thema: input.thema }, input.kein_name);
  const { fragt, wer } = uebergang(luecke.stand, input.nach) ?? {};
  const wieder = fragt === "wieder" ? input.wieder_am : null;
  if (wieder !== null && wieder <= today())
    throw new Refused("Dieser Tag ist schon vorbei. Geben Sie einen kommenden an.", "wieder_am");
  await tx
    .updateTable("kim.luecke")
    .set({
      stand: input.nach,
      stand_seit: today(),
      wieder_am: wieder,
      ...(fragt === "thema" ? { thema: input.thema } : {}),
      ...(fragt === "zahlen" ? { faelle: input.faelle, standorte: input.standorte } : {}),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  const step = { lueckeId: id, von: luecke.stand, nach: input.nach, grund: input.grund };
  await writeSchritt(tx, actor, wer === "meldende" ? { ...step, meldende: true } : step);
  await recordEvent(tx, actor, { art: "luecke.weiter", gegenstand: { art: "luecke", id }, zweck: input.nach });
}
