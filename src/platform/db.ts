import { setTimeout as sleep } from "node:timers/promises";
import { type Insertable, type RawBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { Pool, types } from "pg";
import type { DB } from "../../db/types/database.ts";
import type { Actor } from "./actor.ts";
import { recordEvent } from "./audit.ts";
import { type Beginning, inTransaction, lastly } from "./connection.ts";
import { isId } from "./ids.ts";
import { isRepeatable } from "./pause.ts";
import type { Tx } from "./tx.ts";

export { jsonArrayFrom, lastly, sql };

export type { Tx };

export type DatabaseOptions = {
  readonly url: string;
  readonly applicationName: string;
  readonly poolSize: number;
  /** How long an answer may take before nobody waits for it any more, whatever the server promised to end by then. */
  readonly answerMs?: number;
};

/** A little longer than the server lets a statement of a page run (`statement_timeout`, migrate.ts). */
const ANSWER_MS = 18_000;
/** The same for work on whole lists, whose statements may take 20 minutes. */
export const LONG_ANSWER_MS = 21 * 60_000;

// Dates are dates: a `Date` would shift them by the server's time zone. Counts fit a double.
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.INT8, (text) => Number(text));

let pool: Pool | undefined;

/** A pool for the doors. `onError` hears of connections that broke while idle (a restarting server); they are replaced. */
export function openPool(options: DatabaseOptions, onError: (error: Error) => void = () => undefined): Pool {
  const opened = new Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.poolSize,
    connectionTimeoutMillis: 2000,
    // Whoever reads for a minute comes back to a connection that knows its statements; a new one plans each of them first.
    idleTimeoutMillis: 10 * 60_000,
    // What a connection keeps of all that it ever sent goes with it.
    maxLifetimeSeconds: 60 * 60,
    // A server that vanished ends no statement; whoever asked gets an error, and the connection is closed.
    query_timeout: options.answerMs ?? ANSWER_MS,
    keepAlive: true,
    // What is sent need not wait for the answer before it (connection.ts).
    pipeline: true,
  });
  opened.on("error", onError);
  // A connection that breaks inside a transaction, between two statements, tells nobody but this listener; without one it
  // ends the process. The next statement of the transaction fails as it should.
  opened.on("connect", (client) => void client.on("error", () => undefined));
  return opened;
}

/** Opens the doors for this process. */
export function startDatabase(options: DatabaseOptions, onError?: (error: Error) => void): void {
  if (pool !== undefined) throw new Error("Die Datenbank ist schon geöffnet.");
  pool = openPool(options, onError);
}

/** What is read once for as long as the doors lead to the same database: what only a new program changes, before it starts. */
export function oncePerDatabase<T>(read: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  const known = new WeakMap<Pool, T>();
  return async (tx) => {
    const here = pool;
    if (here === undefined) return read(tx);
    const value = known.get(here) ?? (await read(tx));
    known.set(here, value);
    return value;
  };
}

/** Does something with the doors leading elsewhere, as another role does it. Nothing else may pass them meanwhile. */
export async function throughPool<R>(other: Pool, work: () => Promise<R>): Promise<R> {
  const usual = pool;
  pool = other;
  try {
    return await work();
  } finally {
    pool = usual;
  }
}

/** Waits for running transactions, then closes. */
export async function stopDatabase(): Promise<void> {
  const open = pool;
  pool = undefined;
  await open?.end();
}

/** How many connections the pool has, and how many wait; for the metrics page. */
export const poolState = () => ({
  total: pool?.totalCount ?? 0,
  idle: pool?.idleCount ?? 0,
  waiting: pool?.waitingCount ?? 0,
});

/** Reads. PostgreSQL itself refuses every write inside. */
export const readAs = <R>(actor: Actor, work: (tx: Tx) => Promise<R>): Promise<R> => open(actor, "read only", work);

/** Reads with exactly one statement: beginning, statement and end travel as one. A second one fails. */
export const readOnceAs = <R>(actor: Actor, work: (tx: Tx) => Promise<R>): Promise<R> =>
  open(actor, "read only", work, true);

/** Changes. The audit event belongs into `work` (`recordEvent`), so that it commits or falls with the change. */
export const writeAs = <R>(actor: Actor, work: (tx: Tx) => Promise<R>): Promise<R> => open(actor, "read write", work);

/**
 * Opens a person's or consultation's record. The access-log row is written in the same transaction: no row, no sight.
 * `work` throws NotFound where there is nothing to see; then nothing is logged as opened either.
 */
