import { Client } from "pg";
import { StartRefused } from "../start-refused.ts";

const OLDEST = 15;

const place = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
};

function sentenceFor(error: unknown, url: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const at = `Die Datenbank aus DATABASE_URL (${place(url)})`;
  if (["28P01", "28000", "42501"].includes(code))
    return `${at} weist die Anmeldung ab. Prüfen Sie Name und Passwort in DATABASE_URL.`;
  if (code === "3D000")
    return `${at} gibt es nicht. Legen Sie sie an oder prüfen Sie den Namen am Ende von DATABASE_URL.`;
  if (code === "ENOTFOUND") return `${at} ist nicht erreichbar: Den Rechner gibt es nicht. Prüfen Sie DATABASE_URL.`;
  return `${at} ist nicht erreichbar (${code === "" ? "keine Antwort" : code}). Prüfen Sie, ob der Server läuft, und DATABASE_URL.`;
}

/**
 * Looks whether a server of one's own can be used: reachable, new enough, and allowed to make KIM's roles.
 * @throws StartRefused
 */
export async function probeServer(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: "kim-start" });
  // A connection that breaks tells it twice; the second time must not end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartRefused(sentenceFor(error, url));
  }
  try {
    const { rows } = await client.query<{ version: string; darf: boolean }>(
      "select current_setting('server_version_num') as version, rolsuper or rolcreaterole as darf from pg_roles where rolname = current_user",
    );
    const version = Math.floor(Number(rows[0]?.version ?? 0) / 10_000);
    if (version < OLDEST) {
      throw new StartRefused(
        `Die Datenbank aus DATABASE_URL ist PostgreSQL ${version}. KIM braucht ${OLDEST} oder neuer.`,
      );
    }
    if (rows[0]?.darf !== true) {
      throw new StartRefused(
        "Die Rolle aus DATABASE_URL darf keine Rollen anlegen. Geben Sie ihr CREATEROLE oder nennen Sie eine andere.",
      );
    }
  } finally {
    await client.end();
  }
}
