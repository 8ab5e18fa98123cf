import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { gueltige } from "../../../platform/schritte.ts";
import { type Kurz, type VerbindenEingabe, hindernisVerbinden } from "../model/teilung.ts";
import { type Zuweisung, zuweisungOf } from "../queries/zuweisungen.ts";
import {
  copyThemen,
  moveGespraeche,
  moveMenschen,
  setAufgegangen,
  setMenschen,
  writeTeilung,
} from "../rows/teilung.ts";

const kurz = (z: Zuweisung): Kurz => ({
  menschen: z.menschen,
  stand: z.stand,
  erreicht: gueltige(z.schritte).some(({ nach }) => nach === "erstkontakt"),
  nahmAuf: gueltige(z.teilungen).some(({ art, selbst }) => art === "verbunden" && !selbst),
});

const earlier = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);

/**
 * Two rows of a list are one family: whoever is in the other household belongs to this one from now on, with its talks and what is said
 * of the orientation. The other one counts no longer. Both have the same counsellor.
 * @throws NotFound, Stale
 * @throws Refused with a sentence that says from where it works, or that it is too many
 */
export async function joinHaushalte(
  tx: Tx,
  actor: Actor,
  { id, version }: At,
  { mit }: VerbindenEingabe,
): Promise<void> {
  if (mit === id) throw new NotFound();
  for (const one of [id, mit].toSorted()) await lockRow(tx, "kim.zuweisung", one);
  const z = held(await zuweisungOf(tx, actor, id), version);
  const andere = await zuweisungOf(tx, actor, mit);
  if (andere.stapelId !== z.stapelId || andere.kontoId !== z.kontoId) throw new NotFound();
  const problem = hindernisVerbinden(kurz(z), kurz(andere));
  if (problem !== undefined) throw new Refused(problem.satz, problem.field);
  const menschIds = await moveMenschen(tx, mit, id);
  const beratungIds = await moveGespraeche(tx, mit, id);
  const themen = await copyThemen(tx, actor, mit, z);
  await setAufgegangen(tx, andere, id);
  await setMenschen(tx, z, z.menschen + andere.menschen, earlier(z.akteAm, andere.akteAm));
  await writeTeilung(tx, actor, z, {
    art: "verbunden",
    andereId: mit,
    menschen: andere.menschen,
    menschIds,
    beratungIds,
    themen,
    andereFassung: andere.version + 1,
  });
  await recordEvent(tx, actor, { art: "zuweisung.verbunden", gegenstand: { art: "zuweisung", id } });
}
