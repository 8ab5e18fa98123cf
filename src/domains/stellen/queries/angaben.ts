import { today } from "../../../platform/clock.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { codelisten, kodesAm } from "../../codelisten/index.ts";

/** What is chosen from lists, checked against them. `kept` is what the record has already and may keep. */

/** @throws Refused (field `art`) */
export async function knownArt(tx: Tx, art: string, kept: readonly string[] = []): Promise<void> {
  const { stelle_art } = await codelisten(tx);
  if (!kodesAm(stelle_art, today(), kept).some((k) => k.code === art))
    throw new Refused("Wählen Sie die Art der Stelle.", "art");
}

/** @throws Refused (field `grund`) */
export async function knownGrund(tx: Tx, grund: string): Promise<void> {
  const { vakanzgrund } = await codelisten(tx);
  if (!kodesAm(vakanzgrund, today()).some((k) => k.code === grund))
    throw new Refused("Wählen Sie einen Grund aus der Liste.", "grund");
}

/** @throws Refused (field `kommunen`) */
export async function knownKommunen(tx: Tx, kommunen: readonly string[], kept: readonly string[] = []): Promise<void> {
  const asked = kommunen.filter((ags) => !kept.includes(ags));
  if (asked.length === 0) return;
  const rows = await tx
    .selectFrom("kim.kommune")
    .select("ags")
    .where("ags", "=", anyOf(asked))
    .where("aktiv", "=", true)
    .execute();
  if (rows.length < new Set(asked).size) throw new Refused("Wählen Sie Kommunen des Kreises.", "kommunen");
}
