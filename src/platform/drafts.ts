import type { Actor } from "./actor.ts";
import type { Tx } from "./db.ts";
import { Refused, VALUES, type Values } from "./form.ts";
import { open, seal } from "./tresor.ts";
import { subjectKeys } from "./tresor/keys.ts";

/**
 * Something half typed. It belongs to one account and is sealed with that account's key. `record` is what it changes, null for
 * a new record; its values then hold `_version` and `_gelesen` of the form as well.
 */
export type Draft = {
  readonly id: string;
  readonly form: string;
  readonly record: string | null;
  readonly values: Values;
  readonly geaendert: Date;
};

const place = (actor: Actor, id: string) => ({ kreis: actor.kreis, table: "kim.entwurf", row: id, column: "inhalt" });

/** So many drafts of one form are kept for an account: as many as somebody can still look through. */
export const MAX_DRAFTS = 20;

/** One more draft than are kept. Nothing was stored, and whoever types is told. */
export class TooManyDrafts extends Refused {
  constructor() {
    super(
      `Hier sind schon ${MAX_DRAFTS} Eingaben angefangen, mehr hebt KIM nicht auf. Diese ist nicht gesichert. Speichern oder verwerfen Sie eine der angefangenen; alle stehen unter „Mein Konto“.`,
    );
  }
}

/**
 * Keeps the latest state of a form being typed. Two tabs have two ids and do not overwrite each other.
 * @throws TooManyDrafts for a new one where the account has so many of this form
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  draft: Omit<Draft, "geaendert" | "record"> & { readonly record?: string | null },
): Promise<void> {
  const begun = await draftsOf(tx, actor, draft.form);
  if (begun.length >= MAX_DRAFTS && !begun.some(({ id }) => id === draft.id)) throw new TooManyDrafts();
  const key = await ownKey(tx, actor);
  const inhalt = seal(key, place(actor, draft.id), JSON.stringify(draft.values));
  await tx
    .insertInto("kim.entwurf")
    .values({
      kreis: actor.kreis,
      konto_id: actor.kontoId,
      id: draft.id,
      formular: draft.form,
      gegenstand: draft.record ?? null,
      inhalt,
      geaendert: new Date(),
    })
    .onConflict((c) => c.columns(["kreis", "konto_id", "id"]).doUpdateSet({ inhalt, geaendert: new Date() }))
    .execute();
}

/** One draft of one's own, or undefined when it was saved or thrown away meanwhile. */
export async function draftOf(tx: Tx, actor: Actor, id: string): Promise<Draft | undefined> {
  const row = await ownDrafts(tx, actor).where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const key = await ownKey(tx, actor);
  return {
    id: row.id,
    form: row.formular,
    record: row.gegenstand,
    values: read(open(key, place(actor, row.id), row.inhalt)),
    geaendert: row.geaendert,
  };
}

/** One's open drafts of a form, of one record where one is asked for, newest first, without their content. */
export async function draftsOf(
  tx: Tx,
  actor: Actor,
  form: string,
  record?: string,
): Promise<{ id: string; geaendert: Date }[]> {
  return tx
    .selectFrom("kim.entwurf")
    .select(["id", "geaendert"])
    .where("konto_id", "=", actor.kontoId)
    .where("formular", "=", form)
    .$if(record !== undefined, (q) => q.where("gegenstand", "=", record ?? null))
    .orderBy("geaendert", "desc")
    .execute();
}

/** All that somebody has begun, of every form, newest first, without the content. */
export async function allDrafts(tx: Tx, actor: Actor): Promise<Omit<Draft, "values">[]> {
  return tx
    .selectFrom("kim.entwurf")
    .select(["id", "formular as form", "gegenstand as record", "geaendert"])
    .where("konto_id", "=", actor.kontoId)
    .orderBy("geaendert", "desc")
    .execute();
}

/** Removes a draft; nothing happens when there is none. */
export async function deleteDraft(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx.deleteFrom("kim.entwurf").where("konto_id", "=", actor.kontoId).where("id", "=", id).execute();
}

const ownDrafts = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom("kim.entwurf")
    .select(["id", "formular", "gegenstand", "inhalt", "geaendert"])
    .where("konto_id", "=", actor.kontoId);

/** The key that seals what somebody has begun. */
export async function ownKey(tx: Tx, actor: Actor) {
  const key = (await subjectKeys(tx, actor.kreis, [actor.kontoId])).get(actor.kontoId);
  if (key === undefined) throw new Error("Zu diesem Konto fehlt der Schlüssel.");
  return key;
}

function read(json: string): Values {
  const parsed: unknown = JSON.parse(json);
  return VALUES.parse(parsed);
}
