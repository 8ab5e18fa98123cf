import type { Actor } from "../../../platform/actor.ts";
import { may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import type { LieferungEingabe } from "../model/lieferung-eingabe.ts";
import { monateText } from "../model/lieferung.ts";
import { monateIn, spanne } from "../model/zeitraum.ts";
import { lieferungen } from "../queries/lieferungen.ts";

/** Whose months somebody may report: those of every Träger, or of the own one. */
export const mayReportFor = (actor: Actor, traegerId: string): boolean =>
  may(actor, "auswertung.kreis_lesen") || traegerId === actor.traegerId;

/**
 * Reports months of a Träger as complete, as zero or as not complete yet, or takes the reports back.
 * @throws NotFound for a Träger out of sight
 * @throws Refused when what is reported cannot be: a month that is not over, zero although something is counted
 */
export async function reportLieferung(tx: Tx, actor: Actor, input: LieferungEingabe): Promise<void> {
  const { traeger, stand } = input;
  const [lieferung] = mayReportFor(actor, traeger) ? await lieferungen(tx, traeger) : [];
  if (lieferung === undefined) throw new NotFound();
  const monate = monateIn(spanne(input.von, input.bis));
  const ended = stand === "vollstaendig" || stand === "null";
  const running = monate.filter((monat) => monat >= today().slice(0, 7));
  if (ended && running.length > 0) {
    throw new Refused(`Noch nicht vorbei: ${monateText(running)}. Melden Sie das erst nach dem Monatsende.`, "bis");
  }
  const counted = (monat: string) => (lieferung.gezaehlt[monat] ?? 0) > 0;
  const wrong =
    stand === "null" ? monate.filter(counted) : stand === "vollstaendig" ? monate.filter((m) => !counted(m)) : [];
  if (wrong.length > 0) {
    const why =
      stand === "null"
        ? `Für ${monateText(wrong)} ist etwas gezählt. Null melden lässt sich nur, wo nichts gezählt ist.`
        : `Für ${monateText(wrong)} ist nichts gezählt. Gab es dort keine Beratung, melden Sie null.`;
    throw new Refused(why, "stand");
  }
  await write(tx, actor, input, monate);
  await recordEvent(tx, actor, { art: "lieferung.gemeldet", gegenstand: { art: "traeger", id: traeger } });
}

async function write(tx: Tx, actor: Actor, { traeger, stand }: LieferungEingabe, monate: string[]): Promise<void> {
  const days = monate.map((monat) => `${monat}-01`);
  if (stand === "keine") {
    await tx.deleteFrom("kim.lieferung").where("traeger_id", "=", traeger).where("monat", "in", days).execute();
    return;
  }
  const said = { stand, am: today(), konto_id: actor.kontoId };
  await tx
    .insertInto("kim.lieferung")
    .values(days.map((monat) => ({ kreis: actor.kreis, traeger_id: traeger, monat, ...said })))
    .onConflict((c) => c.columns(["kreis", "traeger_id", "monat"]).doUpdateSet(said))
    .execute();
}
