import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type Client, escapeIdentifier } from "pg";

/** Order matters where one list refers to another; the rest follows by name. */
const FIRST = ["kim_kommune", "herkunftsgruppe"];

/**
 * Loads dated lists (`db/codelisten/<liste>.csv`, `db/regeln/<liste>.csv`, `;`-separated, first row names the columns) into
 * `ref.<liste>`.
 * Codes are added and changed, never removed: an ended code gets `gueltig_bis` in its file.
 */
export async function loadReferenceData(c: Client, folder: URL): Promise<void> {
  await c.query("create table if not exists betrieb.codeliste (name text primary key, abdruck text not null)");
  const loaded = await c.query<{ name: string; abdruck: string }>("select name, abdruck from betrieb.codeliste");
  const known = new Map(loaded.rows.map((r) => [r.name, r.abdruck]));
  for (const list of listNames(folder)) {
    const text = readFileSync(new URL(`${list}.csv`, folder), "utf8");
    const print = createHash("sha256").update(text).digest("hex");
    if (known.get(list) === print) continue;
    await c.query("begin");
    await upsert(c, list, parse(text));
    await c.query(
      "insert into betrieb.codeliste values ($1, $2) on conflict (name) do update set abdruck = excluded.abdruck",
      [list, print],
    );
    await c.query("commit");
  }
}

function listNames(folder: URL): string[] {
  const names = readdirSync(folder)
    .filter((n) => n.endsWith(".csv"))
    .map((n) => n.slice(0, -4))
    .toSorted();
  return [...FIRST.filter((n) => names.includes(n)), ...names.filter((n) => !FIRST.includes(n))];
}

/** Our own lists hold no quoted fields; a `"` in one is an error of ours and stops the start. */
function parse(text: string): Record<string, string | null>[] {
  if (text.includes('"')) throw new Error("Kodelisten enthalten keine Anführungszeichen.");
  const [head = "", ...rows] = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const columns = head.split(";");
  return rows.map((row) => {
    const cells = row.split(";");
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ? (cells[i] ?? null) : null]));
  });
}

async function upsert(c: Client, list: string, rows: Record<string, string | null>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => escapeIdentifier(name));
  const table = `ref.${escapeIdentifier(list)}`;
  const changes = columns.filter((n) => n !== '"code"').map((n) => `${n} = excluded.${n}`);
  await c.query(
    `insert into ${table} (${columns.join(", ")})
     select ${columns.join(", ")} from json_populate_recordset(null::${table}, $1)
     on conflict (code) do update set ${changes.join(", ")}`,
    [JSON.stringify(rows)],
  );
}
