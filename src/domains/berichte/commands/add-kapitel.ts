import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { refuseUnprintable } from "../../papier/index.ts";
import type { NeuesKapitel } from "../model/eingabe.ts";
import { KAPITEL, fehlendeArten } from "../model/kapitel.ts";
import { heldEntwurf } from "../queries/berichte.ts";
import { kapitelIn } from "../queries/kapitel.ts";
import { countChange, insertKapitel } from "../rows/kapitel.ts";

/** As many chapters as a paper that somebody reads can have. */
const MOST = 40;

/**
 * Adds a chapter to a draft: before the notes on the figures where these come last, else at the end. Returns its id.
 * @throws NotFound for a released report
 * @throws Refused (fields `art`, `titel`) for a kind that is there already, or a free chapter without a heading
 */
export async function addKapitel(
  tx: Tx,
  actor: Actor,
  { id }: { readonly id: string },
  { art, titel }: NeuesKapitel,
): Promise<string> {
  await heldEntwurf(tx, actor, id);
  const there = await kapitelIn(tx, id);
  if (there.length >= MOST) throw new Refused(`Mehr als ${MOST} Kapitel hat ein Bericht nicht.`, "art");
  if (!fehlendeArten(there).includes(art)) throw new Refused("Dieses Kapitel gibt es in dem Entwurf schon.", "art");
  if (art === "eigenes" && titel === "") throw new Refused("Geben Sie dem Kapitel eine Überschrift.", "titel");
  refuseUnprintable([titel], "titel");
  const last = there.at(-1);
  const ab = last?.art === "zahlen" ? last.rang : (last?.rang ?? 0) + 1;
  await tx
    .updateTable("kim.bericht_kapitel")
    .set((eb) => ({ rang: eb("rang", "+", 1) }))
    .where("bericht_id", "=", id)
    .where("rang", ">=", ab)
    .execute();
  const neu = { art, titel: titel === "" ? KAPITEL[art].titel : titel, entfaellt: false, text: null, vorschlag: "" };
  const [added = ""] = await insertKapitel(tx, { kreis: actor.kreis, bericht: id, ab }, [neu]);
  await countChange(tx, id);
  await recordEvent(tx, actor, { art: "bericht.geaendert", gegenstand: { art: "bericht", id } });
  return added;
}
