import { NotFound, Stale, TooMuch } from "../form.ts";
import { isFull, isPause } from "../pause.ts";

/** Why a request ended without its page; the number is the HTTP status. 507: there is no room left to write. */
export type Failure = {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 500 | 503 | 507;
  readonly vorgang: string;
};

/** Sorts an error into a status. Foreign and missing are the same 404. */
export function statusOf(error: unknown): Failure["status"] {
  if (error instanceof NotFound) return 404;
  if (error instanceof Stale) return 409;
  if (error instanceof TooMuch) return 413;
  if (isFull(error)) return 507;
  return isPause(error) ? 503 : 500;
}
