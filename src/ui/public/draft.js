import { AWAY, announce, clock } from "./announce.js";
import { rename } from "./answer.js";
import { here, isKept, page } from "./keep.js";
import { fieldsOf, pause, post } from "./server.js";

const DELAY = 1200;
const LONGEST = 30_000;

/**
 * @typedef {object} State
 * @property {boolean} dirty something is typed that the server does not have
 * @property {number} wait until the next attempt after a failed one
 * @property {ReturnType<typeof setTimeout>} [timer]
 * @property {Promise<boolean>} saving the last attempt; one after the other, so that no older text comes last
 * @property {string} [said] what was last read out, so that it is read out once
 */

/** @type {WeakMap<HTMLFormElement, State>} */
const states = new WeakMap();

/** @param {HTMLFormElement} form */
function stateOf(form) {
  const state = states.get(form) ?? { dirty: false, wait: 2000, saving: Promise.resolve(true) };
  states.set(form, state);
  return state;
}

/** @returns {NodeListOf<HTMLFormElement>} */
const forms = () => page().querySelectorAll("form[data-entwurf]");

const dirtyForms = () => [...forms()].filter((form) => stateOf(form).dirty);

/**
 * @param {HTMLFormElement} form
 * @param {string} text
 * @param {string} kind
 */
function tell(form, text, kind) {
  const place = form.querySelector("[data-entwurf-stand]");
  if (place) place.textContent = text;
  const state = stateOf(form);
  if (state.said !== kind) announce(text);
  state.said = kind;
}

/**
 * Saves the draft when the hands rest.
 * @param {HTMLFormElement} form
 */
function touch(form) {
  const state = stateOf(form);
  state.dirty = true;
  later(form, DELAY);
}

/**
 * @param {HTMLFormElement} form
 * @param {number} ms
 */
function later(form, ms) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), ms);
}

/**
 * Saves one draft as soon as its last attempt is through. `false`: the server was not there, it is tried again.
 * @param {HTMLFormElement} form
 */
function save(form) {
  const state = stateOf(form);
  state.saving = state.saving.then(() => saveNow(form));
  return state.saving;
}

/** @param {HTMLFormElement} form */
async function saveNow(form) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  if (!state.dirty) return true;
  state.dirty = false;
  const response = await post(form.dataset["entwurf"], fieldsOf(form));
  if (!page().contains(form)) return true;
  if (response?.status === 204) {
    state.wait = 2000;
    tell(form, `Entwurf gesichert, ${clock()}`, "gesichert");
    keepAddress(form);
    return true;
  }
  state.dirty = true;
  if (!response) {
    tell(form, AWAY, "weg");
    later(form, state.wait);
    state.wait = Math.min(state.wait * 2, LONGEST);
    return false;
  }
  const why = response.status === 422 ? await response.text() : "";
  tell(form, why || "Der Entwurf konnte nicht gesichert werden.", response.status === 401 ? "gesperrt" : "abgelehnt");
  return true;
}

/**
 * Puts the draft into the address: reload, back button and a restored tab lead to what was typed.
 * @param {HTMLFormElement} form
 */
function keepAddress(form) {
  const id = fieldsOf(form).get("_entwurf");
  if (!id) return;
  const url = new URL(here());
  url.searchParams.set("entwurf", id);
  if (url.href !== here()) rename(url);
}

/** Saves all drafts now. `false`: the server was not there. */
export async function saveDrafts() {
  const saved = await Promise.all(dirtyForms().map(save));
  return saved.every(Boolean);
}

export const hasUnsaved = () => dirtyForms().length > 0;

/**
 * The form itself is on its way: no draft may follow it, and one that is under way arrives first.
 * @param {HTMLFormElement} form
 */
export async function stopDraft(form) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  state.dirty = false;
  await Promise.race([state.saving, pause(2000)]);
  clearTimeout(state.timer);
  state.dirty = false;
}

/**
 * The form came back: what is in it is newer than its draft.
 * @param {HTMLFormElement} form
 */
export function resumeDraft(form) {
  if ("entwurf" in form.dataset) touch(form);
}

/** The page may be gone in an instant: a beacon survives it. Still marked as unsaved, as nobody tells whether it arrived. */
function saveBeforeLeaving() {
  for (const form of dirtyForms()) navigator.sendBeacon(form.dataset["entwurf"] ?? "", fieldsOf(form));
}

export function watchDrafts() {
  document.addEventListener("input", ({ target }) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form && "entwurf" in form.dataset) touch(form);
  });
  document.addEventListener("kim:kontakt", () => {
    for (const form of dirtyForms()) if (stateOf(form).said === "gesperrt") later(form, DELAY);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saveBeforeLeaving();
  });
  addEventListener("pagehide", saveBeforeLeaving);
  addEventListener("beforeunload", (event) => {
    if (dirtyForms().some((form) => isKept() || stateOf(form).said === "weg")) event.preventDefault();
  });
}
