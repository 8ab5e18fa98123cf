import { Client, Pool, type QueryResultRow } from "pg";

/** Runs one statement as whoever the URL names, outside of every door: for looking behind the walls in tests. */
export async function onServer(url: string, statement: string, values: unknown[] = []): Promise<QueryResultRow[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

export type Kept = {
  readonly query: (statement: string, values?: unknown[]) => Promise<QueryResultRow[]>;
  readonly end: () => Promise<void>;
};

/**
 * The same for many statements: connections are kept, as signing in costs more than most statements. What is sent at once runs at
 * once; what a statement sets for its session may be there for the next.
 */
export function onServerOften(url: string): Kept {
  const pool = new Pool({ connectionString: url, max: 8 });
  // A test may end the server, or every connection to it; the next statement opens one anew.
  pool.on("error", () => undefined);
  return { query: async (statement, values = []) => (await pool.query(statement, values)).rows, end: () => pool.end() };
}
