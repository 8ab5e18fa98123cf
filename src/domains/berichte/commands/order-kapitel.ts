import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused, refuseUnknownFields } from "../../../platform/form.ts";
import { type At, held } from "../../../platform/held.ts";
import type { Ordnung } from "../model/eingabe.ts";
import { ordnungValues } from "../model/form-values.ts";
import type { Kapitel } from "../model/kapitel.ts";
import { heldEntwurf } from "../queries/berichte.ts";
import { kapitelIn } from "../queries/kapitel.ts";
import { countChange } from "../rows/kapitel.ts";

type Platz = {
  readonly kapitel: Kapitel;
  readonly wunsch: number;
  readonly vorher: number;
  readonly entfaellt: boolean;
};

/** @throws Refused at the field of a place that is no number */
function platzOf(input: Ordnung, kapitel: Kapitel, vorher: number): Platz {
  const field = `rang_${kapitel.id}`;
  const typed = (input[field]?.[0] ?? String(vorher)).trim();
  if (!/^\d{1,3}$/.test(typed)) throw new Refused("Geben Sie eine ganze Zahl an, zum Beispiel 3.", field);
  const entfaellt = kapitel.art !== "zahlen" && input[`dabei_${kapitel.id}`]?.[0] !== "ja";
  return { kapitel, wunsch: Number(typed), vorher, entfaellt };
}

/** Of two for the same place the one that was moved comes to stand there: before the other if it came from below, else behind. */
function platzFolge(a: Platz, b: Platz): number {
  const moved = (p: Platz) => Math.sign(p.wunsch - p.vorher);
  return a.wunsch - b.wunsch || moved(a) - moved(b) || a.vorher - b.vorher;
}

/**
 * Orders the chapters of a draft and says which of them are left out. The notes on the figures always stay.
 * @throws NotFound for a released report
 * @throws Stale when head or order were changed since `at.version`
 * @throws Refused (field `rang_<id>`)
 */
export async function orderKapitel(tx: Tx, actor: Actor, { id, version }: At, input: Ordnung): Promise<void> {
  refuseUnknownFields(input, /^(rang|dabei)_[0-9a-f-]{36}$/);
  const akte = await heldEntwurf(tx, actor, id);
  const all = await kapitelIn(tx, id);
  held(akte, version, () => ordnungValues(all));
  const places = all.map((kapitel, i) => platzOf(input, kapitel, i + 1)).toSorted(platzFolge);
  for (const [i, { kapitel, entfaellt }] of places.entries()) {
    if (kapitel.rang === i + 1 && kapitel.entfaellt === entfaellt) continue;
    await tx
      .updateTable("kim.bericht_kapitel")
      .set({ rang: i + 1, entfaellt })
      .where("id", "=", kapitel.id)
      .execute();
  }
  await tx
    .updateTable("kim.bericht")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .execute();
  await countChange(tx, id);
  await recordEvent(tx, actor, { art: "bericht.geaendert", gegenstand: { art: "bericht", id } });
}
