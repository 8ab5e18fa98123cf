import { randomUUID } from "node:crypto";
import { type Actor, isSystem } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import { type Tx, sql } from "../../../platform/db.ts";
import { type DataKey, type Place, open, seal } from "../../../platform/tresor.ts";
import { subjectKeys } from "../../../platform/tresor/keys.ts";
import type { ErneuerungArt } from "../model/erneuerung.ts";
import { rolleOf } from "../model/rollen.ts";
import { kontoNames } from "../queries/kontodaten.ts";
import { type Proof, type Whose, forgetFormerWege } from "./anmeldewege.ts";

type Column = "von_wer" | "frei_wer";

const place = (kreis: string, row: string, column: Column): Place => ({ kreis, table: "kim.erneuerung", row, column });

/** Opens who renewed or confirmed: name and roles of then. */
export const openWer = (key: DataKey, kreis: string, row: string, column: Column, sealed: Uint8Array): string =>
  open(key, place(kreis, row, column), sealed);

/** Somebody's name and roles, for whoever cannot see the account and for when it is gone. */
async function werOf(tx: Tx, actor: Actor): Promise<string> {
  if (isSystem(actor)) return "Betrieb des Servers";
  const name = (await kontoNames(tx, actor.kreis, [actor.kontoId])).get(actor.kontoId) ?? "unbekannt";
  return `${name} (${actor.rollen.flatMap((code) => rolleOf(code)?.name ?? []).join(", ")})`;
}

type Renewed = Whose & { readonly traegerId: string; readonly key: DataKey };

/**
 * Notes that somebody else gives an account a new way in. From the same transaction on its files are closed; only a changed
 * address closes nothing, as it lets nobody in.
 */
export async function recordErneuerung(tx: Tx, actor: Actor, konto: Renewed, art: ErneuerungArt): Promise<void> {
  const { kreis, kontoId, traegerId, key } = konto;
  const id = randomUUID();
  const closes = art !== "adresse";
  await tx
    .insertInto("kim.erneuerung")
    .values({
      kreis,
      id,
      traeger_id: traegerId,
      konto_id: kontoId,
      art,
      von: actor.kontoId,
      von_wer: seal(key, place(kreis, id, "von_wer"), await werOf(tx, actor)),
      frei: closes ? null : sql<Date>`now()`,
    })
    .execute();
  if (closes) await recordEvent(tx, actor, { art: "akten.geschlossen", gegenstand: subject(kontoId), zweck: art });
}

const subject = (id: string) => ({ art: "konto", id });

/** Renewals of an account that wait for their release, the newest first. */
export const openErneuerungen = (tx: Tx, kontoId: string) =>
  tx
    .selectFrom("kim.erneuerung")
    .select(["id", "von", "am", "angenommen"])
    .where("konto_id", "=", kontoId)
    .where("frei", "is", null)
    .orderBy("am", "desc")
    .orderBy("id")
    .execute();

/** A link was used: from now on it can be asked who did, and what was set by it proves nothing about before. */
export async function markAccepted(tx: Tx, kontoId: string): Promise<void> {
  await tx
    .updateTable("kim.erneuerung")
    .set({ angenommen: sql<Date>`now()` })
    .where("konto_id", "=", kontoId)
    .where("frei", "is", null)
    .where("angenommen", "is", null)
    .execute();
}

/**
 * Opens the files of an account again, from the next request on. `actor` proved by something of before (`app`, `code`) that
 * it is her own, or confirms it for her (`person`). Returns false when nothing waited.
 */
export async function releaseFiles(tx: Tx, actor: Actor, konto: Whose, durch: Proof | "person"): Promise<boolean> {
  const rows = await openErneuerungen(tx, konto.kontoId);
  const key = (await subjectKeys(tx, konto.kreis, [konto.kontoId])).get(konto.kontoId);
  if (rows.length === 0 || key === undefined) return false;
  const wer = durch === "person" ? await werOf(tx, actor) : undefined;
  for (const { id } of rows) {
    const by =
      wer === undefined
        ? {}
        : { frei_von: actor.kontoId, frei_wer: seal(key, place(konto.kreis, id, "frei_wer"), wer) };
    await tx
      .updateTable("kim.erneuerung")
      .set({ frei: sql<Date>`now()`, frei_durch: durch, ...by })
      .where("id", "=", id)
      .execute();
  }
  // Whoever confirms for somebody else cannot reach her ways; what is left of before goes when she has read of it.
  if (durch !== "person") await forgetFormerWege(tx, konto);
  await recordEvent(tx, actor, { art: "akten.freigegeben", gegenstand: subject(konto.kontoId), zweck: durch });
  return true;
}

/** The account has read what was renewed; only what is released counts as read. */
export async function markRead(tx: Tx, whose: Whose): Promise<void> {
  await tx
    .updateTable("kim.erneuerung")
    .set({ gesehen: sql<Date>`now()` })
    .where("konto_id", "=", whose.kontoId)
    .where("frei", "is not", null)
    .where("gesehen", "is", null)
    .execute();
  if ((await openErneuerungen(tx, whose.kontoId)).length === 0) await forgetFormerWege(tx, whose);
}
