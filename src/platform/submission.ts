import type { Actor } from "./actor.ts";
import { type Tx, readAs, writeAs } from "./db.ts";
import { deleteDraft } from "./drafts.ts";
import { Refused, Stale, type Values, first } from "./form.ts";
import { isId } from "./ids.ts";
import { type Given, prepared } from "./prepared.ts";
import { keyedHash } from "./tresor/hash.ts";

/**
 * One sending of a form. `key` was made when the form was shown: a double click, a reload or a retry carries the same one.
 * `draft` is the autosaved copy that goes when the form is through. `version` is that of the record which the form was
 * filled from; 0 for a form without, which fits no record.
 */
export type Submission = {
  readonly key: string;
  readonly draft: string | undefined;
  readonly version: number;
  /** The record that the form changes, by the last id in its address; undefined for a new one. */
  readonly record?: string | undefined;
  /** What the form says of the record it was filled from (`_version`, `_gelesen`), for its draft. */
  readonly basis: Values;
  readonly print: Buffer;
};

const BASIS = new Set(["_version", "_gelesen"]);
/** What goes with a form and is not what was typed into it. */
const OF_THE_SENDING = new Set(["_schluessel", "_konto", "_entwurf"]);

/** Reads key and draft from a form. @throws Refused when the key is missing: no form of ours comes without. */
export function submissionOf(values: Values): Submission {
  const key = first(values, "_schluessel");
  const draft = first(values, "_entwurf");
  if (!isId(key))
    throw new Refused("Das Formular war unvollständig. Laden Sie die Seite neu und senden Sie es noch einmal.");
  const version = /^\d{1,9}$/.test(first(values, "_version")) ? Number(first(values, "_version")) : 0;
  const basis = Object.fromEntries(Object.entries(values).filter(([name]) => BASIS.has(name)));
  return { key, draft: isId(draft) ? draft : undefined, version, basis, print: printOf(values) };
}

/** What was sent, as a keyed hash: equal for a retry, different when something was changed before sending again. */
function printOf(values: Values): Buffer {
  const content = Object.entries(values).filter(([name]) => !OF_THE_SENDING.has(name));
  return keyedHash("formular", JSON.stringify(content.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** The same form was already saved, but with other content (back button, then changed). */
export class AlreadySaved extends Refused {
  readonly saved: string;
  constructor(saved: string) {
    super(
      "Dieses Formular haben Sie schon gespeichert, danach aber noch geändert. Speichern Sie noch einmal, wenn es ein weiterer Eintrag sein soll; sonst korrigieren Sie den gespeicherten.",
    );
    this.saved = saved;
  }
}

/**
 * A change that has its effect exactly once. `work` returns where to go next; for a repeated sending this answer comes
 * from the first one and `work` does not run. Change, key and removal of the draft are one transaction.
 * @throws AlreadySaved when the key was used for other content
 */
export async function writeOnce(
  actor: Actor,
  submission: Submission,
  work: (tx: Tx) => Promise<string>,
): Promise<string> {
  try {
    return await writeAs(actor, (tx) => runOnce(tx, actor, submission, work));
  } catch (error) {
    // Of two sendings at the same instant the second finds what the first did – its key, a newer version, nothing left to
    // remove – and takes that for somebody else's. By now the answer of the first is there.
    const [before, own] = await readAs(actor, async (tx) => [
      await used(tx, actor, submission.key),
      error instanceof Stale && (await isOwn(tx, actor, submission, error)),
    ]);
    if (before !== undefined) return answerIn(before, submission);
    throw error instanceof Stale && own === true ? error.byOneself() : error;
  }
}

/** Whether every change since the form was filled was a sending of one's own. */
async function isOwn(tx: Tx, actor: Actor, { record, version }: Submission, { conflict }: Stale): Promise<boolean> {
  const rows = await tx
    .selectFrom("kim.idempotenz")
    .select("fassung")
    .distinct()
    .where("konto_id", "=", actor.kontoId)
    .where("gegenstand", "=", record ?? "")
    .where("fassung", ">=", version)
    .where("fassung", "<", conflict.version)
    .execute();
  return version > 0 && rows.length === conflict.version - version;
}

type Used = { readonly abdruck: Buffer; readonly antwort: string };

/** @throws AlreadySaved */
function answerIn(before: Used, { print }: Submission): string {
  if (!before.abdruck.equals(print)) throw new AlreadySaved(before.antwort);
  return before.antwort;
}

async function runOnce(tx: Tx, actor: Actor, s: Submission, work: (tx: Tx) => Promise<string>): Promise<string> {
  const before = await used(tx, actor, s.key);
  if (before !== undefined) return answerIn(before, s);
  const antwort = await work(tx);
  const { key, print, version, record = null } = s;
  await KEEP(tx, { kreis: actor.kreis, konto: actor.kontoId, key, print, antwort, record, version });
  if (s.draft !== undefined) await deleteDraft(tx, actor, s.draft);
  return antwort;
}

type Sent = {
  readonly kreis: string;
  readonly konto: string;
  readonly key: string;
  readonly print: Buffer;
  readonly antwort: string;
  readonly record: string | null;
  readonly version: number;
};
const KEEP = prepared<Sent>()((db, { kreis, konto, key, print, antwort, record, version }) =>
  db.insertInto("kim.idempotenz").values({
    kreis,
    konto_id: konto,
    schluessel: key,
    abdruck: print,
    antwort,
    gegenstand: record,
    fassung: version,
  }),
);

const sending = (tx: Tx, konto: Given<string>, key: Given<string>) =>
  tx.selectFrom("kim.idempotenz").where("konto_id", "=", konto).where("schluessel", "=", key);

const USED = prepared<{ readonly konto: string; readonly key: string }>()((db, { konto, key }) =>
  sending(db, konto, key).select(["abdruck", "antwort"]),
);

const used = async (tx: Tx, actor: Actor, key: string): Promise<Used | undefined> =>
  (await USED(tx, { konto: actor.kontoId, key }))[0];

/** The answer of one's own form that was saved under this key, for a statement that asks more. */
export const answerQuery = (tx: Tx, konto: Given<string>, key: Given<string>) =>
  sending(tx, konto, key).select("antwort");
