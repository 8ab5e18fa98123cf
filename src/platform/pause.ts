/**
 * What an error of the database or of the network says about trying again. Only the state and code of an error count, and the
 * few sentences of the driver that come without one.
 */

/** PostgreSQL states of a server that starts, stops, is cut off or too busy, and of a circle of locks that it cut. */
const PAUSE_STATES = /^(08|57P|57014|53(?!100)|55P03|25P03|25P04|40P01|40001)/;
const PAUSE_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
const PAUSE_MESSAGES =
  /connection terminated|connection ended|not queryable|read timeout|timeout exceeded when trying to connect|after calling end on the pool|Datenbank ist nicht geöffnet/i;

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : "");

/** Whether an error, or one that led to it, is of a kind. */
function some(error: unknown, fits: (error: Error) => boolean): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some((one) => some(one, fits))) return true;
  return fits(error) || some(error.cause, fits);
}

/** Whether the database is away for the moment, so that the same request may succeed soon. */
export const isPause = (error: unknown): boolean =>
  some(
    error,
    (one) => PAUSE_STATES.test(codeOf(one)) || PAUSE_CODES.has(codeOf(one)) || PAUSE_MESSAGES.test(one.message),
  );

/** Whether there is no room left to write: that does not go away by itself. */
export const isFull = (error: unknown): boolean =>
  some(error, (one) => ["53100", "ENOSPC", "EDQUOT"].includes(codeOf(one)));

/**
 * Whether a transaction failed only because of another one at the same time, so that all of it may be done again: PostgreSQL cut
 * a circle of locks, the same rows were changed, both wrote what there may be once (the second now finds it, and says so), or a
 * migration changed what a prepared statement answers.
 */
export const isRepeatable = (error: unknown): boolean =>
  some(error, (one) => {
    const code = codeOf(one);
    return /^(40P01|40001|23505)$/.test(code) || (code === "0A000" && one.message.startsWith("cached plan"));
  });
