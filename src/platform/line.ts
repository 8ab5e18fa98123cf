import type { FieldDef, PoolClient } from "pg";
import { type Answer, type AnyPart, Batch, Columns, Part } from "./batch.ts";

export type Statement = {
  /** Under which it is prepared; without one it is sent as it is. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
};

/** Values longer than this do not wait for what comes next: the server can work meanwhile. */
const LARGE = 16_384;

type Known = Map<string, Columns>;

/** Which statements a connection has prepared, and what their rows look like. */
const known = new WeakMap<PoolClient, Known>();
/** What all connections say alike is kept once. */
const columnsOf: Known = new Map();

function remember(of: Known, name: string, fields: readonly FieldDef[]): void {
  const before = columnsOf.get(name);
  const columns = before?.are(fields) === true ? before : new Columns(fields);
  columnsOf.set(name, columns);
  of.set(name, columns);
}

/** A connection as one transaction uses it: what it sends waits for what somebody waits for, and travels with it. */
export class Line {
  readonly #client: PoolClient;
  readonly #known: Known;
  #held: AnyPart[] = [];
  #silent = true;
  #soon = false;

  constructor(client: PoolClient) {
    this.#client = client;
    this.#known = known.get(client) ?? new Map<string, Columns>();
    known.set(client, this.#known);
  }

  /** Whether nothing was sent so far. */
  get silent(): boolean {
    return this.#silent;
  }

  /**
   * Asks, at the latest with the next `send`. What this connection has not prepared yet goes by itself, behind everything held.
   * @throws what has no form as a value of a statement
   */
  async ask<R>({ name, text, values }: Statement): Promise<Answer<R>> {
    const columns = name === undefined ? undefined : this.#known.get(name);
    if (name === undefined || columns === undefined) return this.#askFirst<R>(name, text, values);
    const part = new Part<R>(name, values, columns);
    this.#held.push(part);
    if (part.size > LARGE) this.send();
    return part.answer;
  }

  async #askFirst<R>(name: string | undefined, text: string, values: readonly unknown[]): Promise<Answer<R>> {
    this.send();
    this.#silent = false;
    const config = { ...(name === undefined ? {} : { name }), text, values: [...values] };
    const { command, rowCount, rows, fields } = await this.#client.query(config);
    if (name !== undefined) remember(this.#known, name, fields);
    return { command, count: rowCount ?? undefined, rows };
  }

  /** Sends what is held, as one, when nobody asks more at this moment. */
  sendSoon(): void {
    if (this.#soon) return;
    this.#soon = true;
    process.nextTick(() => {
      this.#soon = false;
      this.send();
    });
  }

  /** Sends what is held, as one. */
  send(): void {
    if (this.#held.length === 0) return;
    this.#silent = false;
    this.#client.query(new Batch(this.#held));
    this.#held = [];
  }

  /** Forgets what is held: it is as if nobody had asked, and no answer comes. */
  drop(): void {
    this.#held = [];
  }

  /** Hands the connection back, or closes it. */
  release(close: boolean): void {
    this.#client.release(close);
  }
}
