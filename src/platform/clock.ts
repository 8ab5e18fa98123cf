import { AsyncLocalStorage } from "node:async_hooks";

const elsewhen = new AsyncLocalStorage<Date>();

/** The one place that asks for the time, so that rules stay pure and tests can set it (fake timers). */
export const now = (): Date => elsewhen.getStore() ?? new Date();

/**
 * Does something as it was done at noon of a day (ISO), with all that it waits for. Only for invented data, so that what is told of past
 * days carries them; the log of what happened keeps the time of the database.
 */
export const asOf = <R>(day: string, work: () => R): R => elsewhen.run(new Date(`${day}T11:00:00Z`), work);

const BERLIN = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short" });

// A request asks for today some ten times. Clocks in Germany are set forward and back at whole hours, so a day begins at one.
const HOUR_MS = 3_600_000;
let last = { hour: Number.NaN, day: "" };

/** The calendar day of an instant in Germany as `YYYY-MM-DD`; dates of the domain are days, never instants. */
export function dayOf(instant: Date): string {
  const hour = Math.floor(instant.getTime() / HOUR_MS);
  if (hour !== last.hour) last = { hour, day: BERLIN.format(instant) };
  return last.day;
}

/** Today in Germany as `YYYY-MM-DD`. */
export const today = (): string => dayOf(now());
