/**
 * How long a session is good for. Fifteen minutes without a request lock it (BSI GS++ 5–15); after twelve hours, or after ten minutes
 * between password and code, one signs in again.
 */
export const LOCK_MINUTES = 15;
export const END_HOURS = 12;
export const SECOND_FACTOR_MINUTES = 10;

const MINUTE_MS = 60_000;

/** A clock may be set right by seconds; further back nothing can be measured any more. */
const BACKWARDS_MS = MINUTE_MS;

export type Zeiten = { readonly angelegt: Date; readonly zuletzt: Date };

/** `abgelaufen` is not stored: it follows from the clock. */
export type Stand = "zweiter_faktor" | "offen" | "gesperrt" | "beendet" | "abgelaufen";

/** What a stored session is worth at an instant. */
export function standAt(sitzung: Zeiten & { readonly stand: string }, at: Date): Stand {
  const age = at.getTime() - sitzung.angelegt.getTime();
  const idle = at.getTime() - sitzung.zuletzt.getTime();
  if (idle < -BACKWARDS_MS || age < -BACKWARDS_MS) return "abgelaufen";
  switch (sitzung.stand) {
    case "zweiter_faktor":
      return age > SECOND_FACTOR_MINUTES * MINUTE_MS ? "beendet" : "zweiter_faktor";
    case "offen":
      if (age > END_HOURS * 60 * MINUTE_MS) return "abgelaufen";
      return idle > LOCK_MINUTES * MINUTE_MS ? "gesperrt" : "offen";
    case "gesperrt":
      return age > END_HOURS * 60 * MINUTE_MS ? "abgelaufen" : "gesperrt";
    default:
      return "beendet";
  }
}

/** Whether the last sign of life is to be written again: at most once a minute, so that reading pages stays reading. */
export const isDue = (zuletzt: Date, at: Date): boolean => at.getTime() - zuletzt.getTime() >= MINUTE_MS;
