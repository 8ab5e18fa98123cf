/** Fields that take letters: no key has another meaning there. */
const TEXT = "textarea, select, input:not([type=checkbox], [type=radio])";

const keysOn = () => document.body.dataset["keys"] !== "off";

/**
 * @param {Element} group
 * @returns {HTMLInputElement[]}
 */
const boxesOf = (group) => [...group.querySelectorAll("input")];

/**
 * One tab stop a group: the box that had the focus last.
 * @param {HTMLInputElement[]} boxes
 * @param {HTMLInputElement | undefined} stop
 */
function setStop(boxes, stop) {
  for (const box of boxes) box.tabIndex = box === stop ? 0 : -1;
}

/** Gives every group its tab stop. */
export function tidyChips() {
  for (const group of document.querySelectorAll("[data-chips]")) {
    const boxes = boxesOf(group);
    setStop(boxes, boxes.find((box) => box === document.activeElement) ?? boxes[0]);
  }
}

/**
 * The box that an arrow leads to, by rows as they stand on the screen.
 * @param {HTMLInputElement[]} boxes
 * @param {number} at
 * @param {string} key
 */
function neighbour(boxes, at, key) {
  const top = boxes[0]?.getBoundingClientRect().top;
  const columns = boxes.filter((box) => box.getBoundingClientRect().top === top).length;
  /** @type {Record<string, number>} */
  const targets = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: boxes.length - 1,
  };
  const target = targets[key];
  return target === undefined ? undefined : boxes[target];
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} target
 */
function inChips(event, target) {
  const group = target.closest("[data-chips]");
  if (!group || !(target instanceof HTMLInputElement)) return false;
  const boxes = boxesOf(group);
  const keyed = keysOn() ? boxes.find((box) => box.dataset["taste"] === event.key.toLowerCase()) : undefined;
  const next = keyed ?? neighbour(boxes, boxes.indexOf(target), event.key);
  if (!next) return event.key.startsWith("Arrow");
  next.focus();
  keyed?.click();
  return true;
}

/**
 * Enter sends the form from every field, also from a choice; by the button that the field names, or the first.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} target
 */
function onEnter(event, target) {
  if (event.key !== "Enter" || event.shiftKey || !target.matches("input, select") || isOpen(target)) return false;
  return submit(target, document.getElementById(target.dataset["enter"] ?? ""));
}

/**
 * @param {HTMLElement} target
 * @param {HTMLElement | null} [named] the button to send by; else the first
 */
function submit(target, named) {
  const form = target.closest("form");
  if (!form || form.method !== "post") return false;
  form.requestSubmit(named ?? form.querySelector("button:not([type=button])"));
  return true;
}

/**
 * Whether a choice shows its list: Enter then picks from it. Browsers that cannot tell keep Enter for themselves.
 * @param {HTMLElement} target
 */
function isOpen(target) {
  if (!target.matches("select")) return false;
  try {
    return target.matches(":open");
  } catch {
    return true;
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} target
 */
function onShortcut(event, target) {
  if (!keysOn() || event.key.length !== 1 || target.closest(TEXT)) return false;
  if (event.key === "?") {
    const help = document.getElementById("tasten");
    help?.togglePopover();
    return help !== null;
  }
  const wanted = document.querySelector(`[data-kuerzel="${CSS.escape(event.key)}"]`);
  if (!(wanted instanceof HTMLElement)) return false;
  wanted.click();
  return true;
}

export function watchKeys() {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.defaultPrevented || event.isComposing || !(target instanceof HTMLElement)) return;
    if (event.altKey) return;
    const done =
      event.ctrlKey || event.metaKey
        ? event.key === "Enter" && submit(target)
        : inChips(event, target) || onEnter(event, target) || onShortcut(event, target);
    if (done) event.preventDefault();
  });
  document.addEventListener("focusin", ({ target }) => {
    const group = target instanceof HTMLInputElement ? target.closest("[data-chips]") : null;
    if (group && target instanceof HTMLInputElement) setStop(boxesOf(group), target);
    if (target instanceof HTMLInputElement && target.list) import("./combobox.js").then((file) => file.enhance(target));
  });
}
