import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import type { Plan } from "../model/plan.ts";
import type { FallAkte } from "../queries/akte.ts";
import { entwurfIn, fassungenOf, geltendeIn, planOf } from "../queries/plaene.ts";
import { heldFall } from "../rows/plan.ts";
import { writeZiel } from "../rows/ziel.ts";
import { sealText } from "../../../platform/sealed-text.ts";
import { BEMERKUNG } from "../rows/sealed.ts";

/**
 * Begins the next version of the plan of a case: empty, or with everything that the version in force says.
 * @throws NotFound
 * @throws Refused where there is a draft already, or the case is over
 */
export async function beginEntwurf(tx: Tx, actor: Actor, fallId: string): Promise<void> {
  const akte = await heldFall(tx, actor, fallId);
  const fassungen = await fassungenOf(tx, fallId);
  if (entwurfIn(fassungen) !== undefined) {
    throw new Refused("Es gibt schon einen Entwurf. Ändern Sie ihn, statt einen neuen zu beginnen.");
  }
  const kopf = geltendeIn(fassungen);
  const vorige = kopf && (await planOf(tx, akte, kopf));
  await writeFassung(tx, akte, (kopf?.fassung ?? 0) + 1, vorige);
  await recordEvent(tx, actor, { art: "hilfeplan.begonnen", gegenstand: { art: "fall", id: fallId } });
}

async function writeFassung(tx: Tx, akte: FallAkte, fassung: number, vorige: Plan | undefined): Promise<void> {
  const id = randomUUID();
  await tx
    .insertInto("kim.hilfeplan")
    .values({
      ...akte.akte,
      id,
      fall_id: akte.id,
      fassung,
      // The day of the last version is gone by then; it is agreed anew.
      ueberpruefung_am: null,
      bemerkung: sealText(akte.key, { kreis: akte.akte.kreis, id }, BEMERKUNG, vorige?.bemerkung ?? null),
    })
    .execute();
  for (const [i, ziel] of (vorige?.ziele ?? []).entries()) {
    const faeden = ziel.schritte.map(({ faden }) => faden);
    await writeZiel(tx, akte, id, { ...ziel, rang: i + 1 }, faeden);
  }
}
