import { refuseLater } from "../../../platform/not-later.ts";
import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { tagText } from "../../../platform/span.ts";
import { type Einschaetzung, isLeer } from "../model/assessment.ts";
import { bereichValues } from "../model/form-values.ts";
import { type FallAkte, offeneAkte } from "../queries/akte.ts";
import { type Lebensbereich, bereichOf, ortOf } from "../queries/assessments.ts";
import { sealTexts } from "../queries/sealed.ts";

/** Where one is after an area was written: its case, its assessment, and the next area that is still empty, if there is one. */
export type Danach = { readonly fallId: string; readonly naechster: string | undefined };

/**
 * Writes one area of an assessment, or puts it right: what it said before stays as a Fassung.
 * @throws NotFound, Stale
 * @throws Refused naming the field that has to be put right
 */
export async function assess(tx: Tx, actor: Actor, { id, version }: At, typed: Einschaetzung): Promise<Danach> {
  // The case is held, not the area: its parts are few, and whoever goes on with the case may do so in the same transaction.
  await lockRow(tx, "kim.fall", (await ortOf(tx, id)).fallId);
  const ort = await ortOf(tx, id);
  const fall = await offeneAkte(tx, actor, ort.fallId);
  const { bereich, alle } = await bereichOf(tx, fall.key, { id, assessmentId: ort.assessmentId });
  held(bereich, version, (row) => bereichValues(row, ort.tag));
  const leer = isLeer(typed);
  refuse(typed, { leer, war: bereich, tag: ort.tag });
  if (bereich.am !== null) await keepFassung(tx, fall, { ...bereich, am: bereich.am });
  const at = { kreis: actor.kreis, id };
  await tx
    .updateTable("kim.lebensbereich")
    .set({
      am: leer ? null : typed.am,
      skala: typed.skala,
      ...sealTexts(fall.key, at, "kim.lebensbereich", typed),
      geschrieben_von: actor.kontoId,
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
  const art = bereich.am === null ? "assessment.eingeschaetzt" : "assessment.berichtigt";
  await recordEvent(tx, actor, { art, gegenstand: { art: "fall", id: ort.fallId } });
  return { fallId: ort.fallId, naechster: alle.find((one) => one.am === null && one.id !== id)?.id };
}

type Vorher = { readonly leer: boolean; readonly war: Lebensbereich; readonly tag: string };

function refuse(typed: Einschaetzung, { leer, war, tag }: Vorher): void {
  if (leer && war.am === null) {
    throw new Refused(
      "Tragen Sie wenigstens eines ein: eine Zahl oder einen Satz. Oder lassen Sie den Bereich aus.",
      "skala",
    );
  }
  refuseLater("am", typed.am);
  if (typed.am < tag) {
    throw new Refused(`Das Assessment beginnt am ${tagText(tag)}. Dieser Tag liegt davor.`, "am");
  }
}

const keepFassung = (
  tx: Tx,
  { akte, key }: FallAkte & { readonly key: NonNullable<FallAkte["key"]> },
  before: Lebensbereich & { readonly am: string },
) => {
  const id = randomUUID();
  return tx
    .insertInto("kim.lebensbereich_fassung")
    .values({
      ...akte,
      id,
      lebensbereich_id: before.id,
      version: before.version,
      ersetzt_am: today(),
      geschrieben_von: before.geschriebenVon ?? akte.konto_id,
      am: before.am,
      skala: before.skala,
      ...sealTexts(key, { kreis: akte.kreis, id }, "kim.lebensbereich_fassung", before),
    })
    .execute();
};
