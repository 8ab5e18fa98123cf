import { Client, type QueryResultRow } from "pg";

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
