import { type Tx, sql } from "./db.ts";
import type { From, Place } from "./place.ts";

/** The rows of a page, newest first, and the places at its edges; a missing one means that there is nothing beyond. */
export type KeysetPage<Row> = {
  readonly rows: readonly Row[];
  readonly newer: Place | undefined;
  readonly older: Place | undefined;
};

type Sql = ReturnType<typeof sql>;

type Order = {
  /** The oldest first. */
  readonly ascending?: boolean | undefined;
  /** What comes before the day, the largest first: of a row, and of the row with an id, wherever that stands now. */
  readonly first?: { readonly of: Sql; readonly at: (id: string) => Sql } | undefined;
};

/**
 * Paging by the last row seen instead of by number: every page costs the same, and nothing is shown twice when rows come
 * in meanwhile. For a list with the newest first and an index that ends in its day and its id. The query takes `beyond`,
 * all orders in `direction` and `limit`, one row more than the page, which tells that it goes on; `page` makes of what it
 * found what is shown. A list by the instant has it as `first` and only an id besides. `older` is always where the page goes on and `newer` the way back, also in another `Order`.
 */
export function keyset(
  from: From,
  size: number,
  columns: readonly [day: string, id: string] | readonly [id: string],
  { ascending = false, first }: Order = {},
) {
  const backwards = from.newer !== undefined;
  const up = backwards !== ascending;
  const at = from.newer ?? from.older;
  const sign = sql.raw(up ? ">" : "<");
  const row = [...(first ? [first.of] : []), ...columns.map((column) => sql.ref(column))];
  const place = (of: Place) => [
    ...(first ? [first.at(of.id)] : []),
    ...(columns.length === 2 ? [sql`${of.am}::date`] : []),
    sql`${of.id}::uuid`,
  ];
  return {
    beyond: at === undefined ? sql<boolean>`true` : sql<boolean>`(${sql.join(row)}) ${sign} (${sql.join(place(at))})`,
    direction: up ? ("asc" as const) : ("desc" as const),
    limit: size + 1,
    page<Row extends Place>(found: readonly Row[]): KeysetPage<Row> {
      const more = found.length > size;
      const rows = backwards ? found.slice(0, size).toReversed() : found.slice(0, size);
      return {
        rows,
        newer: (backwards ? more : from.older !== undefined) ? rows[0] : undefined,
        older: backwards || more ? rows.at(-1) : undefined,
      };
    },
  };
}

type Page<Row> = { readonly compile: () => unknown; readonly execute: () => Promise<Row[]> };

/**
 * A page of several accounts: of each by its own walk over the index (`each`, in this order and with this limit), then the first of
 * all of them. Without a question for one account after the other PostgreSQL would read and sort everything.
 */
export async function ofEach<Row extends Place>(
  tx: Tx,
  konten: readonly string[],
  { direction, limit }: { readonly direction: "asc" | "desc"; readonly limit: number },
  each: (konto: string) => Page<Row>,
): Promise<Row[]> {
  const [one, ...more] = konten;
  if (one === undefined) return [];
  if (more.length === 0) return each(one).execute();
  const pages = sql.join(
    konten.map((konto) => sql`(${each(konto)})`),
    sql` union all `,
  );
  const order = sql.raw(direction);
  const { rows } = await sql<Row>`select * from (${pages}) b order by am ${order}, id ${order} limit ${limit}`.execute(
    tx,
  );
  return rows;
}
