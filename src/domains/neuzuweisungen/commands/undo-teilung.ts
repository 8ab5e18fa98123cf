import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, anyOf } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { type Teilung, ruecknehmbar } from "../model/teilung.ts";
import { type Zuweisung, zuweisungOf } from "../queries/zuweisungen.ts";
import { moveGespraeche, moveMenschen, setAufgegangen, setMenschen } from "../rows/teilung.ts";
import { undoSchritt } from "./move-zuweisung.ts";

const GONE_ON =
  "Mit dem anderen Haushalt ist seitdem gearbeitet worden. Legen Sie beide zusammen, wenn sie doch eine Familie sind.";

/**
 * Takes back what happened last to a household: a step of its way, or that it was joined or parted, while nobody went on with it since.
 * @throws NotFound, Stale, Refused
 */
export async function undoLetztes(tx: Tx, actor: Actor, at: At): Promise<void> {
  const seen = await zuweisungOf(tx, actor, at.id);
  const last = ruecknehmbar(seen.teilungen, at.version);
  if (last === undefined) return undoSchritt(tx, actor, at);
  for (const one of [at.id, last.andereId].toSorted()) await lockRow(tx, "kim.zuweisung", one);
  const z = held(await zuweisungOf(tx, actor, at.id), at.version);
  await (last.art === "verbunden" ? apart(tx, z, last) : together(tx, z, last));
  await tx.updateTable("kim.zuweisung_teilung").set({ zurueckgenommen: true }).where("id", "=", last.id).execute();
  const gegenstand = { art: "zuweisung", id: z.id };
  await recordEvent(tx, actor, { art: "zuweisung.teilung_zurueck", gegenstand });
}

const wentOver = (tx: Tx, { id }: Teilung) =>
  tx
    .selectFrom("kim.zuweisung_teilung")
    .select(["mensch_ids", "beratung_ids", "themen"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

/** The other household as it is now. @throws Refused where it is elsewhere, or somebody went on with it */
async function otherAs(tx: Tx, z: Zuweisung, { andereId, andereFassung }: Teilung) {
  const row = await tx
    .selectFrom("kim.zuweisung")
    .select(["id", "konto_id", "version", "menschen", "akte_am"])
    .where("id", "=", andereId)
    .executeTakeFirstOrThrow();
  if (row.konto_id !== z.kontoId || row.version !== andereFassung) throw new Refused(GONE_ON);
  return row;
}

/** They were no family: whoever came goes back, with what came along. */
async function apart(tx: Tx, z: Zuweisung, teilung: Teilung): Promise<void> {
  const andere = await otherAs(tx, z, teilung);
  const went = await wentOver(tx, teilung);
  await setAufgegangen(tx, andere, null);
  await moveMenschen(tx, z.id, andere.id, went.mensch_ids);
  await moveGespraeche(tx, z.id, andere.id, went.beratung_ids);
  await tx
    .deleteFrom("kim.zuweisung_thema")
    .where("zuweisung_id", "=", z.id)
    .where("thema", "=", anyOf(went.themen))
    .execute();
  const left = z.mitglieder.some(({ id, personId }) => personId !== null && !went.mensch_ids.includes(id));
  await setMenschen(tx, z, z.menschen - andere.menschen, left || andere.akte_am === null ? z.akteAm : null);
}

/** They are one household after all: whoever went comes back, and the new one counts no longer. */
async function together(tx: Tx, z: Zuweisung, teilung: Teilung): Promise<void> {
  const andere = await otherAs(tx, z, teilung);
  await moveMenschen(tx, andere.id, z.id);
  await setAufgegangen(tx, andere, z.id);
  await setMenschen(tx, z, z.menschen + andere.menschen, z.akteAm);
}
