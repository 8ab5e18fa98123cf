import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import type { Grund } from "../model/eingabe.ts";
import { nurText } from "../model/inhalt.ts";
import { freigabeOf } from "../queries/freigaben.ts";
import { lockKopie } from "../rows/kopie.ts";
import { writeSchritt } from "../rows/schritt.ts";

/**
 * Takes a copy back: from the moment this is stored nobody opens it. Whoever opens it this very moment is waited for, and stands in
 * its history. @throws NotFound, Stale, Refused
 */
export async function withdrawFreigabe(tx: Tx, actor: Actor, at: At, { text }: Grund): Promise<void> {
  await lockRow(tx, "kim.freigabe_akte", at.id);
  await lockRow(tx, "kim.freigabe", at.id);
  const now = held(await freigabeOf(tx, actor, at.id), at.version);
  if (now.gesperrt !== null) throw new Refused("Diese Kopie ist schon gesperrt.");
  if (now.stand === "angenommen") {
    throw new Refused("Die Person ist übergeben. Was der andere Träger bekommen hat, nimmt niemand zurück.");
  }
  if (now.key !== undefined) {
    const wort = text === null ? null : nurText(text);
    await writeSchritt(
      tx,
      actor,
      { id: at.id, key: now.key, schritte: now.schritte },
      { art: "gesperrt", seite: "geber", wort },
    );
  }
  await lockKopie(tx, at.id, "zurueckgezogen");
  await recordEvent(tx, actor, { art: "freigabe.zurueckgezogen", gegenstand: { art: "freigabe", id: at.id } });
}

/** Drops what was only prepared. @throws NotFound, Stale; Refused for what went out */
export async function discardFreigabe(tx: Tx, actor: Actor, at: At): Promise<void> {
  await lockRow(tx, "kim.freigabe_akte", at.id);
  const now = held(await freigabeOf(tx, actor, at.id), at.version);
  if (now.stand !== null) throw new Refused("Das ist schon freigegeben. Ziehen Sie es zurück.");
  await recordEvent(tx, actor, { art: "freigabe.verworfen", gegenstand: { art: "freigabe", id: at.id } });
  await tx.deleteFrom("kim.freigabe_akte").where("id", "=", at.id).execute();
}
