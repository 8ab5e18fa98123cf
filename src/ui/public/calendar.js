// The calendar beside a date field, loaded when somebody opens it: a dialog with a grid, by the date picker pattern of the
// WAI-ARIA Authoring Practices. It only types for you: what stands in the field is read by the server.
import { plusDays, plusMonths, target, today, weekday, written } from "./days.js";

const WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const MONTH = new Intl.DateTimeFormat("de-DE", { month: "long", year: "numeric", timeZone: "UTC" });
const WHOLE = new Intl.DateTimeFormat("de-DE", { dateStyle: "full", timeZone: "UTC" });
const NUMBERS = new Intl.DateTimeFormat("de-DE", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  timeZone: "UTC",
});

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * @param {string} sign
 * @param {string} label
 * @param {() => void} press
 */
function button(sign, label, press) {
  const element = make("button", { type: "button", "aria-label": label, title: label }, sign);
  element.addEventListener("click", press);
  return element;
}

/**
 * The weeks of a month. The one day that Tab leads to is the shown one.
 * @param {Date} shown
 * @param {Date | undefined} chosen
 */
function weeks(shown, chosen) {
  const first = plusDays(shown, 1 - shown.getUTCDate());
  const month = shown.getUTCMonth();
  const rows = [];
  for (let start = plusDays(first, -weekday(first)); start <= plusMonths(first, 1); start = plusDays(start, 7)) {
    const days = WEEKDAYS.map((_, i) => plusDays(start, i));
    if (days.every((day) => day.getUTCMonth() !== month)) continue;
    const cells = days.map((day) => (day.getUTCMonth() === month ? cell(day, shown, chosen) : make("td", {})));
    rows.push(make("tr", {}, ...cells));
  }
  return rows;
}

/** @param {Date} day @param {Date} shown @param {Date | undefined} chosen */
const cell = (day, shown, chosen) =>
  make(
    "td",
    {
      tabindex: +day === +shown ? "0" : "-1",
      "aria-label": WHOLE.format(day),
      "data-tag": String(+day),
      ...(+day === +(chosen ?? 0) ? { "aria-selected": "true" } : {}),
      ...(+day === +today() ? { "aria-current": "date" } : {}),
    },
    String(day.getUTCDate()),
  );

/** @type {Promise<unknown> | undefined} */
let styled;

/** Its style is fetched with it, once. */
const style = () =>
  (styled ??= new Promise((done) => {
    const link = make("link", { rel: "stylesheet", href: String(new URL("calendar.css", import.meta.url)) });
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  }));

/** The table of a month. @param {HTMLElement} heading */
function gridOf(heading) {
  const names = WEEKDAYS.map((name) => make("th", { scope: "col", abbr: name }, name.slice(0, 2)));
  const head = make("thead", {}, make("tr", {}, ...names));
  return make("table", { role: "grid", "aria-labelledby": heading.id }, head, make("tbody", {}));
}

/**
 * @typedef {object} Calendar
 * @property {HTMLDialogElement} dialog
 * @property {HTMLElement} grid
 * @property {() => Date} shown the day that Tab leads to
 * @property {(day: Date, focus?: boolean) => void} show
 */

/**
 * @param {HTMLInputElement} field
 * @param {(day: Date) => void} choose
 * @returns {Calendar}
 */
function build(field, choose) {
  const chosen = written(field.value.trim());
  let shown = chosen ?? today();
  const heading = make("h2", { id: "kalender-monat", "aria-live": "polite" });
  const grid = gridOf(heading);
  /** @param {Date} day @param {boolean} [focus] */
  const show = (day, focus) => {
    if (day.getUTCFullYear() < 1800 || day.getUTCFullYear() > 2199) return;
    shown = day;
    heading.textContent = MONTH.format(day);
    grid.tBodies[0]?.replaceChildren(...weeks(day, chosen));
    const stop = grid.querySelector("[tabindex='0']");
    if (focus && stop instanceof HTMLElement) stop.focus();
  };
  /** @param {string} sign @param {string} label @param {number} months */
  const turn = (sign, label, months) => button(sign, label, () => show(plusMonths(shown, months)));
  const head = [
    turn("«", "Voriges Jahr", -12),
    turn("‹", "Voriger Monat", -1),
    heading,
    turn("›", "Nächster Monat", 1),
    turn("»", "Nächstes Jahr", 12),
  ];
  const foot = [
    button("Heute", "Heute", () => choose(today())),
    button("Abbrechen", "Abbrechen", () => dialog.close()),
  ];
  const dialog = make(
    "dialog",
    { class: "kalender", "aria-label": `Kalender: ${field.labels?.[0]?.textContent ?? ""}` },
    make("div", { class: "monat" }, ...head),
    grid,
    make("div", { class: "monat" }, ...foot),
  );
  return { dialog, grid, shown: () => shown, show };
}

/**
 * Keys and clicks. What the calendar understands, the page below does not hear.
 * @param {Calendar} calendar
 * @param {(day: Date) => void} choose
 */
function listen({ dialog, grid, shown, show }, choose) {
  grid.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = target(event, shown());
    if (next) show(next, true);
    else if (event.key === "Enter" || event.key === " ") choose(shown());
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("keydown", (event) => {
    // No letter means anything here, not even as a shortcut of the page below.
    if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) event.preventDefault();
  });
  dialog.addEventListener("click", ({ target: on }) => {
    if (on === dialog) dialog.close();
    const day = on instanceof HTMLElement ? on.dataset["tag"] : undefined;
    if (day !== undefined) choose(new Date(Number(day)));
  });
}

/**
 * Opens the calendar of a field. Escape, "Abbrechen" and a choice close it; the focus then is where it came from.
 * @param {HTMLInputElement} field
 */
export async function open(field) {
  const from = document.activeElement;
  await style();
  if (!field.isConnected || document.querySelector(".kalender")) return;
  /** @param {Date} day */
  const choose = (day) => {
    field.value = NUMBERS.format(day);
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    calendar.dialog.close();
  };
  const calendar = build(field, choose);
  const { dialog } = calendar;
  listen(calendar, choose);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (from instanceof HTMLElement) from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  calendar.show(calendar.shown(), true);
}
