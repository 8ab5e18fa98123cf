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
import { ANLIEGEN, WEITERES_WER, sealText } from "../queries/sealed.ts";
import { akteOf, refuseEnded, refuseLater } from "../rows/fall.ts";

/**
 * Replaces what stands at the top of a case of one's own.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function changeFall(tx: Tx, actor: Actor, { id, version }: At, angaben: FallAngaben): Promise<void> {
  await lockRow(tx, "kim.fall", id);
  const fall = held(await fallOf(tx, actor, id), version, fallValues);
  refuseLater("begonnen", angaben.begonnen, today());
  refuseLater("einwilligung_am", angaben.einwilligung_am, today());
  if (angaben.begonnen.slice(0, 4) !== String(fall.jahr)) {
    throw new Refused(
      `Das Aktenzeichen gehört zum Jahr ${fall.jahr}. Der Tag der Anfrage bleibt in diesem Jahr.`,
      "begonnen",
    );
  }
  if (angaben.weiteres === "ja" && angaben.weiteres_wer === null) {
    throw new Refused("Schreiben Sie, wer den Fall noch führt.", "weiteres_wer");
  }
  const { weiteres, einwilligung_am: einwilligungAm } = angaben;
  const fehlt = verloren({ phase: fall.phase, weiteres, einwilligungAm });
  if (fehlt !== undefined) throw new Refused(fehlt.satz, fehlt.field);
  const naechster = fall.schritte[1];
  if (naechster !== undefined && angaben.begonnen > naechster.am) {
    throw new Refused(`Der erste Schritt danach war am ${tagText(naechster.am)}. Die Anfrage liegt davor.`, "begonnen");
  }
  await refuseEnded(tx, "zugangsweg", angaben.zugangsweg, today(), fall.zugangsweg);
  const { key } = await akteOf(tx, actor, fall.personId);
  const row = { kreis: actor.kreis, id };
  await tx
    .updateTable("kim.fall")
    .set({
      begonnen: angaben.begonnen,
      zugangsweg: angaben.zugangsweg,
      dringlichkeit: angaben.dringlichkeit,
      anliegen: sealText(key, row, ANLIEGEN, angaben.anliegen),
      weiteres: angaben.weiteres,
      weiteres_wer: sealText(key, row, WEITERES_WER, angaben.weiteres === "ja" ? angaben.weiteres_wer : null),
      einwilligung_am: angaben.einwilligung_am,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "fall.geaendert", gegenstand: { art: "fall", id } });
}
