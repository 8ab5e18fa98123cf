const DAY = 86_400_000;
const FIRST = Date.UTC(1899, 11, 30);
/** From this day the serial numbers of 1900 and the calendar agree; Excel counts a 29 February 1900 that never was. */
const AFTER_THE_GAP = 61;
const LAST = 2_958_465;
/** Days between the two ways of counting. */
const SHIFT_1904 = 1462;

/**
 * The calendar day (ISO) of an Excel serial number, undefined outside 1900 to 9999. `ab1904`: the workbook counts from
 * 1904, as older Macs do. The part after the comma is the time of day.
 */
export function tagVonSerienzahl(serial: number, ab1904: boolean): string | undefined {
  const whole = Math.floor(serial + 1e-9) + (ab1904 ? SHIFT_1904 : 0);
  if (!(whole >= 1 && whole <= LAST)) return undefined;
  const days = whole < AFTER_THE_GAP ? whole + 1 : whole;
  return new Date(FIRST + days * DAY).toISOString().slice(0, 10);
}

/** A fraction of a day in whole minutes. */
export const minutenVonSerienzahl = (serial: number): number => Math.round(serial * 24 * 60);
