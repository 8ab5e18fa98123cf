import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { halbjahrAm } from "../../auswertung/index.ts";
import { WordFehler } from "../documents/word-pruefen.ts";
import { fuelleWord } from "../documents/word-vorlage.ts";
import { kapitelAus } from "../model/vorlage.ts";
import { stand } from "../queries/berichte.ts";
import { grundlageOf } from "../queries/grundlage.ts";
import { type VorlageAkte, heldVorlage } from "../queries/vorlagen.ts";

/** Fills it once with the paper of now. @throws Refused (field `datei`) with every placeholder that is wrong, and its place */
async function refuseUnfillable(tx: Tx, kreis: string, vorlage: VorlageAkte, bytes: Buffer): Promise<void> {
  const { titel, kopf } = vorlage;
  const heute = today();
  const grundlage = await grundlageOf(tx, { kreis, zeitraum: halbjahrAm(heute), sitzung: kopf.sitzung, heute });
  const open = { nummer: undefined, berichtigt: undefined, ...stand(grundlage) };
  try {
    await fuelleWord(bytes, { titel, kopf, grundlage, kapitel: kapitelAus(vorlage, grundlage), ...open });
  } catch (error) {
    if (!(error instanceof WordFehler)) throw error;
    throw new Refused(error.message, "datei");
  }
}

/**
 * Gives a template the Word file of the house, or takes it away (null).
 * @throws NotFound
 * @throws Refused (field `datei`)
 */
export async function setWord(
  tx: Tx,
  actor: Actor,
  { id }: { readonly id: string },
  datei: { readonly name: string; readonly bytes: Buffer } | null,
): Promise<void> {
  const vorlage = await heldVorlage(tx, id);
  if (datei !== null) await refuseUnfillable(tx, actor.kreis, vorlage, datei.bytes);
  await tx
    .updateTable("kim.bericht_vorlage")
    .set({ word: datei?.bytes ?? null, word_name: datei?.name ?? null, version: vorlage.version + 1 })
    .where("id", "=", id)
    .execute();
  await recordEvent(tx, actor, { art: "bericht_vorlage.geaendert", gegenstand: { art: "bericht_vorlage", id } });
}
