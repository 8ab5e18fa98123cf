import { Client } from "pg";

/** What an installation remembers about itself, beside all tenants (`betrieb.merkmal`). */
export type Marks = Readonly<Record<string, string>>;

async function withClient<R>(ownerUrl: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: ownerUrl, application_name: "kim-start" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's words for: no such database, schema, table. */
const MISSING = new Set(["3D000", "3F000", "42P01"]);

/**
 * All marks by name, none where nothing was migrated yet. `url` is the address for `kim_owner` or, as before the first
 * migration that role does not exist, for the administrator.
 */
export async function readMarks(url: string): Promise<Marks> {
  try {
    return await withClient(url, async (client) => {
      const { rows } = await client.query<{ name: string; wert: string }>("select name, wert from betrieb.merkmal");
      return Object.fromEntries(rows.map((row) => [row.name, row.wert]));
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && MISSING.has(String(error.code))) return {};
    throw error;
  }
}

/** Sets a mark that is not there yet; an existing one stays as it is. */
export const setMark = (ownerUrl: string, name: string, wert: string): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    await client.query("insert into betrieb.merkmal (name, wert) values ($1, $2) on conflict (name) do nothing", [
      name,
      wert,
    ]);
  });
