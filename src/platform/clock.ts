/** The one place that asks for the time, so that rules stay pure and tests can set it (fake timers). */
export const now = (): Date => new Date();

const BERLIN = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short" });

/** The calendar day of an instant in Germany as `YYYY-MM-DD`; dates of the domain are days, never instants. */
export const dayOf = (instant: Date): string => BERLIN.format(instant);

/** Today in Germany as `YYYY-MM-DD`. */
export const today = (): string => dayOf(now());
