import { randomUUID } from "node:crypto";
import type { Actor } from "../../../platform/actor.ts";
import { recordEvent } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/db.ts";
import { NotFound, Refused, type Values } from "../../../platform/form.ts";
import { type At, held, lockRow } from "../../../platform/held.ts";
import { forgetFreigaben } from "../../uebersetzungen/index.ts";
import { type Liste, type ListeEingabe } from "../model/mitbringen.ts";
import { listenOf } from "../queries/vorlagen.ts";

/** What the form of a list is filled with. */
export const listeValues = ({ anlass, arten, weiteres }: Liste): Values => ({
  anlass: [anlass],
  arten: [...arten],
  weiteres: [weiteres.join("\n")],
});

async function refuseWrong(tx: Tx, actor: Actor, input: ListeEingabe, id?: string): Promise<void> {
  if (input.arten.length === 0 && input.weiteres === null)
    throw new Refused("Kreuzen Sie an, was mitzubringen ist, oder schreiben Sie es.", "arten");
  const own = (await listenOf(tx, actor)).filter(({ version }) => version !== undefined);
  if (own.some((one) => one.anlass === input.anlass && one.key !== id))
    throw new Refused("Eine Liste mit diesem Anlass gibt es schon. Ändern Sie diese.", "anlass");
}

/** Adds a list of the Träger. Returns its id. @throws Refused */
export async function addListe(tx: Tx, actor: Actor, input: ListeEingabe): Promise<string> {
  await refuseWrong(tx, actor, input);
  const id = randomUUID();
  await tx
    .insertInto("kim.mitbringliste")
    .values({ kreis: actor.kreis, id, traeger_id: actor.traegerId, ...input })
    .execute();
  await recordEvent(tx, actor, { art: "mitbringliste.angelegt", gegenstand: { art: "mitbringliste", id } });
  return id;
}

/** One's own Träger's list, held. @throws NotFound, Stale */
async function heldListe(tx: Tx, actor: Actor, { id, version }: At): Promise<{ readonly version: number }> {
  await lockRow(tx, "kim.mitbringliste", id);
  const found = (await listenOf(tx, actor)).find(({ key }) => key === id);
  if (found?.version === undefined) throw new NotFound();
  return held({ ...found, version: found.version }, version, listeValues);
}

/** @throws NotFound, Stale, Refused */
export async function changeListe(tx: Tx, actor: Actor, at: At, input: ListeEingabe): Promise<void> {
  const now = await heldListe(tx, actor, at);
  await refuseWrong(tx, actor, input, at.id);
  await tx
    .updateTable("kim.mitbringliste")
    .set({ ...input, version: now.version + 1 })
    .where("id", "=", at.id)
    .execute();
  await recordEvent(tx, actor, { art: "mitbringliste.geaendert", gegenstand: { art: "mitbringliste", id: at.id } });
}

/** Takes a list away; where the program has one for the occasion, that is offered again. @throws NotFound, Stale */
export async function removeListe(tx: Tx, actor: Actor, at: At): Promise<void> {
  await heldListe(tx, actor, at);
  await tx.deleteFrom("kim.mitbringliste").where("id", "=", at.id).execute();
  await forgetFreigaben(tx, actor, at.id);
  await recordEvent(tx, actor, { art: "mitbringliste.entfernt", gegenstand: { art: "mitbringliste", id: at.id } });
}
