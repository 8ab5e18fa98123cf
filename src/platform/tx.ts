import type { Transaction } from "kysely";
import type { DB } from "../../db/types/database.ts";

/**
 * A running transaction that already knows its Kreis, Träger and account. It cannot start another one, and there is no
 * way to query without one: the pool is not exported.
 */
export type Tx = Omit<Transaction<DB>, "transaction" | "startTransaction" | "connection" | "destroy">;
