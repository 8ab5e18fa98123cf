import { NotFound, Stale, TooMuch } from "../form.ts";

/** Why a request ended without its page; the number is the HTTP status. */
export type Failure = { readonly status: 400 | 403 | 404 | 409 | 413 | 500 | 503; readonly vorgang: string };

/** PostgreSQL states of a server that starts, stops, is cut off or too busy: a pause, not an accident. */
const PAUSE_STATES = /^(08|57P|53|55P03|57014)/;
const PAUSE_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);
const PAUSE_MESSAGES = /connection terminated|timeout exceeded when trying to connect|Connection terminated/i;

/** Whether the database is away for the moment, so that the same request may succeed soon. */
export function isPause(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isPause);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return PAUSE_STATES.test(code) || PAUSE_CODES.has(code) || PAUSE_MESSAGES.test(error.message);
}

/** Sorts an error into a status. Foreign and missing are the same 404. */
export function statusOf(error: unknown): Failure["status"] {
  if (error instanceof NotFound) return 404;
  if (error instanceof Stale) return 409;
  if (error instanceof TooMuch) return 413;
  return isPause(error) ? 503 : 500;
}
