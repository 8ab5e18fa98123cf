import { type Tx, sql } from "./db.ts";

/** Something of another table points at a row. */
const REFERENCED = "23503";
const isReferenced = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === REFERENCED;

/**
 * Removes what nothing else refers to any more and leaves the rest as it is: whatever was recorded since about a row keeps it,
 * whichever room recorded it. `remove` deletes some rows by their ids with everything that is theirs alone. Returns how many stay.
 */
export async function removeUnreferenced(
  tx: Tx,
  ids: readonly string[],
  remove: (ids: readonly string[]) => Promise<void>,
): Promise<number> {
  if (ids.length === 0) return 0;
  await sql`savepoint remove_unreferenced`.execute(tx);
  try {
    await remove(ids);
    await sql`release savepoint remove_unreferenced`.execute(tx);
    return 0;
  } catch (error) {
    if (!isReferenced(error)) throw error;
    await sql`rollback to savepoint remove_unreferenced`.execute(tx);
    await sql`release savepoint remove_unreferenced`.execute(tx);
  }
  if (ids.length === 1) return 1;
  const half = Math.ceil(ids.length / 2);
  return (
    (await removeUnreferenced(tx, ids.slice(0, half), remove)) + (await removeUnreferenced(tx, ids.slice(half), remove))
  );
}
