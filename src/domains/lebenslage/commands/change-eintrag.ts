import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused, sameIn } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { isId } from "../../../platform/ids.ts";
import { type Eintrag, valuesOf } from "../model/bereiche.ts";
import type { Bereich } from "../rows/bereich.ts";
import { keepFassung, kopfFor } from "../rows/eintrag.ts";
import { eintragEvent } from "./record-eintrag.ts";

const SAME = "Sie haben nichts geändert.";

/** An entry of one's own, or of somebody one stands in for. @throws NotFound for a foreign one as for none */
export async function eintragOf<E>(tx: Tx, actor: Actor, bereich: Bereich<E>, id: string): Promise<Eintrag<E>> {
  const [eintrag] = isId(id) ? await bereich.read(tx, actor, { id }) : [];
  if (eintrag === undefined) throw new NotFound();
  return eintrag;
}

/**
 * Replaces what stands in an entry: corrects it, ends it, or says that it never was so. What stood there stays in the history. Returns
 * whose it is.
 * @throws NotFound, Stale
 * @throws Refused where nothing changed, or naming the field
 */
export async function changeEintrag<E extends object>(
  tx: Tx,
  actor: Actor,
  bereich: Bereich<E>,
  at: At,
  { falsch, e }: { readonly falsch: boolean; readonly e: E },
): Promise<string> {
  const { personId } = await eintragOf(tx, actor, bereich, at.id);
  await lockRow(tx, "kim.person", personId);
  const shown = (one: Eintrag<E>) => valuesOf(one.daten, one.falsch);
  const before = held(await eintragOf(tx, actor, bereich, at.id), at.version, shown);
  await bereich.refuse(tx, e, before.daten);
  const now = valuesOf(e, falsch);
  if (Object.keys(now).every((field) => sameIn(shown(before), now, field))) throw new Refused(SAME);
  const row = await kopfFor(tx, actor, personId, at.id);
  const { version } = before;
  await keepFassung(tx, actor, row, { bereich: bereich.name, id: at.id, version, values: shown(before) });
  await bereich.update(tx, row, e, { falsch, version: version + 1 });
  await recordEvent(tx, actor, eintragEvent(bereich, personId, "geaendert"));
  return personId;
}
