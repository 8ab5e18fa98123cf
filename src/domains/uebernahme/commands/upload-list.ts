import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { Refused } from "../../../platform/form.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { createSubjectKey } from "../../../platform/tresor/keys.ts";
import { GRENZEN, Unlesbar } from "../../../listen/index.ts";
import { dateiAbdruck, sealDatei, sealInhalt } from "../queries/siegel.ts";

/** A file as it was sent: its name without folders, and its bytes. */
export type Datei = { readonly datei: string; readonly bytes: Buffer };

const LONGEST_NAME = 255;

/**
 * Keeps a list of one's own, sealed with a key that belongs to it alone, and has it read. Returns its id. The same file may
 * be uploaded again; what was found then says that it was taken over.
 * @throws Refused for a file that is empty or larger than 50 MB
 */
export async function uploadList(tx: Tx, actor: Actor, datei: Datei): Promise<string> {
  const id = await keepList(tx, actor, datei);
  await enqueue(tx, "uebernahme.lesen", { kreis: actor.kreis, id });
  return id;
}

/** Keeps a list without asking the worker to read it: the command line reads at once. @throws Refused */
export async function keepList(tx: Tx, actor: Actor, { datei, bytes }: Datei): Promise<string> {
  if (bytes.length === 0) throw new Refused(new Unlesbar("leer").message, "datei");
  if (bytes.length > GRENZEN.datei) throw new Refused(new Unlesbar("zu_gross").message, "datei");
  const liste = { kreis: actor.kreis, id: randomUUID() };
  const key = await createSubjectKey(tx, { ...liste, art: "uebernahme", traegerId: actor.traegerId });
  await tx
    .insertInto("kim.uebernahme")
    .values({
      ...liste,
      traeger_id: actor.traegerId,
      konto_id: actor.kontoId,
      datei: sealDatei(key, liste, datei.replace(/^.*[/\\]/u, "").slice(-LONGEST_NAME)),
      abdruck: dateiAbdruck(actor.traegerId, bytes),
      bytes: bytes.length,
      inhalt: await sealInhalt(key, liste, bytes),
    })
    .execute();
  await recordEvent(tx, actor, { art: "liste.hochgeladen", gegenstand: { art: "liste", id: liste.id } });
  return liste.id;
}