export const openRecordAs = <R>(
  actor: Actor,
  subject: { readonly art: string; readonly id: string },
  zweck: string,
  work: (tx: Tx) => Promise<R>,
): Promise<R> =>
  open(actor, "read write", async (tx) => {
    const result = await work(tx);
    await recordEvent(tx, actor, { art: `${subject.art}.geoeffnet`, gegenstand: subject, zweck });
    return result;
  });

/** So often a transaction is done that others keep getting in the way of. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;

/**
 * One transaction. What failed only because of another one at the same time is done again, all of it: hence `work` has no effect
 * outside of it, or one that may happen twice.
 */
async function open<R>(actor: Actor, mode: Beginning["mode"], work: (tx: Tx) => Promise<R>, once = false): Promise<R> {
  const beginning = { mode, settings: settings(actor), once };
  for (let attempt = 1; ; attempt++) {
    if (pool === undefined) throw new Error("Die Datenbank ist nicht geöffnet.");
    try {
      return await inTransaction(pool, beginning, work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRepeatable(error)) throw error;
      // Not both at once again.
      await sleep(PAUSE_MS * 2 ** attempt * Math.random());
    }
  }
}

/**
 * The right side of `column = any(list)`: one parameter however long the list is, so that the statement keeps its plan, and an
 * empty list fits no row.
 */
export const anyOf = <T>(values: readonly T[]) => sql<T>`any(${[...values]})`;

/** Rows of one statement: enough that the way to the server does not count, few enough to stay small in memory. */
const BATCH = 2000;

/** Inserts many rows. All have the columns of the first. */
export async function insertMany<T extends keyof DB & string>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<void> {
  for (const insert of inserts(table, rows)) await insert.execute(tx);
}

/**
 * The statements of `insertMany`, made one by one as they are asked for. Rows travel as one parameter: of single ones PostgreSQL
 * takes 65,535, and thousands of them take longer to read than the rows to write. What all rows say alike travels once beside
 * them, and an empty value not at all: whose rows they are would stand in each.
 */
export function* inserts<T extends keyof DB & string>(
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Generator<RawBuilder<unknown>, undefined> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const part = rows.slice(at, at + BATCH).map(inJson);
    const [first = {}] = part;
    const names = Object.keys(first);
    const alike = new Set(names.filter((name) => part.every((row) => row[name] === first[name])));
    const own = part.map((row) => only(row, (name, value) => !alike.has(name) && value !== null));
    const shared = JSON.stringify(only(first, (name) => alike.has(name)));
    const [columns, name] = [sql.join(names.map((one) => sql.ref(one))), sql.table(table)];
    yield sql`insert into ${name} (${columns}) select ${columns} from json_populate_recordset(
      json_populate_record(null::${name}, ${shared}::json), ${JSON.stringify(own)}::json)`;
  }
}

/** A row as JSON has it: bytes in the notation of PostgreSQL. */
const inJson = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : value]),
  );

const only = (row: Record<string, unknown>, test: (name: string, value: unknown) => boolean) =>
  Object.fromEntries(Object.entries(row).filter(([name, value]) => test(name, value)));

const KREIS = /^\d{5}(\d{3})?$/;

/**
 * What a transaction may take at most. Part of its beginning, so that nothing an earlier one set in this session, and no
 * default that a role gave itself, holds for the next. Only `takeYourTime` asks for more.
 */
const LIMITS = { statement_timeout: "15s", lock_timeout: "5s" };

/** For work on a whole list or a whole Kreis: a statement of it takes longer than one of a page may. */
export const takeYourTime = async (tx: Tx): Promise<void> => {
  await sql`set local statement_timeout = '20min'`.execute(tx);
};

const SET = [
  ...Object.keys(LIMITS),
  "app.kreis",
  "app.traeger",
  "app.konto",
  "app.konten",
  "app.namentlich",
  "app.sicht",
];

/**
 * One statement that is prepared, whoever acts: `set local` takes no parameters, and PostgreSQL reads it anew each time (0103). The
 * count of what is null is shorter to answer than everything set.
 */
const SETTINGS = `select num_nulls(${SET.map((name, i) => `set_config('${name}', $${i + 1}, true)`).join(", ")})`;

/** Who acts, as walls ask for it; held against its form first, so that no wall finds something it would read otherwise. */
function settings(actor: Actor): Beginning["settings"] {
  if (!KREIS.test(actor.kreis) || ![actor.traegerId, actor.kontoId, ...actor.konten, ...actor.namentlich].every(isId)) {
    throw new Error("Die handelnde Person hat keine gültige Kennung.");
  }
  const { kreis, traegerId, kontoId, konten, namentlich, sicht } = actor;
  const who = [kreis, traegerId, kontoId, `{${konten.join(",")}}`, `{${namentlich.join(",")}}`, sicht];
  return { sql: SETTINGS, parameters: [...Object.values(LIMITS), ...who] };
}
