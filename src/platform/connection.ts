import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RootOperationNode,
  Transaction,
} from "kysely";
import { DatabaseError, type Pool } from "pg";
import type { DB } from "../../db/types/database.ts";
import { Line } from "./line.ts";
import { statementName } from "./statement-name.ts";
import type { Tx } from "./tx.ts";

/**
 * How a transaction begins: its settings, which no statement of it may miss, and whether it only reads. `once` reads exactly one
 * statement.
 */
export type Beginning = {
  readonly mode: "read only" | "read write";
  readonly settings: { readonly sql: string; readonly parameters: readonly string[] };
  readonly once?: boolean;
};

let sent = 0;

/** One step of a transaction, as it is sent. */
export type Step =
  { readonly beginning: Beginning } | { readonly sql: string; readonly parameters: readonly unknown[] };

let watcher: ((step: Step) => void) | undefined;

/** Shows every step that this process sends from now on to somebody who measures; nobody looks in ordinary work. */
export function watchStatements(watch: ((step: Step) => void) | undefined): void {
  watcher = watch;
}

/** How many statements this process has sent, without beginnings and ends; for measuring what a page costs. */
export const statementsSent = (): number => sent;

/** More answers than these are not left open at once: what is sent waits in memory until the server has read it. */
const MOST_OPEN = 50;

/** Whether the answer can only be that it failed: rows that are neither handed back nor skipped when they are there already. */
const saysNothing = (query: RootOperationNode): boolean =>
  query.kind === "InsertQueryNode" && query.returning === undefined && query.onConflict?.doNothing !== true;

const BEGIN = {
  "read only": { name: "kim_liest", text: "start transaction read only", values: [] },
  "read write": { name: "kim_schreibt", text: "start transaction read write", values: [] },
} as const;
const COMMIT = { name: "kim_endet", text: "commit", values: [] } as const;

/**
 * One transaction over a connection of the pool. What says nothing travels with what somebody waits for: beginning and settings
 * with the first statement, inserts with what follows them, at the latest the end. PostgreSQL does everything in the order it was
 * sent, and after one that failed nothing more; the next answer that somebody waits for tells it. A statement is prepared
 * under its name, so that PostgreSQL plans it once a connection.
 *
 * What cannot go wrong: settings follow the beginning in one message wherever the connection knows both, and otherwise stand
 * behind it in a transaction that refuses everything after one that failed; and where there is no transaction at all, no setting
 * is left for a wall to open.
 */
class OneTransaction implements DatabaseConnection {
  readonly #line: Line;
  readonly #beginning: Beginning;
  #begun: Promise<unknown> | undefined;
  /** Of inserts that nobody has waited for. */
  #open: Promise<unknown>[] = [];
  #last = false;
  #ended = false;
  #unusable = false;

  constructor(line: Line, beginning: Beginning) {
    this.#line = line;
    this.#beginning = beginning;
  }

