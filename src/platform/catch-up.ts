import { type Actor, systemActor } from "./actor.ts";
import { openPool, readAs, sql, throughPool, writeAs } from "./db.ts";
import { kreise } from "./kreise.ts";

/** So many sources at once: a first time with very many stays far from the limit of one statement. */
const PIECE = 200;

/**
 * Runs what new rules have to make of what is there already: every function `nachtrag(int)` of a schema of ours. Not as the owner of the
 * tables, whom no wall may stand aside for, but as the role of the pages, with the accounts of one Träger after the other. That costs each
 * Träger a statement that reads its sources: asked for only where tables, functions or lists are others than the last time (migrate.ts).
 */
export async function catchUp(url: string): Promise<void> {
  let behind: readonly string[] | undefined;
  await forEachTraeger(url, async (actor) => {
    behind ??= await schemas(actor);
    for (const schema of behind) await all(actor, schema);
  });
}

/** Does something with the files of one Träger after the other, as the role of the pages and through all walls. */
export async function forEachTraeger(url: string, work: (actor: Actor) => Promise<void>): Promise<void> {
  const pool = openPool({ url, applicationName: "kim-nachtrag", poolSize: 1 });
  try {
    await throughPool(pool, async () => {
      for (const kreis of await kreise()) for (const actor of await files(kreis)) await work(actor);
    });
  } finally {
    await pool.end();
  }
}

/** Whoever reaches the files of one Träger of a Kreis, and nothing else. */
async function files(kreis: string): Promise<Actor[]> {
  const konten = await readAs(systemActor(kreis), (tx) =>
    tx.selectFrom("kim.konto").select(["id", "traeger_id"]).orderBy("id").execute(),
  );
  return [...Map.groupBy(konten, (one) => one.traeger_id)].map(([traegerId, of]) => {
    const ids = of.map(({ id }) => id);
    return { ...systemActor(kreis, traegerId), konten: ids, namentlich: ids, sicht: "eigene" };
  });
}

async function all(actor: Actor, schema: string): Promise<void> {
  const piece = sql<{ n: number }>`select ${sql.ref(`${schema}.nachtrag`)}(${PIECE}) as n`;
  while ((await writeAs(actor, (tx) => piece.execute(tx))).rows[0]?.n === PIECE);
}

async function schemas(actor: Actor): Promise<string[]> {
  const found = sql<{
    name: string;
  }>`select n.nspname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.proname = 'nachtrag' and n.nspowner = 'kim_owner'::regrole and has_schema_privilege(n.oid, 'usage') order by 1`;
  return (await readAs(actor, (tx) => found.execute(tx))).rows.map(({ name }) => name);
}
