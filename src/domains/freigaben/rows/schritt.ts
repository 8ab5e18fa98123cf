import { randomUUID } from "node:crypto";
import { type Actor, isSystem } from "../../../platform/actor.ts";
import { Refused } from "../../../platform/form.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import type { DataKey } from "../../../platform/tresor.ts";
import type { Wort } from "../model/inhalt.ts";
import type { Schrittart, Seite } from "../model/stand.ts";
import { sealWort } from "../queries/sealed.ts";

type Neu = {
  readonly art: Schrittart;
  readonly seite: Seite;
  readonly tag?: string | null;
  readonly wort?: Wort | null;
};

/** Adds what happened to a copy. Whoever does holds its row, so that no number is given twice. */
export async function writeSchritt(
  tx: Tx,
  actor: Actor,
  of: { readonly id: string; readonly key: DataKey; readonly schritte: readonly { readonly folge: number }[] },
  { art, seite, tag = null, wort = null }: Neu,
): Promise<void> {
  const row = { kreis: actor.kreis, id: randomUUID() };
  await tx
    .insertInto("kim.freigabe_schritt")
    .values({
      ...row,
      freigabe_id: of.id,
      folge: (of.schritte.at(-1)?.folge ?? 0) + 1,
      seite,
      von: isSystem(actor) ? null : actor.kontoId,
      art,
      tag,
      inhalt: wort === null ? null : sealWort(of.key, row, wort),
    })
    .execute();
}

/**
 * What a recipient does stands in the log of whoever gave the copy; that of the recipient's own Träger has it as well, if it is
 * another one.
 */
export async function recordReceived(
  tx: Tx,
  actor: Actor,
  { id, geber }: { readonly id: string; readonly geber: { readonly traegerId: string } },
  art: string,
  zweck?: string,
): Promise<void> {
  const gegenstand = { art: "kopie", id };
  const event = { art, gegenstand, ...(zweck === undefined ? {} : { zweck }) };
  await recordEvent(tx, { ...actor, traegerId: geber.traegerId }, event);
  if (!isSystem(actor) && actor.traegerId !== geber.traegerId) await recordEvent(tx, actor, event);
}

/** A day that is named to somebody is one to come. @throws Refused */
export function refusePast(art: Schrittart, tag: string | null): void {
  if (tag === null || tag >= today()) return;
  throw new Refused(
    art === "termin"
      ? "Dieser Tag ist schon vorbei. Nennen Sie den Tag, an dem das Gespräch sein soll."
      : "Dieser Tag ist schon vorbei. Nennen Sie einen, bis zu dem noch etwas kommen kann.",
    "tag",
  );
}
