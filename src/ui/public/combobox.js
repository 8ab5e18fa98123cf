// A list of suggestions below a text field, loaded by the first field that has one: the editable combobox with list autocompletion
// of the WAI-ARIA Authoring Practices. It only types for you: what stands in the field is read by the server, which takes a
// beginning as the first suggestion shown here. Without scripts the browser's own list stays.
import { announce } from "./kim.js";

/** So many are in sight at once without scrolling far; more are found by typing on. */
const MOST = 12;

/**
 * What is known of a field with suggestions.
 * @typedef {object} Box
 * @property {HTMLInputElement} field
 * @property {HTMLElement} list
 * @property {readonly string[]} words
 */

/** @type {WeakMap<HTMLInputElement, Box>} */
const boxes = new WeakMap();

/** @type {Promise<unknown> | undefined} */
let styled;

/** Its style is fetched with it, once. */
const style = () =>
  (styled ??= new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = String(new URL("combobox.css", import.meta.url));
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  }));

/** @param {string} text */
const plain = (text) => text.trim().toLocaleLowerCase("de");

/**
 * Those that begin as typed, or else those that hold it, as the server understands it and in its order.
 * @param {readonly string[]} words
 * @param {string} typed
 */
function matching(words, typed) {
  const wanted = plain(typed);
  if (wanted === "") return words.slice(0, MOST);
  const begin = words.filter((word) => plain(word).startsWith(wanted));
  const found = begin.length > 0 ? begin : words.filter((word) => plain(word).includes(wanted));
  return found.slice(0, MOST);
}

/** @param {Box} box */
const options = ({ list }) => [...list.children].filter((one) => one instanceof HTMLElement);

/** @param {Box} box */
const active = (box) => options(box).find((one) => one.ariaSelected === "true");

/** @param {Box} box @param {HTMLElement | undefined} option */
function mark(box, option) {
  for (const one of options(box)) one.ariaSelected = String(one === option);
  if (option) box.field.setAttribute("aria-activedescendant", option.id);
  else box.field.removeAttribute("aria-activedescendant");
  option?.scrollIntoView({ block: "nearest" });
}

/** @param {Box} box */
function close(box) {
  mark(box, undefined);
  box.field.ariaExpanded = "false";
  if (box.list.matches(":popover-open")) box.list.hidePopover();
}

/** @param {Box} box */
function open(box) {
  const { field, list } = box;
  const found = matching(box.words, field.value);
  if (found.length === 0 || (found.length === 1 && found[0] === field.value)) return close(box);
  list.replaceChildren(
    ...found.map((word, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.role = "option";
      option.ariaSelected = "false";
      option.textContent = word;
      return option;
    }),
  );
  const { left, bottom, width } = field.getBoundingClientRect();
  list.style.left = `${left}px`;
  list.style.top = `${bottom + 2}px`;
  list.style.minWidth = `${width}px`;
  if (!list.matches(":popover-open")) list.showPopover();
  field.ariaExpanded = "true";
  field.removeAttribute("aria-activedescendant");
  announce(`${found.length} ${found.length === 1 ? "Vorschlag" : "Vorschläge"}`);
}

/** @param {Box} box @param {HTMLElement} option */
function choose(box, option) {
  box.field.value = option.textContent;
  close(box);
  box.field.dispatchEvent(new Event("change", { bubbles: true }));
}

/**
 * Arrows walk through the list and open it, Enter takes what is marked, Escape closes. Whatever else is pressed means what it
 * always does.
 * @param {KeyboardEvent} event
 * @param {Box} box
 */
function onKey(event, box) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const shown = box.list.matches(":popover-open");
  const marked = active(box);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!shown) open(box);
    const all = options(box);
    const step = event.key === "ArrowDown" ? 1 : -1;
    const at = marked ? all.indexOf(marked) + step : step > 0 ? 0 : all.length - 1;
    mark(box, all[(at + all.length) % all.length]);
  } else if (shown && event.key === "Enter" && marked) choose(box, marked);
  else if (shown && event.key === "Escape") close(box);
  else return;
  event.preventDefault();
}

/**
 * Makes a combobox of a field whose suggestions stand in a `datalist`.
 * @param {HTMLInputElement} field
 */
export async function enhance(field) {
  const words = [...(field.list?.options ?? [])].map((option) => option.value);
  field.removeAttribute("list");
  await style();
  if (!field.isConnected || boxes.has(field)) return;
  const list = document.createElement("ul");
  list.id = `${field.id}-liste`;
  list.role = "listbox";
  list.className = "vorschlaege";
  list.popover = "manual";
  // What scrolls is a stop for Tab otherwise.
  list.tabIndex = -1;
  list.ariaLabel = `Vorschläge: ${field.ariaLabel ?? ""}`;
  const box = { field, list, words };
  boxes.set(field, box);
  field.role = "combobox";
  field.ariaAutoComplete = "list";
  field.ariaExpanded = "false";
  field.setAttribute("aria-controls", list.id);
  field.after(list);
  field.addEventListener("input", () => open(box));
  field.addEventListener("keydown", (event) => onKey(event, box));
  field.addEventListener("blur", () => close(box));
  addEventListener("scroll", () => close(box), { capture: true, passive: true });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLElement && event.target !== list) choose(box, event.target);
  });
  // What was typed before this file was here.
  if (field === document.activeElement && field.value !== "") open(box);
}
