import { type Actor, may } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { refuseClosed } from "../../../platform/choice.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused } from "../../../platform/form.ts";
import { lockRow } from "../../../platform/held.ts";
import { beratende, menschField } from "../../zustaendigkeit/index.ts";
import type { Verteilung } from "../model/zuweisung.ts";
import { ohneNamen } from "../queries/zuweisungen.ts";

const NOTHING = "Wählen Sie mindestens einen Haushalt.";
const AKTE = "Zu einem dieser Haushalte gibt es schon eine Akte. Akten werden unter „Vertretung“ übergeben.";

/**
 * Gives households to somebody who counsels in the same Träger. Nobody's name is read for it: whoever they are goes along in the
 * database. By whoever is responsible, or by whoever distributes; never to oneself. Returns how many.
 * @throws NotFound for a household of a colleague where one does not distribute
 * @throws Refused naming the field
 */
export async function distribute(
  tx: Tx,
  actor: Actor,
  { zuweisung, an }: Pick<Verteilung, "zuweisung" | "an">,
): Promise<number> {
  const ids = [...new Set(zuweisung)].toSorted();
  if (ids.length === 0) throw new Refused(NOTHING, "zuweisung");
  refuseClosed(menschField("an", "Wer wird zuständig?", await beratende(tx, actor, [actor.kontoId]), an));
  let moved = 0;
  for (const id of ids) {
    await lockRow(tx, "kim.zuweisung", id);
    const haushalt = await ohneNamen(tx, id);
    if (!actor.konten.includes(haushalt.kontoId) && !may(actor, "zuweisung.verteilen")) throw new NotFound();
    if (haushalt.akteAm !== null) throw new Refused(AKTE, "zuweisung");
    if (haushalt.kontoId === an) continue;
    await tx
      .updateTable("kim.zuweisung")
      .set({ konto_id: an, version: haushalt.version + 1 })
      // What went into it goes with it.
      .where((e) => e.or([e("id", "=", id), e("aufgegangen_in", "=", id)]))
      .execute();
    await recordEvent(tx, actor, { art: "zuweisung.verteilt", gegenstand: { art: "zuweisung", id } });
    moved += 1;
  }
  return moved;
}
