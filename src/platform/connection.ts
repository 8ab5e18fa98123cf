import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RootOperationNode,
} from "kysely";
import { DatabaseError, type Pool, type PoolClient } from "pg";
import { statementName } from "./statement-name.ts";

/** How a transaction begins: its settings, which no statement of it may miss, and whether it only reads. */
export type Beginning = { readonly mode: "read only" | "read write"; readonly settings: string };

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

/**
 * One transaction over a connection of the pool. Beginning, settings and first statement travel together: nobody waits for an
 * answer that says nothing. So do inserts and what follows them: PostgreSQL does everything in the order it was sent, and after one
 * that failed nothing more; the next answer that somebody waits for tells it, at the latest that of the end. A statement is
 * prepared under its name, so that PostgreSQL plans it once a connection.
 *
 * What cannot go wrong: the settings are one message with the beginning, so where one of them fails the transaction is broken
 * and refuses what comes behind; and where there is no transaction at all, no setting is left for a wall to open.
 */
class OneTransaction implements DatabaseConnection {
  readonly #client: PoolClient;
  readonly #beginning: Beginning;
  #begun: Promise<unknown> | undefined;
  /** Of inserts that nobody has waited for. */
  #open: Promise<unknown>[] = [];
  #unusable = false;

  constructor(client: PoolClient, beginning: Beginning) {
    this.#client = client;
    this.#beginning = beginning;
  }

  begin(): void {
    const { mode, settings } = this.#beginning;
    watcher?.({ beginning: this.#beginning });
    this.#begun = this.#client.query(`start transaction ${mode}; ${settings}`);
    // Whoever waits for the first statement hears of it.
    this.#begun.catch(() => void (this.#unusable = true));
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const answer = this.#send<R>(compiled);
    if (this.#beginning.mode === "read write" && saysNothing(compiled.query)) {
      answer.catch(() => undefined);
      this.#open.push(answer);
      if (this.#open.length >= MOST_OPEN) await this.#answers();
      return { rows: [] };
    }
    try {
      return await answer;
    } catch (error) {
      // After an insert that failed everything is refused: that one is the reason.
      await this.#answers();
      throw withCaller(error);
    }
  }

  async #send<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      sent++;
      watcher?.({ sql, parameters });
      const answer = this.#client.query({ name: statementName(sql), text: sql, values: [...parameters] });
      const [{ command, rowCount, rows }] = await Promise.all([answer, this.#begun]);
      const changes = command !== "SELECT" && rowCount !== null;
      return { rows, ...(changes ? { numAffectedRows: BigInt(rowCount) } : {}) };
    } catch (error) {
      if (isStalePlan(error)) this.#unusable = true;
      throw error;
    }
  }

  /** Waits for the inserts sent so far. @throws what the first of them failed with */
  async #answers(): Promise<void> {
    const open = this.#open;
    this.#open = [];
    for (const answer of open) await answer;
  }

  /** What was only read needs nobody to wait for its end. */
  async commit(): Promise<void> {
    const ended = this.#client.query("commit");
    if (this.#beginning.mode === "read only") {
      // The client is back in the pool by then, and a connection that broke leaves the pool by itself.
      ended.catch(() => undefined);
      return;
    }
    const { command } = await ended;
    await this.#answers();
    // PostgreSQL answers so where an error was caught and the transaction went on.
    if (command === "ROLLBACK") throw new Error("Die Transaktion war schon gescheitert.");
  }

  async rollback(): Promise<void> {
    try {
      await this.#client.query("rollback");
    } catch (error) {
      this.#unusable = true;
      throw error;
    }
  }

  release(): void {
    this.#client.release(this.#unusable);
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

class OneTransactionDriver implements Driver {
  readonly #pool: Pool;
  readonly #beginning: Beginning;
  #connection: OneTransaction | undefined;

  constructor(pool: Pool, beginning: Beginning) {
    this.#pool = pool;
    this.#beginning = beginning;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection = new OneTransaction(await this.#pool.connect(), this.#beginning);
    return this.#connection;
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}
  async beginTransaction(): Promise<void> {
    this.#connection?.begin();
  }
  async commitTransaction(): Promise<void> {
    await this.#connection?.commit();
  }
  async rollbackTransaction(): Promise<void> {
    await this.#connection?.rollback();
  }
  async releaseConnection(): Promise<void> {
    this.#connection?.release();
  }
}

/** For one transaction, and for no other. */
export const oneTransaction = (pool: Pool, beginning: Beginning): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new OneTransactionDriver(pool, beginning),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});
