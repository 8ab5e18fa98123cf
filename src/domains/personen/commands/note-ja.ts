import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { today } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { held } from "../../../platform/held.ts";
import type { Ja } from "../model/ja.ts";
import { akteOf } from "../queries/akte.ts";
import { anschlussOf } from "../queries/anschluss.ts";

/** What she said yes to, which day (ISO), how. */
type Gesagt = {
  readonly art: Ja;
  readonly am?: string;
  readonly was: "beratungen" | "zusammenfuehrung" | "name";
  readonly zusammenfuehrung?: string;
};

/** Writes down that a person agreed to earlier contacts standing under her name; who asked the database adds. Returns the id. */
export async function noteJa(tx: Tx, actor: Actor, personId: string, gesagt: Gesagt): Promise<string> {
  const id = randomUUID();
  const { art, am = today(), was, zusammenfuehrung = null } = gesagt;
  await tx
    .insertInto("kim.anschluss")
    .values({
      ...(await akteOf(tx, personId)),
      id,
      person_id: personId,
      was,
      art,
      am,
      zusammenfuehrung_id: zusammenfuehrung,
    })
    .execute();
  await recordEvent(tx, actor, {
    art: "person.angeschlossen",
    gegenstand: { art: "person", id: personId },
    zweck: art,
  });
  return id;
}

const GONE = "Dieses Ja ist schon zurückgenommen.";

/** Marks a yes as taken back; whoever joined something on it parts it before. @throws NotFound, Stale, Refused */
export async function takeBackJa(
  tx: Tx,
  actor: Actor,
  at: { readonly id: string; readonly version: number },
): Promise<void> {
  const ja = held(await anschlussOf(tx, at.id), at.version);
  if (ja.zurueckgenommenAm !== null) throw new Refused(GONE);
  await tx
    .updateTable("kim.anschluss")
    .set({ zurueckgenommen_am: today(), version: ja.version + 1 })
    .where("id", "=", at.id)
    .execute();
  await recordEvent(tx, actor, { art: "person.ja_zurueckgenommen", gegenstand: { art: "person", id: ja.personId } });
}
