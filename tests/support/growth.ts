import { Client } from "pg";
import { z } from "zod";
import { type Berater, schluesselVon, tabellenVon } from "../../src/betrieb/bench/laden.ts";
import { literal } from "../../src/betrieb/bench/pgbench.ts";
import { daysBefore } from "../../src/demo/kalender.ts";
import type { Beginning, Step } from "../../src/platform/connection.ts";
import type { TestDatabase } from "./db.ts";

type Node = {
  readonly "Node Type": string;
  readonly "Actual Rows"?: number | undefined;
  readonly "Actual Loops"?: number | undefined;
  readonly "Rows Removed by Filter"?: number | undefined;
  readonly "Rows Removed by Index Recheck"?: number | undefined;
  readonly Plans?: readonly Node[] | undefined;
};

const count = z.number().optional();
const Node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    "Node Type": z.string(),
    "Actual Rows": count,
    "Actual Loops": count,
    "Rows Removed by Filter": count,
    "Rows Removed by Index Recheck": count,
    Plans: z.array(Node).optional(),
  }),
);
const Explain = z.tuple([z.object({ Plan: Node })]);

/** Rows of tables and indexes that a plan looked at, those included that it threw away. */
function rowsOf(node: Node): number {
  const below = (node.Plans ?? []).reduce((sum, child) => sum + rowsOf(child), 0);
  if (!node["Node Type"].endsWith("Scan")) return below;
  const each =
    (node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return below + each * (node["Actual Loops"] ?? 1);
}

type Statement = Extract<Step, { sql: string }>;
type Planned = "now" | "for everybody";

/** Planned for these values, or as a statement is that was prepared and is used for everybody's. */
async function explain(client: Client, { sql, parameters }: Statement, planned: Planned) {
  if (planned === "now") return client.query(`explain (analyze, format json) ${sql}`, [...parameters]);
  const values = parameters.length === 0 ? "" : `(${parameters.map(literal).join(", ")})`;
  await client.query(`prepare once as ${sql}`);
  const answer = await client.query(`explain (analyze, format json) execute once ${values}`);
  await client.query("deallocate once");
  return answer;
}

/** Of statements that were explained already how many rows they looked at. It holds as long as no row changes. */
export type Explained = Map<string, number>;

const nameOf = (beginning: Beginning, step: Statement): string =>
  JSON.stringify([beginning.settings.parameters, step.sql, step.parameters]);

/**
 * How many rows each statement looks at, by its text. Everything runs again as it ran, and is taken back; what only reads, and is
 * among `known` for the same person and values, reads the same and need not run once more.
 */
export async function rowsTouched(
  client: Client,
  steps: readonly Step[],
  planned: Planned = "now",
  known: Explained = new Map(),
): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  let beginning: Beginning | undefined;
  let open = false;
  const close = async () => {
    if (open) await client.query("rollback");
    open = false;
  };
  const look = async (step: Statement): Promise<number> => {
    const name = beginning?.mode === "read only" ? nameOf(beginning, step) : "";
    const before = known.get(name);
    if (before !== undefined) return before;
    if (!open && beginning !== undefined) {
      await client.query(`start transaction ${beginning.mode}`);
      await client.query(beginning.settings.sql, [...beginning.settings.parameters]);
      if (planned !== "now") await client.query("set local plan_cache_mode = 'force_generic_plan'");
      open = true;
    }
    const { rows: plan } = await explain(client, step, planned);
    const [{ Plan }] = Explain.parse(plan[0]["QUERY PLAN"]);
    const looked = rowsOf(Plan);
    if (name !== "") known.set(name, looked);
    return looked;
  };
  for (const step of steps) {
    if ("beginning" in step) {
      await close();
      beginning = step.beginning;
    } else rows.set(step.sql, (rows.get(step.sql) ?? 0) + (await look(step)));
  }
  await close();
  return rows;
}

/** Bytes as PostgreSQL reads them in JSON. */
export const inJson = (_name: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && "type" in value && value.type === "Buffer" && "data" in value
    ? `\\x${Buffer.from(z.array(z.number()).parse(value.data)).toString("hex")}`
    : value;

const DAYS = new Set(["am", "erfasst_am"]);

const earlier = (row: Readonly<Record<string, unknown>>, days: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, DAYS.has(name) ? daysBefore(String(value), days) : value]),
  );

/**
 * So many more consultations of an account within five years, with persons, keys, tokens, corrections and events, as work leaves
 * them. They end so many days earlier than usual.
 */
export async function grow(
  db: TestDatabase,
  berater: Berater,
  { nummer, beratungen, zurueck }: { readonly nummer: number; readonly beratungen: number; readonly zurueck: number },
): Promise<void> {
  const { kreis } = berater;
  const schub = { kreis, traeger: 0, konto: 0, beratungen, nummer };
  for (const [table, rows] of Object.entries(tabellenVon(schub, berater, await schluesselVon(berater)))) {
    const columns = Object.keys(rows[0] ?? {}).join(", ");
    if (columns === "") continue;
    await db.admin(
      `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
      [
        JSON.stringify(
          rows.map((row) => earlier(row, zurueck)),
          inJson,
        ),
      ],
    );
  }
}
