const COLLATOR = new Intl.Collator("de", { numeric: true });

/**
 * Puts names in the order in which Germans look for them: ä beside a, "Standort 2" before "Standort 10". For names that are sealed
 * in the database or made here; columns in the clear have the same order there (`kim.deutsch`).
 */
export const compareNames = (a: string, b: string): number => COLLATOR.compare(a, b);

const NUMBER = new Intl.NumberFormat("de-DE");

/** A whole number with its thousands apart: "1.234". */
export const zahl = (n: number): string => NUMBER.format(n);

/** A number with its noun: "1 Beratung", "1.234 Beratungen". */
export const anzahl = (n: number, eine: string, mehrere: string): string => `${zahl(n)} ${n === 1 ? eine : mehrere}`;

const INSTANT = new Intl.DateTimeFormat("de-DE", {
  timeZone: "Europe/Berlin",
  dateStyle: "medium",
  timeStyle: "short",
});

/** A day with its time, in Berlin: "29.11.2026, 09:15". */
export const instant = (at: Date): string => INSTANT.format(at);
