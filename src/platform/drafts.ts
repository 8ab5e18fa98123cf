import type { Actor } from "./actor.ts";
import { now } from "./clock.ts";
import { type Tx, anyOf, sql } from "./db.ts";
import { Refused, VALUES, type Values } from "./form.ts";
import { type Given, prepared } from "./prepared.ts";
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

/** Begun again within so many hours, a form is of the same sitting. */
const SITTING_HOURS = 12;

const typedIn = ([name, values]: readonly [string, readonly string[]]) =>
  name.startsWith("_") ? [] : values.filter((value) => value !== "").map((value) => [name, value] as const);

/** Whether everything that was typed into one stands in the other: a form that was given up and begun anew. */
const isContained = (one: Values, other: Values): boolean =>
  Object.entries(one)
    .flatMap(typedIn)
    .every(([name, value]) => other[name]?.includes(value));

/**
 * Keeps the latest state of a form being typed. Two tabs have two ids and do not overwrite each other; what was given up in
 * the same sitting goes as soon as the new one holds all of it, so that nothing typed is lost and nothing is there twice.
 * @throws TooManyDrafts for a new one where the account has so many of this form
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  draft: Omit<Draft, "geaendert" | "record"> & { readonly record?: string | null },
): Promise<void> {
  const record = draft.record ?? null;
  const others = (await draftsWithContent(tx, actor, draft.form)).filter(({ id }) => id !== draft.id);
  const since = now().getTime() - SITTING_HOURS * 3_600_000;
  const again = others.filter(
    (other) => other.record === record && other.geaendert.getTime() > since && isContained(other.values, draft.values),
  );
  if (others.length - again.length >= MAX_DRAFTS) throw new TooManyDrafts();
  for (const { id } of again) await deleteDraft(tx, actor, id);
  const inhalt = seal(await ownKey(tx, actor), place(actor, draft.id), JSON.stringify(draft.values));
  const state = { inhalt, geaendert: now(), verworfen: null };
  await tx
    .insertInto("kim.entwurf")
    .values({
      kreis: actor.kreis,
      konto_id: actor.kontoId,
      id: draft.id,
      formular: draft.form,
      gegenstand: record,
      ...state,
    })
    .onConflict((c) => c.columns(["kreis", "konto_id", "id"]).doUpdateSet(state))
    .execute();
}

/** One draft of one's own, or undefined when it was saved or thrown away meanwhile. */
export async function draftOf(tx: Tx, actor: Actor, id: string): Promise<Draft | undefined> {
  const found = await ownDrafts(tx, actor.kontoId).where("id", "=", id).execute();
  return (await opened(tx, actor, found))[0];
}

/** One's open drafts of a form for new records or of records, newest first, with what was typed. */
export const draftsWithContent = (tx: Tx, actor: Actor, form: string): Promise<Draft[]> =>
  OF_FORM(tx, { konto: actor.kontoId, form }).then((rows) => opened(tx, actor, rows));
const OF_FORM = prepared<{ readonly konto: string; readonly form: string }>()((db, { konto, form }) =>
  ownDrafts(db, konto).where("formular", "=", form).orderBy("geaendert", "desc"),
);

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
    .where("verworfen", "is", null)
    .$if(record !== undefined, (q) => q.where("gegenstand", "=", record ?? null))
    .orderBy("geaendert", "desc")
    .execute();
}

/** How many there are, for a statement that asks more than that. */
export const draftCount = ({ kontoId }: Pick<Actor, "kontoId">, form: string) => sql<number>`(
  select count(*)::int from kim.entwurf where konto_id = ${kontoId}::uuid and formular = ${form} and verworfen is null)`;

/** All that somebody has begun, of every form, newest first, without the content. */
export async function allDrafts(tx: Tx, actor: Actor): Promise<Omit<Draft, "values">[]> {
  return tx
    .selectFrom("kim.entwurf")
    .select(["id", "formular as form", "gegenstand as record", "geaendert"])
    .where("konto_id", "=", actor.kontoId)
    .where("verworfen", "is", null)
    .orderBy("geaendert", "desc")
    .execute();
}

/** Removes a draft that was saved; nothing happens when there is none. */
export async function deleteDraft(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx.deleteFrom("kim.entwurf").where("konto_id", "=", actor.kontoId).where("id", "=", id).execute();
}

/** Throws drafts away, together. They can be taken back for a day. How many there were. */
export async function discardDrafts(tx: Tx, actor: Actor, form: string, ids: readonly string[]): Promise<number> {
  const result = await tx
    .updateTable("kim.entwurf")
    .set({ verworfen: now() })
    .where("konto_id", "=", actor.kontoId)
    .where("formular", "=", form)
    .where("id", "=", anyOf(ids))
    .where("verworfen", "is", null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Takes back what of a form was thrown away last, together. */
export async function restoreDrafts(
  tx: Tx,
  actor: Actor,
  form: string,
): Promise<{ id: string; record: string | null }[]> {
  const own = tx.selectFrom("kim.entwurf").where("konto_id", "=", actor.kontoId).where("formular", "=", form);
  return tx
    .updateTable("kim.entwurf")
    .set({ verworfen: null })
    .where("konto_id", "=", actor.kontoId)
    .where("formular", "=", form)
    .where(
      "verworfen",
      "=",
      own.select(({ fn }) => fn.max("verworfen").as("zuletzt")),
    )
    .returning(["id", "gegenstand as record"])
    .execute();
}

const ownDrafts = (tx: Tx, konto: Given<string>) =>
  tx
    .selectFrom("kim.entwurf")
    .select(["id", "formular", "gegenstand", "inhalt", "geaendert"])
    .where("konto_id", "=", konto)
    .where("verworfen", "is", null);

type Row = Awaited<ReturnType<ReturnType<typeof ownDrafts>["execute"]>>[number];

async function opened(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<Draft[]> {
  if (rows.length === 0) return [];
  const key = await ownKey(tx, actor);
  return rows.map((row) => ({
    id: row.id,
    form: row.formular,
    record: row.gegenstand,
    values: read(open(key, place(actor, row.id), row.inhalt)),
    geaendert: row.geaendert,
  }));
}

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
