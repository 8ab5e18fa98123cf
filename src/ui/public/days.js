/** Days are midnights in UTC, so that no change of the clocks moves them. */
const dayAt = (/** @type {number} */ year, /** @type {number} */ month, /** @type {number} */ day) =>
  new Date(Date.UTC(year, month, day));

export function today() {
  const now = new Date();
  return dayAt(now.getFullYear(), now.getMonth(), now.getDate());
}

/** @param {Date} day @param {number} days */
export const plusDays = (day, days) => dayAt(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days);

/**
 * The same day so many months later; the last of the month where it has no such day.
 * @param {Date} day
 * @param {number} months
 */
export function plusMonths(day, months) {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  return dayAt(year, month, Math.min(day.getUTCDate(), dayAt(year, month + 1, 0).getUTCDate()));
}

/** 0 for Monday. @param {Date} day */
export const weekday = (day) => (day.getUTCDay() + 6) % 7;

/** The day in a field, if it is written out. @param {string} text */
export function written(text) {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const [, year, month, date] = german
    ? [0, german[3], german[2], german[1]]
    : (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []);
  const day = dayAt(Number(year), Number(month) - 1, Number(date));
  return day.getUTCDate() === Number(date) ? day : undefined;
}

/**
 * Where a key leads from a day.
 * @param {KeyboardEvent} event
 * @param {Date} day
 */
export function target({ key, shiftKey }, day) {
  const months = shiftKey ? 12 : 1;
  switch (key) {
    case "ArrowLeft":
      return plusDays(day, -1);
    case "ArrowRight":
      return plusDays(day, 1);
    case "ArrowUp":
      return plusDays(day, -7);
    case "ArrowDown":
      return plusDays(day, 7);
    case "Home":
      return plusDays(day, -weekday(day));
    case "End":
      return plusDays(day, 6 - weekday(day));
    case "PageUp":
      return plusMonths(day, -months);
    case "PageDown":
      return plusMonths(day, months);
    default:
      return undefined;
  }
}
