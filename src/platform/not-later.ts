import { today } from "./clock.ts";
import { Refused } from "./form.ts";

/** For what has happened: a day that has not come is told at its field. @throws Refused */
export function refuseLater(field: string, day: string | null): void {
  if (day !== null && day > today()) {
    throw new Refused("Dieser Tag liegt in der Zukunft. Geben Sie an, wann es war.", field);
  }
}
