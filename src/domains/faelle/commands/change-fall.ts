import { refuseLater } from "../../../platform/not-later.ts";
import { akteWithKey } from "../../personen/index.ts";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import type { FallAngaben } from "../model/fall.ts";
import { verloren } from "../model/phasen.ts";
import { fallValues } from "../model/form-values.ts";
import { fallOf } from "../queries/faelle.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { ANLIEGEN } from "../queries/sealed.ts";
import { refuseEnded, refuseGesperrt, weiteresRow } from "../rows/fall.ts";

/**
 * Replaces what stands at the top of a case of one's own.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function changeFall(tx: Tx, actor: Actor, { id, version }: At, angaben: FallAngaben): Promise<void> {
  await lockRow(tx, "kim.fall", id);
  const fall = held(await fallOf(tx, actor, id), version, fallValues);
  refuseGesperrt(fall);
  refuseLater("begonnen", angaben.begonnen);
  if (angaben.begonnen.slice(0, 4) !== String(fall.jahr)) {
    throw new Refused(
      `Das Aktenzeichen gehört zum Jahr ${fall.jahr}. Der Tag der Anfrage bleibt in diesem Jahr.`,
      "begonnen",
    );
  }
  refuseLater("weiteres_seit", angaben.weiteres_seit);
  const fehlt = verloren({ phase: fall.phase, weiteres: angaben.weiteres });
  if (fehlt !== undefined) throw new Refused(fehlt, "weiteres");
  const naechster = fall.schritte[1];
  if (naechster !== undefined && angaben.begonnen > naechster.am) {
    throw new Refused(`Der erste Schritt danach war am ${tagText(naechster.am)}. Die Anfrage liegt davor.`, "begonnen");
  }
  await refuseEnded(tx, "zugangsweg", angaben.zugangsweg, today(), fall.zugangsweg);
  const { key } = await akteWithKey(tx, actor, fall.personId);
  const row = { kreis: actor.kreis, id };
  await tx
    .updateTable("kim.fall")
    .set({
      begonnen: angaben.begonnen,
      zugangsweg: angaben.zugangsweg,
      dringlichkeit: angaben.dringlichkeit,
      anliegen: sealText(key, row, ANLIEGEN, angaben.anliegen),
      ...weiteresRow(key, row, angaben),
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "fall.geaendert", gegenstand: { art: "fall", id } });
}