  begin(): void {
    const { mode, settings } = this.#beginning;
    watcher?.({ beginning: this.#beginning });
    const set = { name: statementName(settings.sql), text: settings.sql, values: settings.parameters };
    this.#begun = Promise.all([this.#line.ask(BEGIN[mode]), this.#line.ask(set)]);
    // Whoever waits for the first statement hears of it.
    this.#begun.catch(() => void (this.#unusable = true));
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    // Whatever comes late must not reach whoever has the connection next.
    if (this.#ended) throw new Error("Diese Transaktion ist schon zu Ende.");
    const answer = this.#ask<R>(compiled);
    if (this.#beginning.mode === "read write" && saysNothing(compiled.query)) {
      answer.catch(() => undefined);
      this.#open.push(answer);
      if (this.#open.length >= MOST_OPEN) await this.#answers();
      return { rows: [] };
    }
    if (this.#beginning.once === true) this.#end();
    if (this.#last) process.nextTick(() => this.#end());
    this.#line.sendSoon();
    try {
      return await answer;
    } catch (error) {
      // After an insert that failed everything is refused: that one is the reason.
      await this.#answers();
      throw withCaller(error);
    }
  }

  async #ask<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      sent++;
      watcher?.({ sql, parameters });
      const answer = this.#line.ask<R>({ name: statementName(sql), text: sql, values: parameters });
      const [{ command, count, rows }] = await Promise.all([answer, this.#begun]);
      const changes = command !== "SELECT" && count !== undefined;
      return { rows, ...(changes ? { numAffectedRows: BigInt(count) } : {}) };
    } catch (error) {
      if (isStalePlan(error)) this.#unusable = true;
      // Where it could not begin everything is refused: that is the reason.
      await this.#begun;
      throw error;
    }
  }

  /** Waits for the inserts so far. @throws what the first of them failed with */
  async #answers(): Promise<void> {
    this.#line.send();
    const open = this.#open;
    this.#open = [];
    for (const answer of open) await answer;
  }

  /** What is asked at the next moment is the last: its end travels with it. */
  last(): void {
    if (this.#beginning.mode !== "read only") throw new Error("Das Ende einer Änderung wartet auf ihre Antworten.");
    this.#last = true;
  }

  /** The end of what was only read: nobody waits for it. */
  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    // The client is back in the pool by then, and a connection that broke leaves the pool by itself.
    this.#line.ask(COMMIT).catch(() => undefined);
    this.#line.send();
  }

  async commit(): Promise<void> {
    // Nobody asked anything: there is no transaction.
    if (this.#ended || (this.#line.silent && this.#open.length === 0)) return;
    if (this.#beginning.mode === "read only") return this.#end();
    this.#ended = true;
    const ended = this.#line.ask(COMMIT);
    this.#line.send();
    try {
      const { command } = await ended;
      await this.#answers();
      // PostgreSQL answers so where an error was caught and the transaction went on.
      if (command === "ROLLBACK") throw new Error("Die Transaktion war schon gescheitert.");
    } catch (error) {
      await this.#answers();
      throw error;
    }
  }

  async rollback(): Promise<void> {
    this.#ended = true;
    this.#line.drop();
    if (this.#line.silent) return;
    try {
      await this.#line.ask({ name: undefined, text: "rollback", values: [] });
    } catch {
      // Whoever asked hears why it came to this.
      this.#unusable = true;
    }
  }

  release(): void {
    this.#line.release(this.#unusable);
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield* [];
    throw new Error("Gelesen wird in Schritten mit keyset, nicht im Strom.");
  }
}

/** A prepared statement whose columns a migration changed: it fails on this connection for good, on a new one it does not. */
const isStalePlan = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === "0A000" && error.message.startsWith("cached plan");

/** The error of the server with the way that led to the statement. */
function withCaller(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const way = new Error().stack?.split("\n").slice(1).join("\n");
  error.stack = `${error.stack ?? error.message}\n${way ?? ""}`;
  return error;
}

const COMPILER = new PostgresQueryCompiler();
const ADAPTER = new PostgresAdapter();
const DRIVER = new DummyDriver();
/** What Kysely wants to know of a database beside its executor; nothing here connects. */
const dialect: Dialect = {
  createAdapter: () => ADAPTER,
  createDriver: () => DRIVER,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => COMPILER,
};

const running = new WeakMap<Tx, OneTransaction>();

/**
 * What is asked next, and at once with it, is the last that this transaction reads: the end travels with it, which saves a message and
 * waking the server. Whatever is asked later fails.
 * @throws Error in a transaction that writes
 */
export function lastly(tx: Tx): Tx {
  running.get(tx)?.last();
  return tx;
}

/**
 * One transaction: it ends when `work` ends, and is taken back when `work` fails. Statements that `work` asks at once travel as one;
 * Kysely's own transactions would send one after the other.
 */
export async function inTransaction<R>(pool: Pool, beginning: Beginning, work: (tx: Tx) => Promise<R>): Promise<R> {
  const one = new OneTransaction(new Line(await pool.connect()), beginning);
  const executor = new DefaultQueryExecutor(COMPILER, ADAPTER, { provideConnection: (consumer) => consumer(one) });
  try {
    one.begin();
    const tx = new Transaction<DB>({ config: { dialect }, dialect, driver: DRIVER, executor });
    running.set(tx, one);
    const result = await work(tx);
    await one.commit();
    return result;
  } catch (error) {
    await one.rollback();
    throw error;
  } finally {
    one.release();
  }
}
