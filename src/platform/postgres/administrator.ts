import { chownSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { DataFolder } from "./data-folder.ts";

/** Rows of one table. All have the columns of the first. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/**
 * A connection of the embedded server's administrator, past every wall and trigger: only for invented data in a scratch folder.
 * `copy` loads rows with COPY from a file that the server reads itself.
 */
export type Administrator = {
  readonly query: (statement: string, values?: readonly unknown[]) => Promise<Readonly<Record<string, unknown>>[]>;
  readonly copy: (table: string, rows: Rows) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** `url` names the database; `folder` is where the server may read. */
export async function openAdministrator(url: string, folder: DataFolder): Promise<Administrator> {
  const client = new Client({ connectionString: url, application_name: "kim-bench" });
  await client.connect();
  return {
    query: async (statement, values = []) => (await client.query(statement, [...values])).rows,
    copy: (table, rows) => copy(client, folder, table, rows),
    close: () => client.end(),
  };
}

const SPECIAL = /[\\\t\n\r]/;
const escaped = (text: string): string =>
  SPECIAL.test(text)
    ? text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r")
    : text;

/** A value as COPY reads it (text format). */
function field(value: unknown): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  if (typeof value === "boolean") return value ? "t" : "f";
  return typeof value === "object" ? escaped(JSON.stringify(value)) : String(value);
}

let files = 0;

async function copy(client: Client, folder: DataFolder, table: string, rows: Rows): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const path = join(folder.path, `bench-${process.pid}-${(files += 1)}.copy`);
  writeFileSync(path, rows.map((row) => `${Object.values(row).map(field).join("\t")}\n`).join(""), { mode: 0o600 });
  if (folder.user !== undefined) chownSync(path, folder.user.uid, folder.user.gid);
  try {
    await client.query(`copy ${table} (${Object.keys(first).join(", ")}) from ${client.escapeLiteral(path)}`);
  } finally {
    rmSync(path, { force: true });
  }
}
