import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { type TrennenEingabe, hindernisTrennen } from "../model/teilung.ts";
import { ohneNamen, zuweisungOf } from "../queries/zuweisungen.ts";
import { nextNr } from "../rows/haushalt.ts";
import { copyThemen, moveMenschen, setMenschen, writeNeben, writeTeilung } from "../rows/teilung.ts";

/**
 * One row of a list is two households: whoever goes over becomes a household beside it, which went the same way so far. Talks stay
 * where they were entered, so that nobody is counted twice. Returns the new one.
 * @throws NotFound, Stale
 * @throws Refused where nobody would stay, or fewer than are named
 */
export async function partHaushalt(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { mitglied, menschen }: TrennenEingabe,
): Promise<string> {
  const nr = await nextNr(tx, (await ohneNamen(tx, id)).stapelId, 1);
  await lockRow(tx, "kim.zuweisung", id);
  const z = held(await zuweisungOf(tx, actor, id), version);
  const gehen = z.mitglieder.filter((one) => mitglied.includes(one.id));
  if (gehen.length !== new Set(mitglied).size) throw new NotFound();
  const problem = hindernisTrennen({
    menschen: z.menschen,
    genannt: z.mitglieder.length,
    gehen: menschen,
    gehenGenannt: gehen.length,
  });
  if (problem !== undefined) throw new Refused(problem.satz, problem.field);
  const neu = await writeNeben(tx, actor, z, { nr, menschen });
  const menschIds = await moveMenschen(
    tx,
    id,
    neu,
    gehen.map((one) => one.id),
  );
  const themen = await copyThemen(tx, actor, id, { id: neu, kontoId: z.kontoId, themen: new Map() });
  // With a file it is handed over, not given away: that holds for whoever goes as well.
  if (gehen.some(({ personId }) => personId !== null))
    await tx.updateTable("kim.zuweisung").set({ akte_am: z.akteAm }).where("id", "=", neu).execute();
  await setMenschen(tx, z, z.menschen - menschen, z.akteAm);
  const wer = { andereId: neu, menschen, menschIds, beratungIds: [], themen, andereFassung: 1 };
  await writeTeilung(tx, actor, z, { art: "getrennt", ...wer });
  await recordEvent(tx, actor, { art: "zuweisung.getrennt", gegenstand: { art: "zuweisung", id } });
  return neu;
}
