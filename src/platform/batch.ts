import { type Connection, type FieldDef, Query, types } from "pg";

/** The columns of a prepared statement, as a connection answered once. They stay: PostgreSQL refuses a plan whose columns changed. */
export class Columns {
  readonly #names: readonly string[];
  readonly #oids: readonly number[];
  readonly #parsers: readonly ((text: string) => unknown)[];

  constructor(fields: readonly FieldDef[]) {
    this.#names = fields.map(({ name }) => name);
    this.#oids = fields.map(({ dataTypeID }) => dataTypeID);
    this.#parsers = this.#oids.map((oid) => types.getTypeParser(oid, "text"));
  }

  /** Whether these are they: what all connections say alike is kept once. */
  are(fields: readonly FieldDef[]): boolean {
    const same = ({ name, dataTypeID }: FieldDef, i: number) => name === this.#names[i] && dataTypeID === this.#oids[i];
    return fields.length === this.#names.length && fields.every(same);
  }

  /** A row from the texts of the protocol. */
  row<R>(texts: readonly (string | null)[]): R {
    if (texts.length !== this.#names.length) throw new Error("Die Zeile hat andere Spalten als ihre Anweisung.");
    const row = Object.create(Object.prototype);
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i] ?? null;
      row[this.#names[i] ?? ""] = text === null ? null : this.#parsers[i]?.(text);
    }
    return row;
  }
}

/** What PostgreSQL answered to one statement. `count`: the rows it read or changed, undefined where it does not say. */
export type Answer<R> = { readonly command: string; readonly count: number | undefined; readonly rows: R[] };

type Wire = string | Buffer | null;

/** One execution of a statement that its connection has prepared, as part of a batch. */
export class Part<R = unknown> {
  readonly name: string;
  readonly values: Wire[];
  readonly #columns: Columns;
  readonly #rows: R[] = [];
  readonly #answer = Promise.withResolvers<Answer<R>>();

  constructor(name: string, values: readonly unknown[], columns: Columns) {
    this.name = name;
    this.values = values.map(onTheWire);
    this.#columns = columns;
  }

  get answer(): Promise<Answer<R>> {
    return this.#answer.promise;
  }

  /** About how many bytes its values are. */
  get size(): number {
    return this.values.reduce((sum, value) => sum + (value?.length ?? 0), 0);
  }

  row(texts: readonly (string | null)[]): void {
    try {
      this.#rows.push(this.#columns.row(texts));
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param tag as the protocol has it: `SELECT 3`, `INSERT 0 1`, `COMMIT` */
  complete(tag: string): void {
    const [command = "", ...counts] = tag.split(" ");
    const last = counts.at(-1);
    const count = last === undefined || !/^\d+$/.test(last) ? undefined : Number(last);
    this.#answer.resolve({ command, count, rows: this.#rows });
  }

  /** Nothing any more where it was answered already. */
  fail(reason: unknown): void {
    this.#answer.reject(reason);
  }
}

/** A part, whatever its rows are. */
export type AnyPart = Pick<Part, "name" | "values" | "row" | "complete" | "fail">;

/**
 * Statements that travel as one: one write, one answer (0103). After one that failed PostgreSQL skips the others, up to the one Sync
 * at the end; so what stands behind a beginning and its settings never runs without them. A class of pg's queries, because
 * only those may be sent while others still wait for their answer.
 */
export class Batch extends Query {
  readonly #parts: readonly AnyPart[];
  #at = 0;
  /** Set by pg, which also ends here its waiting for an answer. */
  declare callback: (error: unknown) => void;

  constructor(parts: readonly AnyPart[]) {
    super("", (error) => {
      if (error) for (const part of parts) part.fail(error);
    });
    this.#parts = parts;
  }

  override submit = (connection: Connection): void => {
    connection.stream.cork();
    for (const { name, values } of this.#parts) {
      connection.bind({ statement: name, values }, true);
      connection.execute(null, true);
    }
    connection.sync();
    connection.stream.uncork();
  };

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#parts[this.#at]?.row(fields);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#parts[this.#at++]?.complete(text);
  }

  handleError(error: unknown): void {
    this.callback(error);
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }
}

/** A value as a parameter travels, as pg itself writes it; a moment in UTC. */
export function onTheWire(value: unknown): Wire {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
    case "boolean":
    case "bigint":
      return String(value);
    case "object":
      if (value === null) return null;
      if (Buffer.isBuffer(value)) return value;
      if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      if (value instanceof Date) return value.toISOString();
      return Array.isArray(value) ? `{${value.map(element).join(",")}}` : JSON.stringify(value);
    case "undefined":
      return null;
    default:
      throw new TypeError(`Kein Wert für eine Anweisung: ${typeof value}`);
  }
}

function element(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  const text = onTheWire(value);
  if (Array.isArray(value) && typeof text === "string") return text;
  const plain = Buffer.isBuffer(text) ? `\\x${text.toString("hex")}` : (text ?? "");
  return `"${plain.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
